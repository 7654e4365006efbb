import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../preload/audit-entry.ts';
import type { Result } from '../../../preload/contract.ts';
import { silentLog } from '../../log/log.ts';
import { createSealing } from '../../secrets/sealing.ts';
import { createAtomically } from '../../store/atomically.ts';
import { createAttempt } from '../../store/attempt.ts';
import { createAuditEntriesRepository } from '../../store/audit-entries-repository.ts';
import { migrate } from '../../store/migrate.ts';
import { migrations } from '../../store/migrations/migrations.ts';
import { createOutboxRepository } from '../../store/outbox-repository.ts';
import { createOutbox } from '../../sync/outbox.ts';
import { pretendDeposits } from '../../sync/testing/pretend-deposits.ts';
import type { DepositApi } from '../../tenant-api/tenant-api.ts';
import { createGuideTrace } from '../guide/guide-trace.ts';
import { createAuditTrail } from './audit-trail.ts';
import { hashOf, type Link } from './chain.ts';
import { linkContext } from './open-chain.ts';

const ENTRIES = 6;
const TOLD = {
  assistanceId: 'assistance-1',
  staffId: 'anne',
  tenantNumber: '0104473',
  action: 'statement.print',
  subject: 'account',
  consent: 'onScreen',
} as const satisfies Omit<AuditEntry, 'at'>;

const sealing = createSealing(Buffer.alloc(32, 1));

describe('a trail that nobody touched', () => {
  test('is whole, from before its first entry on', () => {
    const { trail } = arrange();

    expect(good(trail.verify())).toEqual({ whole: true, entryCount: 0 });
    for (let count = 1; count <= ENTRIES; count++) {
      good(trail.append(TOLD));
      expect(good(trail.verify())).toEqual({ whole: true, entryCount: count });
    }
  });

  test('goes on where it ended when the kiosk starts again', () => {
    const kiosk = arrange(ENTRIES);

    const again = kiosk.restart();
    good(again.append(TOLD));

    expect(good(again.verify())).toEqual({ whole: true, entryCount: ENTRIES + 1 });
  });

  test('reaches the central API entry by entry, in order, with hashes that anybody can check', async () => {
    const kiosk = arrange(ENTRIES);

    await expect.poll(() => kiosk.received.length).toBe(ENTRIES);

    expect(kiosk.received.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { hash, ...link } of kiosk.received) expect(hashOf(link)).toBe(hash);
    expect(kiosk.received.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      kiosk.received.slice(0, -1).map(({ hash }) => hash),
    );
  });

  test('tells what was done in one assistance, and nothing of another', () => {
    const { trail } = arrange(1);
    good(trail.append({ ...TOLD, assistanceId: 'assistance-2', action: 'consentGiven' }));

    expect(good(trail.entriesOf('assistance-2')).map(({ action }) => action)).toEqual(['consentGiven']);
  });

  test('says that help was broken off when the kiosk went dark in the middle of it', () => {
    const kiosk = arrange();
    good(kiosk.trail.append({ ...TOLD, action: 'signedIn', subject: 'here' }));
    good(kiosk.trail.append({ ...TOLD, action: 'ended', subject: 'staff' }));
    const dark = { ...TOLD, assistanceId: 'assistance-2' };
    good(kiosk.trail.append({ ...dark, action: 'signedIn', subject: 'here' }));
    good(kiosk.trail.append({ ...dark, action: 'request.write', subject: null }));

    const again = kiosk.restart();
    good(again.closeInterrupted('here'));
    good(again.closeInterrupted('here'));

    expect(good(again.verify())).toEqual({ whole: true, entryCount: 5 });
    expect(good(again.entriesOf('assistance-2')).at(-1)).toMatchObject({
      ...{ action: 'ended', subject: 'interrupted' },
      ...{ staffId: 'anne', tenantNumber: '0104473', consent: 'onScreen' },
    });
  });

  test('says the same of a guide from the desk, and leaves help alone that goes on beside it', () => {
    const kiosk = arrange();
    const guide = { ...TOLD, assistanceId: 'guide-1' };
    good(kiosk.trail.append({ ...guide, action: 'guideAccepted', subject: null }));
    good(kiosk.trail.append({ ...guide, action: 'guideAcceptedSignedIn', subject: null }));

    const again = kiosk.restart();
    good(again.append({ ...TOLD, action: 'signedIn', subject: 'here' }));
    good(again.closeInterrupted('guide'));
    good(again.closeInterrupted('guide'));

    expect(good(again.entriesOf('guide-1')).map(({ action, subject }) => [action, subject])).toEqual([
      ['guideAccepted', null],
      ['guideAcceptedSignedIn', null],
      ['guideEnded', 'interrupted'],
    ]);
    expect(good(again.entriesOf(TOLD.assistanceId)).map(({ action }) => action)).toEqual(['signedIn']);
    expect(good(again.verify())).toEqual({ whole: true, entryCount: 4 });
  });

  test('is read from its end, however long it has grown', () => {
    const { trail } = arrange();
    good(trail.append({ ...TOLD, action: 'signedIn', subject: 'here' }));
    for (let count = 0; count < 1_200; count++) good(trail.append({ ...TOLD, assistanceId: 'other' }));
    good(trail.append(TOLD));

    expect(good(trail.entriesOf(TOLD.assistanceId)).map(({ action }) => action)).toEqual([
      'signedIn',
      'statement.print',
    ]);
    expect(good(trail.entriesSince('2018-01-01T00:00:00.000Z'))).toHaveLength(1_202);
    expect(good(trail.entriesSince('9999-01-01T00:00:00.000Z'))).toEqual([]);
  });

  test('lies on the disk with no word that says who was helped with what', () => {
    const { database } = arrange(1);

    const bytes = database.serialize();

    for (const word of ['0104473', 'statement.print', 'anne', 'assistance-1']) {
      expect(bytes.includes(word)).toBe(false);
    }
  });
});

