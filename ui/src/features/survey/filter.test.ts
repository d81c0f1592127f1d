import { expect, it } from 'vitest';
import type { CaseView } from '../../backend/bindings/CaseView';
import type { Row } from '../../backend/bindings/Row';
import { EVERYTHING, nearGroups, nearOf, NONE, photosOf, type Wanted } from './filter';

function photo(n: number, fields: Record<string, string> = {}): Row {
  return { id: String(n), fields: { number: `A-${n}`, ...fields } };
}

const view = {
  rows: {
    photo: [
      photo(10, { view: 'close-up', damage_place: 'w', place: '左侧' }),
      photo(2, { rejected: 'yes', caption: 'x' }),
      photo(1, { view: 'overview', damage_place: 'w' }),
    ],
    line_photo: [{ id: 'l', fields: { photo: '1', line: 'z' } }],
  },
  findings: [{ check: 'PHO-06', level: 'W', kind: 'photo', id: '10', field: 'view', args: {}, answer: null }],
  photos: {},
} as unknown as CaseView;

function numbers(wanted: Partial<Wanted>): string[] {
  return photosOf(view, { ...EVERYTHING, ...wanted }).map((row) => row.id);
}

it('orders by number, not by letters', () => expect(numbers({})).toEqual(['1', '2', '10']));
it.each<[Partial<Wanted>, string[]]>([
  [{ is: 'kept' }, ['1', '10']],
  [{ is: 'rejected' }, ['2']],
  [{ is: 'unlinked' }, ['2', '10']],
  [{ is: 'findings' }, ['10']],
  [{ is: 'uncaptioned' }, ['1', '10']],
  [{ view: 'overview' }, ['1']],
  [{ view: NONE }, ['2']],
  [{ damagePlace: 'w' }, ['1', '10']],
  [{ damagePlace: 'w', place: NONE }, ['1']],
])('%o shows %o', (wanted, ids) => expect(numbers(wanted)).toEqual(ids));

it('puts similar photos beside each other, the group that came first before', () => {
  const look = (near: string | null) => ({ near, oddities: [] });
  const rows = { photo: ['1', '2', '3', '4', '5'].map((id) => photo(Number(id))) };
  const photos = { '1': look('1'), '2': look('2'), '3': look('1'), '4': look('2'), '5': look(null) };
  const some = { rows, findings: [], photos } as unknown as CaseView;
  const similar = photosOf(some, { ...EVERYTHING, is: 'similar' }).map((row) => row.id);
  expect(similar).toEqual(['1', '3', '2', '4']);
  expect(nearOf(some, '3').map((row) => row.id)).toEqual(['1']);
  expect(nearOf(some, '5')).toEqual([]);
  expect([...nearGroups(some).values()]).toEqual([
    ['1', '3'],
    ['2', '4'],
  ]);
});
