/** What the README says of each promise, held against the tests and the journeys that there are. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const tests = import.meta.dirname;
const chapter = chapterOf('What tenants were promised');

const ROW = /^\| (?<promise>[^|]+) \| (?<screen>[^|]+) \| (?<proof>[^|]+) \|$/gm;
/** `joining.spec.ts`: a tenant creates…; whoever is unknown… */
const PROOF = /`(?<file>[\w/-]+\.(?:spec|test)\.ts)`(?:: (?<names>[^`]+?))?(?:; (?=`)|$)/g;
const TITLE = /\btest\w*\(\s*(['`])(?<title>.*?)\1/g;
const TAPS = /\w+Taps/g;

const rows = [...chapter.matchAll(ROW)]
  .map(({ groups }) => ({ promise: groups?.promise ?? '', proof: groups?.proof ?? '' }))
  .filter(({ proof }) => proof !== 'test' && proof !== '---');

test.each(rows)('$promise: each test of it is there by its name', ({ proof }) => {
  const named = [...proof.matchAll(PROOF)].map(({ groups }) => ({
    file: groups?.file ?? '',
    names: groups?.names?.split('; ') ?? [],
  }));

  expect(named.map(({ file, names }) => `\`${file}\`: ${names.join('; ')}`).join('; ')).toBe(proof);
  for (const { file, names } of named) {
    const titles = titlesIn(file);
    expect(names.filter((name) => !titles.some((title) => isNamed(title, name)))).toEqual([]);
  }
});

test('there is a row for more than thirty promises, and one that names no test is not read as one that does', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(titlesIn('joining.spec.ts').some((title) => isNamed(title, 'a tenant flies…'))).toBe(false);
});

test('the touches of each promise are told once, and of no other', () => {
  const journeys = globSync('bench/journeys/*.ts', { cwd: tests }).flatMap((file) =>
    [...readFileSync(join(tests, file), 'utf8').matchAll(/^\s+(?:async )?(\w+Taps)\b/gm)].map(
      ([, name]) => name,
    ),
  );
  const told = chapter.match(TAPS) ?? [];

  expect(told.toSorted()).toEqual(journeys.toSorted());
});

function chapterOf(title: string): string {
  const readme = readFileSync(resolve(tests, '../README.md'), 'utf8');
  return readme.split(/^## /m).find((each) => each.startsWith(title)) ?? '';
}

function titlesIn(file: string): string[] {
  const path = join(tests, file.includes('/') ? '' : 'e2e', file);
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(TITLE)].map(({ groups }) => groups?.title ?? '');
}

/** The beginning, the middle or the whole of it, as the dots say. */
function isNamed(title: string, name: string): boolean {
  const words = name.replaceAll('…', '');
  if (name.startsWith('…')) return title.includes(words);
  return name.endsWith('…') ? title.startsWith(words) : title === words;
}
