import { beforeEach, describe, expect, test } from 'vitest';
import { createPresentedBadge, type PresentedBadge } from './presented-badge.ts';

const CLAIRE = { name: 'presented', readerId: 'usb', number: '0004211337' } as const;
const MARC = { name: 'presented', readerId: 'usb', number: '0004211338' } as const;
const REMOVED = { name: 'removed', readerId: 'usb' } as const;

let told: string[];
let removals: number;
let timers: Set<() => void>;
let badge: PresentedBadge;

beforeEach(() => {
  told = [];
  removals = 0;
  timers = new Set();
  badge = createPresentedBadge({
    onChange: ({ name }) => told.push(name),
    onKeptRemoved: () => {
      removals += 1;
    },
    after(_seconds, work) {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
});

test('a badge that is shown is known until it is taken away', () => {
  badge.tell(CLAIRE);
  const shown = badge.number();
  badge.tell(REMOVED);

  expect([shown, badge.number()]).toEqual(['0004211337', null]);
  expect(told).toEqual(['presented', 'none']);
});

test('a reader that never says that a badge has left: it is forgotten after a while', () => {
  badge.tell(CLAIRE);

  minutePasses();

  expect(badge.number()).toBeNull();
  expect(told).toEqual(['presented', 'none']);
});

describe('two badges at once', () => {
  test('the first stays, the second is told so', () => {
    badge.tell(CLAIRE);
    badge.tell(MARC);

    expect(badge.number()).toBe('0004211337');
    expect(told).toEqual(['presented', 'refused']);
  });

  test('also while the first one’s holder helps, however long ago it was shown', () => {
    badge.tell(CLAIRE);
    badge.keep('0004211337');
    minutePasses();

    badge.tell(MARC);

    expect(badge.number()).toBeNull();
    expect(told).toEqual(['presented', 'none', 'refused']);
  });

  test('another one’s turn comes when nobody’s is kept', () => {
    badge.tell(CLAIRE);
    minutePasses();
    badge.tell(MARC);

    expect(badge.number()).toBe('0004211338');
  });
});

test('a badge that was shown to help one person is not there for the next, and a colleague’s is', () => {
  badge.tell(CLAIRE);
  badge.keep('0004211337');

  badge.keep(null);
  const left = badge.number();
  badge.tell(MARC);

  expect([left, badge.number()]).toEqual([null, '0004211338']);
  expect(told).toEqual(['presented', 'none', 'presented']);
  expect(timers.size).toBe(1);
});

test('a badge that was shown too long ago is nobody’s any more: its number says nothing of who comes later', () => {
  badge.tell(CLAIRE);
  minutePasses();
  badge.keep('0004211337');
  badge.tell(REMOVED);

  badge.tell(CLAIRE);
  badge.keep('0004211337');
  badge.keep(null);
  badge.keep('0004211337');
  badge.tell(REMOVED);

  expect(removals).toBe(0);
});

test('whoever helps and takes their badge away helps no more', () => {
  badge.tell(CLAIRE);
  badge.keep('0004211337');
  minutePasses();

  badge.tell(REMOVED);

  expect(removals).toBe(1);
});

test('a badge that nobody helps with is taken away without consequence, as is one of another reader', () => {
  badge.tell(CLAIRE);
  badge.tell({ ...REMOVED, readerId: 'other' });
  badge.tell(REMOVED);

  expect(removals).toBe(0);
});

test('ten thousand badges shown at random keep one of them, and let nothing go that is kept', () => {
  badge.tell(CLAIRE);
  badge.keep('0004211337');

  for (let n = 0; n < 10_000; n += 1) {
    badge.tell({ name: 'presented', readerId: `r${n % 3}`, number: String(n * 7919).padStart(10, '0') });
  }

  expect(badge.number()).toBe('0004211337');
  expect(removals).toBe(0);
  expect(timers.size).toBe(1);
});

function minutePasses(): void {
  const due = [...timers];
  timers.clear();
  for (const work of due) work();
}
