// The words in the language in force; everything that shows words follows a change of it.

import { grouped } from '../case/typed';
import { hasWords, keyPart, wordsFor, type Language, type Values } from './catalogue';

class Words {
  language = $state<Language>('zh-CN');

  /** The words under a key. */
  say = (key: string, values?: Values): string => wordsFor(this.language, key, values);

  /** The words under a key, or nothing. */
  maybe = (key: string, values?: Values): string | null =>
    hasWords(this.language, key) ? wordsFor(this.language, key, values) : null;

  /** The name of a kind of record. */
  kind = (kind: string): string => this.say(`kind-${keyPart(kind)}`);

  /** The name of a field. */
  field = (kind: string, field: string): string =>
    this.say(`field-${keyPart(kind)}-${keyPart(field)}`);

  /** A word of a closed list. */
  choice = (kind: string, field: string, word: string): string =>
    word === '' ? '' : this.say(`choice-${keyPart(kind)}-${keyPart(field)}-${keyPart(word)}`);

  /** The name of a term that steers the adjustment. */
  term = (code: string): string => this.maybe(`term-${keyPart(code)}`) ?? code;

  /** The value of such a term; amounts and rates stay as they are. */
  termValue = (code: string, value: string): string =>
    (value !== '' && this.maybe(`term-${keyPart(code)}-${keyPart(value)}`)) || grouped(value);
}

export const words = new Words();
/** Shorthand for templates. */
export const t = words.say;
