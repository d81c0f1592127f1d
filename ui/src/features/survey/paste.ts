// Pictures out of the clipboard.

import { app } from '../../app/state.svelte';
import type { PastedFile } from '../../backend/bindings/PastedFile';

/** What the program takes of one paste. */
const BYTES_MAX = 64 * 1024 * 1024;

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

/** The files of a paste. A copied range of a table brings a picture of itself along with its text:
    then the text is meant. */
function filesOf(data: DataTransfer | null): File[] {
  if (!data || data.types.includes('text/plain')) return [];
  const items = [...data.items].filter((item) => item.kind === 'file').map((item) => item.getAsFile());
  const files = items.filter((file) => file !== null);
  return files.length > 0 ? files : [...data.files];
}

/** Takes pasted pictures in as photos; whether there were any. */
export function pastePhotos(event: ClipboardEvent): boolean {
  const files = filesOf(event.clipboardData);
  if (files.length === 0 || !app.writable || app.work) return false;
  event.preventDefault();
  void take(files);
  return true;
}

async function take(files: readonly File[]): Promise<void> {
  if (files.reduce((sum, file) => sum + file.size, 0) > BYTES_MAX) {
    app.message = { of: 'words', key: 'photos-paste-too-large', values: {} };
    return;
  }
  try {
    const pasted: PastedFile[] = [];
    for (const file of files) pasted.push({ name: file.name, base64: await base64(file) });
    await app.addPasted(pasted);
  } catch (thrown) {
    app.refused(thrown);
  }
}
