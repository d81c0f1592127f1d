import { describe, expect, it } from 'vitest';
import { FIELDS } from '../backend/fields';
import type { Shape } from '../backend/bindings/Shape';
import { STEPS } from '../app/steps';
import { TERMS } from '../case/terms';
import { LANGUAGES, catalogueFiles, hasWords, keyPart, wordsFor } from './catalogue';

const OWN = ['window.ftl', 'op.ftl', 'field.ftl', 'expression.ftl', 'oddity.ftl'];

function keysOf(text: string): string[] {
  return [...text.matchAll(/^([a-zA-Z][\w-]*)\s*=/gm)].map(([, key = '']) => key);
}

describe('catalogues', () => {
  it.each(OWN)('%s has the same keys in both languages, each once', (name) => {
    const [zh = [], en = []] = LANGUAGES.map((language) => keysOf(catalogueFiles(language).get(name) ?? ''));
    expect(zh.length).toBeGreaterThan(5);
    expect(zh).toEqual(en);
    expect(new Set(zh).size, 'no key stands twice').toBe(zh.length);
  });

  it.each(LANGUAGES)('%s names every field and every word of every list', (language) => {
    const missing: string[] = [];
    const need = (key: string) => hasWords(language, key) || missing.push(key);
    for (const [kind, fields] of Object.entries(FIELDS)) {
      need(`kind-${keyPart(kind)}`);
      for (const [field, shape] of Object.entries(fields as Record<string, Shape>)) {
        need(`field-${keyPart(kind)}-${keyPart(field)}`);
        if (shape.shape !== 'choice') continue;
        for (const word of shape.words) need(`choice-${keyPart(kind)}-${keyPart(field)}-${keyPart(word)}`);
      }
    }
    for (const [code, values] of Object.entries(TERMS)) {
      need(`term-${keyPart(code)}`);
      for (const value of values ?? []) need(`term-${keyPart(code)}-${keyPart(value)}`);
    }
    for (const step of STEPS) {
      need(`page-${step}`);
      need(`command-step-${step}`);
    }
    expect(missing).toEqual([]);
  });

  it.each(LANGUAGES)('%s has words for every key the window names outright', (language) => {
    const sources = import.meta.glob<string>('../**/*.{svelte,ts}', { query: '?raw', import: 'default', eager: true });
    const missing = Object.entries(sources)
      .filter(([path]) => !path.endsWith('.test.ts'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/\b(?:t|say)\('([a-z][\w-]*)'/g)]
          .map(([, key = '']) => key)
          .filter((key) => !hasWords(language, key))
          .map((key) => `${path}: ${key}`),
      );
    expect(missing).toEqual([]);
  });

  it('shows no English word on a Chinese screen', () => {
    const latin = OWN.flatMap((name) =>
      [...(catalogueFiles('zh-CN').get(name) ?? '').matchAll(/^([\w-]+) = (.*)$/gm)]
        .filter(([, key = '']) => key !== 'command-language')
        .map(([, key = '', said = '']) => ({ key, said: said.replaceAll(/\{[^}]*\}/g, '') }))
        .filter(({ said }) => /[A-Za-z]{4,}/.test(said.replaceAll(/Ctrl|Enter|Shift|Delete|Excel|JPEG|HEIC|WebP|English|PDAA|PQAA|export|dcjz/g, ''))),
    );
    expect(latin).toEqual([]);
  });

  it('fills in values and shows the key where words are missing', () => {
    expect(wordsFor('zh-CN', 'header-saved', { time: '15:02:11' })).toBe('已存 15:02:11');
    expect(wordsFor('en', 'count-photo', { count: 1 })).toBe('1 photo');
    expect(wordsFor('en', 'count-photo', { count: 3 })).toBe('3 photos');
    expect(wordsFor('en', 'no-such-key')).toBe('no-such-key');
  });
});
