import { expect, it } from 'vitest';
import { moment, parts } from './time';

it('writes the laptop time with its offset, and reads it back as the same instant', () => {
  const date = new Date(2026, 10, 22, 15, 2, 11);
  const text = moment(date);
  expect(text).toMatch(/^2026-11-22T15:02:11[+-]\d\d:\d\d$/);
  expect(new Date(text).getTime()).toBe(date.getTime());
});

it('takes a time apart with and without offset', () => {
  expect(parts('2026-11-22T15:02:11+08:00')).toEqual({ day: '2026-11-22', clock: '15:02:11', offset: '+08:00' });
  expect(parts('2011-01-13T13:33:39')).toEqual({ day: '2011-01-13', clock: '13:33:39', offset: '' });
  expect(parts('unknown').day, 'what does not read is shown as it is').toBe('unknown');
});
