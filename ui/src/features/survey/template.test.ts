import { expect, it } from 'vitest';
import { filled } from './template';

const values = { damage: 'K172+350 左侧', view: '特写', place: '', number: 'A-0007', time: '2026-07-22 09:10' };

it.each([
  ['{部位} {景别} {编号}', 'K172+350 左侧 特写 A-0007'],
  ['{damage}, {VIEW}', 'K172+350 左侧, 特写'],
  ['{位置}，{景别}', '特写'],
  ['{部位}，{位置}，{景别}', 'K172+350 左侧，特写'],
  ['｛编号｝ 冲沟', 'A-0007 冲沟'],
  ['{没有的} x', '{没有的} x'],
  ['边坡冲沟', '边坡冲沟'],
  ['{place}', ''],
])('%s becomes %s', (template, caption) => expect(filled(template, values)).toBe(caption));