test('a guide from the desk stands in it as all other help does, and is proven with it', () => {
  const { trail } = arrange(1);
  const told = { trail, assistanceId: 'guide-1', staffId: 'claire', tenantNumber: () => '0104473' };

  const guide = createGuideTrace(told);
  good(guide.append({ action: 'guideAccepted', subject: null, consent: 'onScreen' }));
  good(guide.append({ action: 'guideSuggestion', subject: 'usefulNumbers', consent: 'onScreen' }));
  good(guide.append({ action: 'guideEnded', subject: 'person', consent: 'onScreen' }));

  expect(good(trail.verify())).toEqual({ whole: true, entryCount: 4 });
  expect(good(trail.entriesOf('guide-1'))).toMatchObject([
    { action: 'guideAccepted', staffId: 'claire', tenantNumber: '0104473', consent: 'onScreen' },
    { action: 'guideSuggestion', subject: 'usefulNumbers' },
    { action: 'guideEnded', subject: 'person' },
  ]);
});

describe('a trail that somebody touched is broken', () => {
  test.each([1, 3, ENTRIES])('at the entry that was changed without the key: %i', (at) => {
    const kiosk = arrange(ENTRIES);

    kiosk.tamper(`UPDATE audit_entries SET sealed = x'${'01'.repeat(80)}' WHERE sequence = ${at}`);

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: at, why: 'unreadable' });
  });

  test('at the entry that was written anew with the key', () => {
    const kiosk = arrange(ENTRIES);
    const link = kiosk.linkAt(3);

    kiosk.put(3, { ...link, entry: { ...link.entry, staffId: 'somebody-else' } });

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: 3, why: 'changed' });
  });

  test('behind the entry that was written anew with the key and its own hash', () => {
    const kiosk = arrange(ENTRIES);
    const link = kiosk.linkAt(3);
    const forged = { ...link, entry: { ...link.entry, staffId: 'somebody-else' } };

    kiosk.put(3, forged, hashOf(forged));

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: 4, why: 'missing' });
  });

  test.each([1, 3])('where an entry was taken out: %i', (at) => {
    const kiosk = arrange(ENTRIES);

    kiosk.tamper(`DELETE FROM audit_entries WHERE sequence = ${at}`);

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: at, why: 'missing' });
  });

  test('where an entry was taken out and the others moved up', () => {
    const kiosk = arrange(ENTRIES);

    kiosk.tamper(
      'DELETE FROM audit_entries WHERE sequence = 3',
      'UPDATE audit_entries SET sequence = sequence - 1 WHERE sequence > 3',
    );

    expect(good(kiosk.trail.verify())).toMatchObject({ whole: false, sequence: 3 });
  });

  test.each([
    [1, 2],
    [2, 5],
    [ENTRIES - 1, ENTRIES],
  ])('at the first of two entries that changed places: %i and %i', (one, other) => {
    const kiosk = arrange(ENTRIES);

    kiosk.tamper(
      `UPDATE audit_entries SET sequence = 99 WHERE sequence = ${one}`,
      `UPDATE audit_entries SET sequence = ${one} WHERE sequence = ${other}`,
      `UPDATE audit_entries SET sequence = ${other} WHERE sequence = 99`,
    );

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: one, why: 'unreadable' });
  });

  test('at the first of two entries that changed places, also where both are sealed anew with the key', () => {
    const kiosk = arrange(ENTRIES);
    const [third, fourth] = [kiosk.linkAt(3), kiosk.linkAt(4)];

    kiosk.put(3, { ...fourth, sequence: 3 }, hashOf({ ...fourth, sequence: 3 }));
    kiosk.put(4, { ...third, sequence: 4 }, hashOf({ ...third, sequence: 4 }));

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: 3, why: 'missing' });
  });

  test('behind an entry that was put between two others, with the key and a hash of its own', () => {
    const kiosk = arrange(ENTRIES);
    const between: Link = { ...kiosk.linkAt(3), salt: '0'.repeat(32) };

    kiosk.tamper(
      'UPDATE audit_entries SET sequence = sequence + 100 WHERE sequence >= 3',
      'UPDATE audit_entries SET sequence = sequence - 99 WHERE sequence > 100',
    );
    kiosk.put(3, between, hashOf(between));

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: 4, why: 'unreadable' });
  });

  test('where an entry of another chain, or one that is there already, stands in its place', () => {
    const kiosk = arrange(ENTRIES);
    const link = kiosk.linkAt(3);
    const stranger: Link = { ...link, chainId: 'another-chain' };

    kiosk.put(3, stranger, hashOf(stranger));
    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: 3, why: 'missing' });

    kiosk.put(3, kiosk.linkAt(2));
    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: 3, why: 'changed' });
  });

  test.each([1, 2, ENTRIES])('where its last entries were cut off: %i of them', (count) => {
    const kiosk = arrange(ENTRIES);
    const left = ENTRIES - count;

    kiosk.tamper(`DELETE FROM audit_entries WHERE sequence > ${left}`);

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: left + 1, why: 'missing' });
  });

  test('where an entry was put behind its end', () => {
    const kiosk = arrange(ENTRIES);
    const last = kiosk.linkAt(ENTRIES);
    const more: Link = { ...last, sequence: ENTRIES + 1, previousHash: hashOf(last) };

    kiosk.put(ENTRIES + 1, more, hashOf(more));

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: ENTRIES + 1, why: 'added' });
  });

  test('when its end was forgotten, and nothing is appended to it any more when that cannot be opened', () => {
    const kiosk = arrange(ENTRIES);

    kiosk.tamper("UPDATE audit_head SET sealed = x'01'");

    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: ENTRIES, why: 'unreadable' });
    expect(kiosk.trail.append(TOLD)).toEqual({ ok: false, error: { code: 'AUDIT_BROKEN' } });
    kiosk.tamper('DELETE FROM audit_head');
    expect(good(kiosk.trail.verify())).toEqual({ whole: false, sequence: 1, why: 'added' });
  });
});

