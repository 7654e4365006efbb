import { globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SANDBOX = resolve(import.meta.dirname, '..');
const IMPORTED = /\bfrom '([^']+)'/g;

/** A mistake that driver and simulator shared would be seen by no test. */
test('the simulators share no code with the kiosk', () => {
  const files = globSync('{terminal,scanner}/**/*.ts', { cwd: SANDBOX }).map((name) =>
    resolve(SANDBOX, name),
  );

  const foreign = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORTED)]
      .map(([, name = '']) => name)
      .filter((name) => name.startsWith('.') && !resolve(dirname(file), name).startsWith(`${SANDBOX}/`))
      .map((name) => `${file}: ${name}`),
  );

  expect(files.length).toBeGreaterThan(20);
  expect(foreign).toEqual([]);
});
