// Initials of the pinyin reading, so that a list can be narrowed without an input method.

// The first Han character of each initial in pinyin order. No syllable begins with i, u or v.
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const known = new Map<string, string>();

function initial(char: string): string {
  if (!/\p{Script=Han}/u.test(char)) return char.toLowerCase();
  let letter = known.get(char);
  if (letter === undefined) {
    let at = FIRST.length - 1;
    while (at > 0 && order.compare(char, FIRST[at] ?? '') < 0) at -= 1;
    letter = LETTERS[at] ?? '';
    known.set(char, letter);
  }
  return letter;
}

/** `导出卷宗` → `dcjz`; what is not Chinese stays, without spaces. */
export function initials(text: string): string {
  return [...text].map(initial).join('').replaceAll(/\s+/g, '');
}

/** Whether what was typed names the text: by a part of it or by its initials. */
export function matches(text: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return true;
  if (text.toLowerCase().includes(wanted)) return true;
  return initials(text).includes(wanted.replaceAll(/\s+/g, ''));
}