test('neither an entry nor its place is changed by the program itself', () => {
  const { database } = arrange(1);

  expect(() => database.exec("UPDATE audit_entries SET hash = 'other'")).toThrow('never changed');
  expect(() => database.exec('DELETE FROM audit_entries')).toThrow('never deleted');
});

test('what cannot be handed in is not in the trail either', () => {
  const kiosk = arrange(1);

  const appended = kiosk.trail.append({ ...TOLD, subject: 'x'.repeat(65) });

  expect(appended).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(good(kiosk.trail.verify())).toEqual({ whole: true, entryCount: 1 });
});

function arrange(entryCount = 0) {
  const database = new Database(':memory:');
  migrate(database, migrations);
  const attempt = createAttempt(silentLog);
  const rows = createAuditEntriesRepository(database, attempt);
  const received: Parameters<DepositApi['createAuditEntry']>[0]['body'][] = [];
  const outbox = createOutbox({
    rows: createOutboxRepository(database, attempt),
    sealing,
    api: pretendDeposits({
      async createAuditEntry({ body }) {
        received.push(body);
        return { outcome: 'delivered' };
      },
    }),
    log: silentLog,
    onChange: () => undefined,
  });
  const start = () =>
    createAuditTrail({ rows, atomically: createAtomically(database, attempt), sealing, outbox });
  const trail = start();
  for (let count = 0; count < entryCount; count++) good(trail.append(TOLD));

  /** As somebody who has the file would: no trigger keeps them from it. */
  function tamper(...statements: string[]): void {
    database.exec(
      'DROP TRIGGER IF EXISTS audit_entries_stay; DROP TRIGGER IF EXISTS audit_entries_stay_as_they_are',
    );
    for (const statement of statements) database.exec(statement);
  }

  return {
    database,
    trail,
    received,
    restart: start,
    tamper,
    linkAt(sequence: number): Link {
      const [row] = good(rows.list(sequence - 1, 1));
      return JSON.parse(sealing.unseal(row?.sealed ?? Buffer.alloc(0), linkContext(sequence)) ?? 'null');
    },
    /** Under the hash that was there, unless another is given. */
    put(sequence: number, link: Link, hash?: string): void {
      const [row] = good(rows.list(sequence - 1, 1));
      tamper(`DELETE FROM audit_entries WHERE sequence = ${sequence}`);
      database
        .prepare('INSERT INTO audit_entries VALUES (?, ?, ?)')
        .run(sequence, hash ?? row?.hash, sealing.seal(JSON.stringify(link), linkContext(sequence)));
    },
  };
}

function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
