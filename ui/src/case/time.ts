// Times as text: the window shows them and gives the program the laptop's reading.

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** A time of this laptop with its offset, `2026-11-22T15:02:11+08:00`. */
export function moment(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const away = Math.abs(offset);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}T${time}${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

/** The parts of a time with or without offset, for showing. */
export function parts(text: string): { day: string; clock: string; offset: string } {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(.*)$/.exec(text);
  if (!found) return { day: text, clock: '', offset: '' };
  const [, day = '', clock = '', offset = ''] = found;
  return { day, clock, offset };
}

/** The clock of a saved time as this laptop reads it. */
export function localClock(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return parts(text).clock;
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
