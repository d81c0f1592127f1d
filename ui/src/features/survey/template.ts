// Captions for many photos: a text with places for what each photo says of itself.

export const TOKENS = ['damage', 'view', 'place', 'number', 'time'] as const;
export type Token = (typeof TOKENS)[number];

/** Names of the places in both languages: a template typed in one works in the other. */
const NAMES: Record<string, Token> = {
  部位: 'damage',
  损失部位: 'damage',
  damage: 'damage',
  景别: 'view',
  view: 'view',
  位置: 'place',
  具体位置: 'place',
  place: 'place',
  编号: 'number',
  number: 'number',
  时间: 'time',
  time: 'time',
};

/** The text with its places filled. What is empty leaves no gap and no stray separator. */
export function filled(template: string, values: Record<Token, string>): string {
  return template
    .replaceAll(/[{｛]\s*([^{}｛｝]*?)\s*[}｝]/g, (whole, name: string) => {
      const token = NAMES[name.toLowerCase()];
      return token ? values[token] : whole;
    })
    .replaceAll(/[ \t]{2,}/g, ' ')
    .replaceAll(/([，,、·;；]\s*){2,}/g, '$1')
    .replaceAll(/^[\s，,、·;；]+|[\s，,、·;；]+$/g, '');
}
