import { expect, it } from 'vitest';
import { megabytes, pace } from './rate';

const at = (done: number, total: number) => ({ task: 'add-photos', done, total, bytes: 0, subject: '' });

it('says a rate and the time left once there is something to go by', () => {
  expect(pace(at(50, 200), 5000)).toEqual({ part: 0.25, perSecond: 10, secondsLeft: 15 });
  expect(pace(at(1, 200), 100).perSecond, 'too early to tell').toBeNull();
  expect(pace(at(0, 0), 5000), 'nothing to do is no division by zero').toEqual({ part: 0, perSecond: null, secondsLeft: null });
});

it('says small amounts of bytes with a place and large ones without', () => {
  expect([megabytes(40_000), megabytes(2_940_000), megabytes(586_400_000)]).toEqual(['0.0', '2.9', '586']);
});
