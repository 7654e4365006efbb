import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { OUTCOMES } from './plan.ts';

/** A transaction that truly took place: the terminal's own word, whatever was said on the wire. No card data. */
const entrySchema = z.strictObject({
  /** Counted from 1, across power cuts. */
  number: z.int().min(1),
  at: z.iso.datetime(),
  action: z.enum(['debit', 'refund', 'void']),
  amountCents: z.int().min(0),
  /** ISO 4217, in figures. */
  currency: z.string(),
  register: z.string(),
  /** What the kiosk calls the transaction, where its protocol has a place for that. */
  reference: z.string().nullable(),
  /** When it was asked, in the kiosk's own words, where its protocol has a place for that. */
  askedAt: z.string().nullable(),
  /** By which the terminal knows a request that is sent again, where its protocol has such a thing. */
  requestKey: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  /** The sale system can take a payment back as long as the customer has not decided. */
  endedBy: z.enum(['customer', 'saleSystem']),
  entryMode: z.enum(['contact', 'contactless']).nullable(),
  /** Given to approved transactions only, and to no other one again. */
  authorisation: z.string().nullable(),
});

export type JournalEntry = z.output<typeof entrySchema>;

export interface Journal {
  /** The entry is on the disk when this returns. */
  record(entry: Omit<JournalEntry, 'number' | 'at' | 'authorisation'>): JournalEntry;
  entries(): readonly JournalEntry[];
  /** As on the first day. */
  clear(): void;
  close(): void;
}

/** An authorisation number has six characters. */
const FIRST_AUTHORISATION = 240_891;

export function openJournal(path: string): Journal {
  const { entries, wholeBytes } = read(path);
  const file = openSync(path, 'a', 0o600);
  // A line that a power cut tore was never a transaction: nothing is said before it is wholly written.
  truncateSync(path, wholeBytes);

  return {
    record(details) {
      const number = (entries.at(-1)?.number ?? 0) + 1;
      const isApproved = details.outcome === 'approved';
      const authorisation = isApproved ? String((FIRST_AUTHORISATION + number - 1) % 1_000_000) : null;
      const entry: JournalEntry = { number, at: new Date().toISOString(), ...details, authorisation };
      writeSync(file, `${JSON.stringify(entry)}\n`);
      fsyncSync(file);
      entries.push(entry);
      return entry;
    },
    entries: () => entries,
    clear() {
      entries.length = 0;
      truncateSync(path);
    },
    close: () => closeSync(file),
  };
}

/** For whoever compares the books; works on a terminal that is off, too. */
export function readJournal(path: string): JournalEntry[] {
  return read(path).entries;
}

function read(path: string): { entries: JournalEntry[]; wholeBytes: number } {
  const text = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entrySchema.parse(JSON.parse(line)));
  return { entries, wholeBytes: Buffer.byteLength(whole) };
}
