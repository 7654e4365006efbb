import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Measure, setUp } from './set-up.mjs';

/** Not this checkout, where a real set-up may be at work. */
const OPTIONS = { folder: `/nowhere/${randomUUID()}`, retryDownloads: false };

let shown: string;

beforeEach(() => {
  shown = '';
  const show = (text: string | Uint8Array) => {
    shown += text;
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(show);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('when everything is in place nothing is done and nothing is said', async () => {
  const measure = measureThat({ isInPlace: true });

  const isReady = await setUp([measure], OPTIONS);

  expect(isReady).toBe(true);
  expect(measure.carryOut).not.toHaveBeenCalled();
  expect(shown).toBe('');
});

test('what is missing is done, in one line with its duration', async () => {
  const measure = measureThat({ doing: 'Dependencies', outcome: { ok: true, note: '614 installed' } });

  const isReady = await setUp([measureThat({ isInPlace: true }), measure], OPTIONS);

  expect(isReady).toBe(true);
  expect(shown).toMatch(/^Dependencies … 614 installed \(\d+\.\d s\)\n$/);
});

test('a failure says what is missing and how to get it, and nothing after it is tried', async () => {
  const outcome = {
    ok: false,
    missing: 'Some packages are missing.',
    remedy: 'sudo apt-get install x',
  } as const;
  const after = measureThat({});

  const isReady = await setUp([measureThat({ doing: 'Packages', outcome }), after], OPTIONS);

  expect(isReady).toBe(false);
  expect(after.carryOut).not.toHaveBeenCalled();
  expect(shown).toMatch(/^Packages … failed \(.*\)\nSome packages are missing\.\nsudo apt-get install x\n$/);
});

test('a notice stands in a frame', async () => {
  const outcome = { ok: true, notice: ['NEVER SHIPPED', 'really'] } as const;

  await setUp([measureThat({ outcome })], OPTIONS);

  expect(shown).toContain(
    '###################\n## NEVER SHIPPED ##\n## really        ##\n###################\n',
  );
});

test('two set-ups at once do the work once', async () => {
  let isDone = false;
  const measure = measureThat({});
  measure.isInPlace.mockImplementation(() => isDone);
  measure.carryOut.mockImplementation(async () => {
    isDone = true;
    return { ok: true };
  });

  const areReady = await Promise.all([setUp([measure], OPTIONS), setUp([measure], OPTIONS)]);

  expect(areReady).toEqual([true, true]);
  expect(measure.carryOut).toHaveBeenCalledTimes(1);
});

function measureThat({
  isInPlace = false,
  doing = 'Something',
  outcome = { ok: true },
}: {
  isInPlace?: boolean;
  doing?: string;
  outcome?: Awaited<ReturnType<Measure['carryOut']>>;
}) {
  return {
    doing,
    isInPlace: vi.fn<Measure['isInPlace']>(() => isInPlace),
    carryOut: vi.fn<Measure['carryOut']>(async () => outcome),
  };
}
