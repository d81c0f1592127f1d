// What a person typed, brought near to what a field holds. The program judges in the end; this
// only accepts the other ways people write the same value, and says early what cannot be right.

import type { Shape } from '../backend/bindings/Shape';

/** The value to send, or the key of the words that say why not. */
export type Typed = { value: string | null } | { problem: string };

const WIDE = '０１２３４５６７８９．－＋，：／';
const NARROW = '0123456789.-+,:/';

/** Full-width digits and signs as the keyboard's. */
export function narrow(text: string): string {
  return [...text].map((c) => NARROW[WIDE.indexOf(c)] ?? c).join('');
}

/** A whole or decimal number without anything around it; money is never read as a number. */
export function plainDecimal(text: string): string | null {
  const plain = narrow(text)
    .replaceAll('−', '-')
    .replaceAll(/[\s,]/g, '')
    .replace(/^[¥￥$€£]/, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? plain : null;
}

/** Moves the point of a plain decimal without computing with it. */
function shifted(decimal: string, places: number): string {
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(decimal) ?? [];
  const digits = whole + part;
  const at = whole.length + places;
  const left = digits.slice(0, Math.max(at, 0)).padEnd(Math.max(at, 0), '0').replace(/^0+(?=\d)/, '') || '0';
  const right = (at < 0 ? '0'.repeat(-at) + digits : digits.slice(at)).replace(/0+$/, '');
  return (sign === '-' ? '-' : '') + left + (right ? `.${right}` : '');
}

/** `15%`, `15％` and `0.15` as `0.15`. */
export function plainRatio(text: string): string | null {
  const percent = /^(.*?)\s*[%％]\s*$/.exec(text);
  const value = plainDecimal(percent?.[1] ?? text);
  return value === null ? null : percent ? shifted(value, -2) : value;
}

/** `0.15` as `15%`. */
export function percent(ratio: string): string {
  return /^-?\d+(\.\d+)?$/.test(ratio) ? `${shifted(ratio, 2)}%` : ratio;
}

/** `2026/1/2`, `2026.1.2`, `20260102` and `2026年1月2日` as `2026-01-02`. */
export function plainDate(text: string): string | null {
  const plain = narrow(text).trim();
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** `2026/1/2 9:05` and the like as `2026-01-02T09:05:00`. */
export function plainTime(text: string): string | null {
  const [, day = '', hour = '', minute = '', second = '00'] =
    /^(\S+?)[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(narrow(text).trim()) ?? [];
  const date = plainDate(day);
  const sound = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return date && sound ? `${date}T${hour.padStart(2, '0')}:${minute}:${second}` : null;
}

/** Brings what was typed near to the shape of its field. */
export function readTyped(shape: Shape, text: string): Typed {
  if (text.trim() === '') return { value: null };
  switch (shape.shape) {
    case 'decimal': {
      const value = plainDecimal(text);
      return value === null ? { problem: 'problem-number' } : { value };
    }
    case 'ratio': {
      const value = plainRatio(text);
      return value === null ? { problem: 'problem-ratio' } : { value };
    }
    case 'integer': {
      const value = plainDecimal(text);
      return value === null || value.includes('.') ? { problem: 'problem-integer' } : { value };
    }
    case 'localTime': {
      const value = plainTime(text);
      return value === null ? { problem: 'problem-time' } : { value };
    }
    case 'moment': {
      const [, time = '', offset = ''] = /^(.*?)\s*([+-]\d{2}:\d{2}|Z)$/.exec(narrow(text).trim()) ?? [];
      const value = plainTime(time);
      return value === null ? { problem: 'problem-moment' } : { value: value + (offset === 'Z' ? '+00:00' : offset) };
    }
    case 'date': {
      const value = plainDate(text);
      return value === null ? { problem: 'problem-date' } : { value };
    }
    case 'choice':
      return shape.words.includes(text) ? { value: text } : { problem: 'problem-choice' };
    case 'text':
      return [...text].length > shape.max ? { problem: 'problem-long' } : { value: text };
    default:
      return { value: text };
  }
}

/** A kept value as it stands while it is edited. */
export function editable(shape: Shape, value: string): string {
  if (shape.shape === 'ratio' && value !== '') return percent(value);
  // Seconds that nobody typed are not shown.
  if (shape.shape === 'localTime') return value.replace('T', ' ').replace(/^(.{16}):00$/, '$1');
  return value;
}

/** A decimal with separators between thousands, digit for digit as it is. */
export function grouped(decimal: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!parts) return decimal;
  const [, sign = '', whole = '', rest = ''] = parts;
  return sign + whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + rest;
}
