// The capture line: what stands in it survives a look elsewhere, and becomes a note when the window
// closes, so that nothing typed is lost.
import { app } from '../../app/state.svelte';
import { nameOf } from '../../case/names';
import { moment } from '../../case/time';

/** What stands in the capture line. */
export const capture = $state({ text: '', kind: 'survey', weather: '' });

/** Makes a note of what stands in the capture line. */
export async function saveCapture(): Promise<void> {
  const text = capture.text.trim();
  if (text === '' || !app.writable) return;
  const fields: Record<string, string> = { text, at: moment(new Date()), kind: capture.kind };
  if (capture.weather.trim()) fields['weather'] = capture.weather.trim();
  capture.text = '';
  const delta = await app.change('add-note', nameOf('note', { id: '', fields }), [
    { do: 'add', kind: 'note', fields, name: null },
  ]);
  // Refused: the words go back to where they were typed.
  if (!delta && capture.text === '') capture.text = text;
}

// The program says so before it closes the window.
window.addEventListener('lisuan-leaving', () => void saveCapture());
