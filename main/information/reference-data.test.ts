import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import type { ReferenceDataRepository, ReferenceData as Row } from '../store/reference-data-repository.ts';
import type { KnownAnswers } from '../tenant-api/tenant-api.ts';
import { createReferenceData } from './reference-data.ts';

const HOUR = 3_600;
const AWAY = { ok: false, error: { code: 'API_UNREACHABLE' } } as const;

test('what was never fetched is asked for at once, kept on disk, and there after a restart without the API', async () => {
  const disk = open();
  disk.answer = fresh('"1"', { items: ['112'] });

  disk.data.start();
  const [first] = disk.waits;
  await disk.pass();
  const restarted = open({ rows: disk.rows, answer: () => AWAY });

  expect(first).toBe(0);
  expect(disk.tries).toBe(1);
  expect(disk.row()).toMatchObject({ version: '"1"', content: '{"items":["112"]}' });
  expect(restarted.data.read()).toEqual({ items: ['112'] });
});

test('what is on disk is asked for again under its version, within a minute of the start', async () => {
  const first = open({ answer: fresh('"1"', { items: ['112'] }) });
  first.data.start();
  await first.pass();
  const second = open({ rows: first.rows, answer: unchanged });

  second.data.start();
  const [wait] = second.waits;
  await second.pass();

  expect(wait).toBe(30);
  expect(second.versionsAsked).toEqual(['"1"']);
  expect(second.tries).toBe(1);
  expect(second.data.read()).toEqual({ items: ['112'] });
});

test('an answer that failed leaves the last good one, and is asked for again at growing distances', async () => {
  const kept = open({ answer: fresh('"1"', { items: ['112'] }) });
  kept.data.start();
  await kept.pass();
  kept.answer = () => AWAY;

  await kept.pass();
  await kept.pass();
  await kept.pass();

  expect(kept.data.read()).toEqual({ items: ['112'] });
  expect(kept.waits).toEqual([0, HOUR, 1, 2, 4]);
});

test('once the API answers again, what failed is asked for within a minute, and what was well is left alone', async () => {
  const failed = open({ answer: () => AWAY });
  failed.data.start();
  await failed.pass();
  failed.data.wake();
  const well = open({ answer: fresh('"1"', { items: [] }) });
  well.data.start();
  await well.pass();
  well.data.wake();

  expect(failed.waits.at(-1)).toBe(30);
  expect(well.waits).toEqual([0, HOUR]);
});

test('a row that another version of the program has written is not shown, and fetched anew', async () => {
  const rows = memoryRows();
  rows.write({ name: 'numbers', version: '"0"', content: '{"numbers":[1]}', fetchedAt: 0 });
  const broken = memoryRows();
  broken.write({ name: 'numbers', version: '"0"', content: '{"items":', fetchedAt: 0 });

  const other = open({ rows, answer: fresh('"1"', { items: ['15'] }) });
  const cut = open({ rows: broken });
  const before = [other.data.read(), cut.data.read()];
  other.data.start();
  await other.pass();

  expect(before).toEqual([null, null]);
  expect(other.versionsAsked).toEqual([null]);
  expect(other.data.read()).toEqual({ items: ['15'] });
});

test('after the end nothing is asked any more', async () => {
  const stopped = open({ answer: fresh('"1"', { items: [] }) });
  stopped.data.start();
  await stopped.pass();

  stopped.data.stop();
  await stopped.pass();

  expect(stopped.versionsAsked).toEqual([null]);
});

interface Content {
  items: string[];
}

type Answered = (known: KnownAnswers) => Result<Content>;

function fresh(version: string, value: Content): Answered {
  return (known) => {
    known.keep('', version, value);
    return { ok: true, value };
  };
}

/** 304: what was known is the answer. */
const unchanged: Answered = (known) => {
  const before = known.of<Content>('');
  if (!before) return AWAY;
  known.keep('', before.etag, before.value);
  return { ok: true, value: before.value };
};

function open(with_: { rows?: ReturnType<typeof memoryRows>; answer?: Answered } = {}) {
  const rows = with_.rows ?? memoryRows();
  const versionsAsked: (string | null)[] = [];
  const waits: number[] = [];
  let pending: (() => void) | null = null;
  const told = { answer: with_.answer ?? (() => AWAY), tries: 0 };
  return Object.assign(told, {
    ...{ rows, versionsAsked, waits },
    row: () => {
      const row = rows.read('numbers');
      return row.ok ? row.value : null;
    },
    data: createReferenceData<Content>({
      name: 'numbers',
      schema: z.strictObject({ items: z.array(z.string()) }),
      async fetch(known) {
        versionsAsked.push(known.of('')?.etag ?? null);
        return told.answer(known);
      },
      everySeconds: HOUR,
      rows,
      onTried: () => {
        told.tries += 1;
      },
      after(seconds, work) {
        waits.push(seconds);
        pending = work;
        return () => {
          pending = null;
        };
      },
      log: silentLog,
      now: () => 1_000,
      random: () => 0.5,
    }),
    /** Until the next wait, whatever it is for. */
    async pass() {
      const work = pending;
      pending = null;
      work?.();
      await Promise.resolve();
      await Promise.resolve();
    },
  });
}

function memoryRows(): ReferenceDataRepository {
  const rows = new Map<string, Row>();
  return {
    read: (name) => ({ ok: true, value: rows.get(name) ?? null }),
    write(row) {
      rows.set(row.name, row);
      return { ok: true, value: undefined };
    },
    confirm: () => ({ ok: true, value: undefined }),
  };
}
