import { expect, test } from 'vitest';
import type { Row } from '../../backend/bindings/Row';
import { find } from './find';

const rows: Row[] = [
  { id: '1', fields: { item: '浆砌片石护坡', boq_code: '010403008001', source: '施工合同' } },
  { id: '2', fields: { item: '灰土路堤', feature: '三七灰土' } },
];
const ids = (typed: string) => find(rows, typed).map((row) => row.id);

test('finds by text, code and initials', () => {
  expect(ids('护坡')).toEqual(['1']);
  expect(ids('010403')).toEqual(['1']);
  expect(ids('htld')).toEqual(['2']);
  expect(ids('sqht')).toEqual(['2']);
});

test('every word must be there, and nothing typed shows all', () => {
  expect(ids('浆砌 合同')).toEqual(['1']);
  expect(ids('浆砌 灰土')).toEqual([]);
  expect(ids('  ')).toEqual(['1', '2']);
});

test('finds among fourteen thousand at typing speed', () => {
  const many = Array.from({ length: 14_000 }, (_, n) => ({ id: String(n), fields: { item: `现浇混凝土构件 ${n}`, feature: '强度等级 C30，商品混凝土' } }));
  find(many, 'x');
  const start = performance.now();
  expect(find(many, 'xjhnt 13999')).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(200);
});
