import { describe, expect, test } from 'vitest';
import { type FieldKind, KEY_WIDTHS, layoutFor, type Page, pageAfter, pageAfterTyping } from './layouts.ts';

const KINDS: readonly FieldKind[] = ['email', 'password', 'name', 'text'];
const PAGES: readonly Page[] = ['letters', 'capitals', 'symbols', 'accents', 'accentedCapitals'];
const PRINTABLE_ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));

/** WCAG 2.2 asks for less; design.md asks for 20 mm with 3 mm between them. */
const KEY_MIN_MM = 20;
const GAP_MM = 3;
/** A 24-inch screen standing upright, without the margins at its sides. */
const PORTRAIT_WIDTH_MM = 298.9 - 2 * 8;

describe.each(KINDS)('the keyboard of the %s field', (kind) => {
  const layout = layoutFor(kind);

  test('reaches every printable character, starting from the letters', () => {
    const reachable = typableFrom(layout);

    expect(PRINTABLE_ASCII.filter((character) => !reachable.has(character))).toEqual([]);
  });

  test('reaches the letters of French and of its neighbours', () => {
    const reachable = typableFrom(layout);

    for (const letter of 'éèêëàâäçùûüîïôöœæÉÀÇŒñßáõø') expect(reachable, letter).toContain(letter);
  });

  test.each(PAGES)('has keys of 20 mm on an upright screen: %s', (page) => {
    for (const row of layout[page]) {
      const keys = row.split(' ');
      const units = keys.reduce((sum, key) => sum + (KEY_WIDTHS[key] ?? 1), 0);
      const unitMm = (PORTRAIT_WIDTH_MM - (keys.length - 1) * GAP_MM) / units;
      expect(unitMm, row).toBeGreaterThanOrEqual(KEY_MIN_MM);
    }
  });

  test('is as high on every page, so that nothing jumps', () => {
    expect(new Set(PAGES.map((page) => layout[page].length))).toEqual(new Set([6]));
  });

  test.each(PAGES)('has no key twice on one page: %s', (page) => {
    const keys = layout[page].flatMap((row) => row.split(' '));

    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(PAGES)('can erase and go on from every page: %s', (page) => {
    const keys = layout[page].flatMap((row) => row.split(' '));

    expect(keys).toEqual(expect.arrayContaining(['{backspace}', kind === 'text' ? '{enter}' : '{next}']));
  });
});

test('the e-mail keyboard has the keys of an address at hand', () => {
  const keys = layoutFor('email').letters.flatMap((row) => row.split(' '));

  expect(keys).toEqual(
    expect.arrayContaining(['@', '.', '-', '_', '.fr', '.com', '@gmail.com', '@orange.fr']),
  );
});

test.each([
  ['code', '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['userName', '-.0123456789abcdefghijklmnopqrstuvwxyz'],
] as const)(
  'the keyboard of a %s has all it may hold, each once, and room for every finger',
  (kind, signs) => {
    const rows = layoutFor(kind).letters.map((row) => row.split(' '));
    const typed = rows.flat().filter((key) => !key.startsWith('{'));

    expect(typed.toSorted().join('')).toBe(signs);
    expect(rows.flat()).toEqual(expect.arrayContaining(['{backspace}', '{next}']));
    for (const row of rows) {
      const units = row.reduce((sum, key) => sum + (KEY_WIDTHS[key] ?? 1), 0);
      expect((PORTRAIT_WIDTH_MM - (row.length - 1) * GAP_MM) / units).toBeGreaterThanOrEqual(KEY_MIN_MM);
    }
  },
);

test('after one capital the small letters are back', () => {
  expect(pageAfterTyping('capitals')).toBe('letters');
  expect(pageAfterTyping('accentedCapitals')).toBe('accents');
  expect(pageAfterTyping('symbols')).toBe('symbols');
});

/** Walks the pages as fingers would and gathers what they can type. */
function typableFrom(layout: Record<Page, string[]>): Set<string> {
  const typable = new Set<string>();
  const seen = new Set<Page>();
  const ahead: Page[] = ['letters'];
  for (let page = ahead.pop(); page; page = ahead.pop()) {
    if (seen.has(page)) continue;
    seen.add(page);
    for (const key of layout[page].flatMap((row) => row.split(' '))) {
      const leadsTo = pageAfter(key, page);
      if (leadsTo) ahead.push(leadsTo);
      else typable.add(key === '{space}' ? ' ' : key);
    }
  }
  return typable;
}
