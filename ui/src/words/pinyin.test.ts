import { expect, it } from 'vitest';
import { initials, matches } from './pinyin';

it.each([
  ['导出卷宗', 'dcjz'],
  ['新建案件', 'xjaj'],
  ['损失清单', 'ssqd'],
  ['验证卷宗', 'yzjz'],
  ['C30 混凝土', 'c30hnt'],
  ['Export', 'export'],
])('%s is typed as %s', (text, typed) => expect(initials(text)).toBe(typed));

it('finds by a part, by initials, and everything for nothing', () => {
  expect(matches('导出卷宗', '卷')).toBe(true);
  expect(matches('导出卷宗', 'jz')).toBe(true);
  expect(matches('Export the dossier', 'DOSS')).toBe(true);
  expect(matches('导出卷宗', 'xyz')).toBe(false);
  expect(matches('导出卷宗', ' ')).toBe(true);
});
