import { expect, test } from 'vitest';

const sheets = import.meta.glob<string>(['../**/*.css', '!./tokens.css'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const screens = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(|:\s*(?:white|black|red|green|blue|gr[ae]y)\b/i;
const PIXELS = /\b\d*\.?\d+px\b/;
/** Words between tags, or in what is read aloud. */
const TEXT_IN_CODE = />\s*[A-Za-zÀ-ÿ][^<>{}]*<\/|(?:aria-label|title|alt|placeholder)="[A-Za-zÀ-ÿ]/;

test('there are style sheets and screens to look at', () => {
  expect(Object.keys(sheets).length).toBeGreaterThan(10);
  expect(Object.keys(screens).length).toBeGreaterThan(10);
});

test.each(Object.entries(sheets))('%s names no colour and no pixel of its own', (_file, sheet) => {
  const rules = sheet.replace(/\/\*.*?\*\//gs, '').replace(/url\([^)]*\)/g, '');

  expect(rules).not.toMatch(COLOUR);
  expect(rules).not.toMatch(PIXELS);
});

test.each(Object.entries(screens))('%s holds no text of its own', (_file, source) => {
  const code = source.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '');

  expect(code).not.toMatch(TEXT_IN_CODE);
});
