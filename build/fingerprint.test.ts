import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf, stampAt } from './fingerprint.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(folder, 'below'));
  writeFileSync(join(folder, 'a.ts'), 'one');
  writeFileSync(join(folder, 'below', 'b.ts'), 'two');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a fingerprint', () => {
  test('stays the same when a file is only touched', () => {
    const before = fingerprintOf([folder]);

    utimesSync(join(folder, 'a.ts'), 0, 0);

    expect(fingerprintOf([folder])).toBe(before);
  });

  test.each([
    ['a content changes', () => writeFileSync(join(folder, 'below', 'b.ts'), 'twp')],
    ['a file comes', () => writeFileSync(join(folder, 'below', 'c.ts'), '')],
    ['a file goes', () => rmSync(join(folder, 'a.ts'))],
    ['a file gets another name', () => renameSync(join(folder, 'a.ts'), join(folder, 'z.ts'))],
    [
      'a letter moves from one file to the next',
      () => {
        writeFileSync(join(folder, 'a.ts'), 'onet');
        writeFileSync(join(folder, 'below', 'b.ts'), 'wo');
      },
    ],
  ])('changes when %s', (_, change) => {
    const before = fingerprintOf([folder]);

    change();

    expect(fingerprintOf([folder])).not.toBe(before);
  });

  test('leaves out what does not count', () => {
    const withoutTests = () => fingerprintOf([folder], (file) => !file.endsWith('.test.ts'));
    const before = withoutTests();

    writeFileSync(join(folder, 'a.test.ts'), 'test');

    expect(withoutTests()).toBe(before);
  });

  test('can be taken of what is not there yet', () => {
    const path = join(folder, 'later.ts');
    const before = fingerprintOf([path]);

    writeFileSync(path, '');

    expect(fingerprintOf([path])).not.toBe(before);
  });
});

describe('a stamp', () => {
  test('matches what it was set to, and nothing else', () => {
    const stamp = stampAt(join(folder, 'made', 'stamp'));

    stamp.set('abc');

    expect(stamp.matches('abc')).toBe(true);
    expect(stamp.matches('abd')).toBe(false);
  });

  test('matches nothing before it is set and after it is cleared', () => {
    const stamp = stampAt(join(folder, 'stamp'));

    expect(stamp.matches('')).toBe(false);
    stamp.set('abc');
    stamp.clear();

    expect(stamp.matches('abc')).toBe(false);
  });
});
