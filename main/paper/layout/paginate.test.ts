import { expect, test } from 'vitest';
import { paginate } from './paginate.ts';
import type { Mark, RuleMark, Strip } from './strip.ts';

/** A strip that leaves its height as the width of a rule, so that it can be recognised on a page. */
function strip(height: number, more: Partial<Strip> = {}): Strip {
  return {
    height,
    marks: [{ kind: 'rule', x: 0, y: 0, width: height, thickness: 1 }],
    keepWithNext: false,
    ...more,
  };
}

function heights(pages: Mark[][]) {
  return pages.map((marks) => marks.map((mark) => (mark as RuleMark).width));
}

test('strips fill a page from top to bottom, then the next', () => {
  const pages = paginate([strip(40), strip(50), strip(20)], 100);

  expect(heights(pages)).toEqual([[40, 50], [20]]);
  expect(pages[0]?.[1]).toMatchObject({ y: 40 });
});

test('nothing still makes one page', () => {
  expect(paginate([], 100)).toEqual([[]]);
});

test('strips that belong together move to the next page together', () => {
  const pages = paginate([strip(60), strip(20, { keepWithNext: true }), strip(30)], 100);

  expect(heights(pages)).toEqual([[60], [20, 30]]);
});

test('strips that belong together but fill more than a page are split after all', () => {
  const kept = [70, 71, 72].map((height) => strip(height, { keepWithNext: true }));

  expect(heights(paginate([strip(10), ...kept], 100))).toEqual([[10, 70], [71], [72]]);
});

test('a heading stands again above the strip that begins a page, and only there', () => {
  const heading = strip(5);

  const pages = paginate([strip(40, { heading }), strip(41, { heading }), strip(42, { heading })], 100);

  expect(heights(pages)).toEqual([
    [5, 40, 41],
    [5, 42],
  ]);
});

test('empty room vanishes at the top of a page', () => {
  const space = strip(30, { isSpace: true, keepWithNext: true, marks: [] });

  const pages = paginate([strip(90), space, strip(20)], 100);

  expect(heights(pages)).toEqual([[90], [20]]);
  expect(pages[1]?.[0]).toMatchObject({ y: 0 });
});

test('a strip higher than a page has a page to itself', () => {
  expect(heights(paginate([strip(10), strip(150), strip(10)], 100))).toEqual([[10], [150], [10]]);
});
