// Sizes of files as people read them.

const MEBIBYTE = 1_048_576;

export function bytes(count: number): string {
  return count >= MEBIBYTE ? `${(count / MEBIBYTE).toFixed(1)} MiB` : `${Math.ceil(count / 1024)} KiB`;
}
