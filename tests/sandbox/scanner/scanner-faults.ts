/** What can go wrong with a scanner, and with what only says that it is one. */
import { z } from 'zod';

const sheets = z.int().min(0).max(100);

export const scannerFaultSchema = z.discriminatedUnion('kind', [
  /** So many sheets come through first. */
  z.strictObject({ kind: z.literal('jam'), afterSheets: sheets }),
  z.strictObject({ kind: z.literal('mispick'), afterSheets: sheets }),
  z.strictObject({ kind: z.literal('hatchOpen') }),
  z.strictObject({ kind: z.literal('stopped') }),
  /** Somebody at a desk has it, until so many questions for a job were turned away. */
  z.strictObject({ kind: z.literal('busy'), times: z.int().min(1) }),
  /** Its state says that it is at work, for so many questions. */
  z.strictObject({ kind: z.literal('processing'), times: z.int().min(1) }),
  /** The lamp: so many questions for a page are told to come back. */
  z.strictObject({ kind: z.literal('warmingUp'), times: z.int().min(1) }),
  /** The connection ends in the middle of a page. */
  z.strictObject({ kind: z.literal('cut'), saysLength: z.boolean() }),
  /** It takes a question and answers nothing. */
  z.strictObject({ kind: z.literal('silent'), at: z.enum(['words', 'page']) }),
  /** Only what says that it is a scanner does these. */
  z.strictObject({
    kind: z.literal('page'),
    content: z.enum(['html', 'endless', 'empty', 'unendingFeeder']),
  }),
  z.strictObject({
    kind: z.literal('words'),
    content: z.enum(['garbage', 'empty', 'entityBomb', 'externalEntity', 'endless', 'notHttp']),
  }),
  /** Where a job is said to be. */
  z.strictObject({ kind: z.literal('location'), value: z.string().nullable() }),
]);

export type ScannerFault = z.output<typeof scannerFaultSchema>;
