import { expect, test } from 'vitest';
import { REPORT_EVERY_MS, watchActivity } from './activity.ts';

test('a touch is reported at once', () => {
  const person = watched();

  person.does('click');

  expect(person.reports()).toBe(1);
});

test('many touches in a second are reported once', () => {
  const person = watched();

  for (let touch = 0; touch < 50; touch += 1) person.does('touchmove');

  expect(person.reports()).toBe(1);
});

test('after a second the next sign of life is reported again', () => {
  const person = watched();
  person.does('keydown');

  person.waits(REPORT_EVERY_MS);
  person.does('keydown');

  expect(person.reports()).toBe(2);
});

test.each(['click', 'contextmenu', 'touchmove', 'wheel', 'keydown', 'input'])(
  '%s is a sign of life',
  (sign) => {
    const person = watched();

    person.does(sign);

    expect(person.reports()).toBe(1);
  },
);

test.each(['pointermove', 'mouseover'])('a pointer that only lies there is none: %s', (event) => {
  const person = watched();

  person.does(event);

  expect(person.reports()).toBe(0);
});

test('nothing is reported once nobody listens', () => {
  const person = watched();

  person.stopWatching();
  person.does('click');

  expect(person.reports()).toBe(0);
});

function watched() {
  const target = new EventTarget();
  let now = 0;
  let reports = 0;
  const stop = watchActivity(
    target,
    () => {
      reports += 1;
    },
    () => now,
  );
  return {
    does: (sign: string) => target.dispatchEvent(new Event(sign)),
    waits: (ms: number) => {
      now += ms;
    },
    reports: () => reports,
    stopWatching: stop,
  };
}
