// Words of one language out of the Fluent catalogues shared with the command line and the dossier.

import { FluentBundle, FluentResource } from '@fluent/bundle';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Values = Record<string, string | number>;

const FILES = import.meta.glob<string>('../../../assets/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The text of every catalogue of a language by file name. */
export function catalogueFiles(language: Language): Map<string, string> {
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(FILES)) {
    const [folder, name] = path.split('/').slice(-2);
    if (folder === language && name) files.set(name, text);
  }
  return files;
}

/** Reads the catalogues of a language. */
export function readCatalogue(language: Language): FluentBundle {
  // The marks that isolate directions of writing would show up in copied text.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const text of catalogueFiles(language).values()) {
    bundle.addResource(new FluentResource(text), { allowOverrides: true });
  }
  return bundle;
}

const bundles = new Map<Language, FluentBundle>();

function bundleOf(language: Language): FluentBundle {
  let bundle = bundles.get(language);
  if (!bundle) bundles.set(language, (bundle = readCatalogue(language)));
  return bundle;
}

/** Whether there are words under a key. */
export function hasWords(language: Language, key: string): boolean {
  return bundleOf(language).getMessage(key)?.value != null;
}

/** The words under a key; the key itself where there are none, so that a gap is seen. */
export function wordsFor(language: Language, key: string, values?: Values): string {
  const bundle = bundleOf(language);
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) return key;
  return bundle.formatPattern(pattern, values ?? null, []);
}

/** A name of the program as part of a key: `claim_case` → `claim-case`. */
export function keyPart(name: string): string {
  return name.replaceAll(/[_.]/g, '-');
}
