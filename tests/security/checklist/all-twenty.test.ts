/**
 * The specs beside this file hold the twenty points of Electron's own security checklist against the running kiosk,
 * a test or two a point, each named by its number: https://www.electronjs.org/docs/latest/tutorial/security
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const POINTS = 20;

test('no point of the list is left out', () => {
  const here = import.meta.dirname;
  const specs = readdirSync(here).filter((name) => name.endsWith('.spec.ts'));
  const text = specs.map((name) => readFileSync(join(here, name), 'utf8')).join('\n');

  const held = [...text.matchAll(/^test(?:OfItsOwn)?\('(\d+): /gm)].map(([, point]) => Number(point));

  expect([...new Set(held)].sort((one, other) => one - other)).toEqual(
    Array.from({ length: POINTS }, (_, index) => index + 1),
  );
});
