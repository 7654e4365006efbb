import { expect, test } from 'vitest';
import { ESCAPES, GESTURE_MS, watchStaffGesture } from './staff-gesture.ts';

const CORNERS = {
  upperLeft: [10, 10],
  upperRight: [1_070, 10],
  lowerRight: [1_070, 1_910],
  lowerLeft: [10, 1_910],
} as const;
const MIDDLE = [540, 960] as const;
type Corner = keyof typeof CORNERS;

const ROUND: readonly Corner[] = ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft', 'upperLeft'];

test('the round of the corners is recognised, and once', () => {
  const staff = atScreen();

  for (const corner of ROUND) staff.touches(CORNERS[corner]);
  staff.touches(CORNERS.upperRight);

  expect(staff.recognitions()).toBe(1);
});

test('it can be made again', () => {
  const staff = atScreen();

  for (const corner of [...ROUND, ...ROUND]) staff.touches(CORNERS[corner]);

  expect(staff.recognitions()).toBe(2);
});

test.each<[string, readonly Corner[]]>([
  ['the other way round', ['upperLeft', 'lowerLeft', 'lowerRight', 'upperRight', 'upperLeft']],
  [
    'with one corner twice',
    ['upperLeft', 'upperRight', 'upperRight', 'lowerRight', 'lowerLeft', 'upperLeft'],
  ],
  ['not brought to its end', ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft']],
])('a round %s is none', (_how, corners) => {
  const person = atScreen();

  for (const corner of corners) person.touches(CORNERS[corner]);

  expect(person.recognitions()).toBe(0);
});

test('a touch in the middle begins it anew', () => {
  const person = atScreen();

  for (const corner of ROUND.slice(0, 3)) person.touches(CORNERS[corner]);
  person.touches(MIDDLE);
  for (const corner of ROUND.slice(3)) person.touches(CORNERS[corner]);

  expect(person.recognitions()).toBe(0);
});

test('a round that takes its time is none', () => {
  const person = atScreen();

  for (const corner of ROUND) {
    person.touches(CORNERS[corner]);
    person.waits(GESTURE_MS / 3);
  }

  expect(person.recognitions()).toBe(0);
});

test('two corners in a row do what they do for anybody; the rest of the round presses nothing', () => {
  const person = atScreen();

  const reached = ROUND.map((corner) => person.touches(CORNERS[corner]));

  expect(reached).toEqual([true, true, false, false, false]);
  expect(person.touches(MIDDLE)).toBe(true);
});

test('Escape, often enough, is recognised; a key that is held down is one', () => {
  const staff = atScreen();

  staff.presses('Escape', { repeat: true });
  for (let times = 1; times < ESCAPES; times += 1) staff.presses('Escape');
  expect(staff.recognitions()).toBe(0);

  staff.presses('Escape');
  expect(staff.recognitions()).toBe(1);
});

test('any other key in between begins it anew', () => {
  const person = atScreen();

  for (let times = 0; times < 2 * ESCAPES - 2; times += 1) {
    person.presses(times === ESCAPES - 1 ? 'Tab' : 'Escape');
  }

  expect(person.recognitions()).toBe(0);
});

function atScreen() {
  const screen = Object.assign(new EventTarget(), { innerWidth: 1_080, innerHeight: 1_920 });
  let now = 0;
  let recognitions = 0;
  let clicks = 0;
  watchStaffGesture(
    screen as unknown as Window,
    () => {
      recognitions += 1;
    },
    () => now,
  );
  // What is on the screen listens after the gesture does.
  screen.addEventListener('click', () => {
    clicks += 1;
  });
  return {
    /** @returns whether the touch reached what is on the screen */
    touches([clientX, clientY]: readonly [number, number]): boolean {
      const before = clicks;
      for (const name of ['pointerdown', 'pointerup', 'click']) {
        screen.dispatchEvent(Object.assign(new Event(name, { cancelable: true }), { clientX, clientY }));
      }
      return clicks > before;
    },
    presses(key: string, { repeat = false } = {}) {
      screen.dispatchEvent(Object.assign(new Event('keydown'), { key, repeat }));
    },
    waits(ms: number) {
      now += ms;
    },
    recognitions: () => recognitions,
  };
}
