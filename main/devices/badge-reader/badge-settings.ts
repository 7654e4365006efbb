/** How a reader of staff badges tells what it read: it differs from maker to maker, and is set by each reader's owner. */
import * as z from 'zod';

const usb16Bits = z.int().min(0).max(0xffff);
/** A report of full-speed USB has 64 bytes, and its number before them. */
const MOST_REPORT_BYTES = 65;
const place = z
  .int()
  .min(0)
  .max(MOST_REPORT_BYTES - 1);

/** As people write bytes: two figures each. */
const bytes = z
  .string()
  .regex(/^(?:[0-9a-f]{2}){0,8}$/i, 'up to eight bytes, two hexadecimal figures each')
  .default('');

const report = {
  reportBytes: z
    .int()
    .min(4)
    .max(MOST_REPORT_BYTES)
    .describe('How long each report is. Another one is refused.'),
  startsWith: bytes.describe('The bytes that every report begins with.'),
  startAt: place.describe('Where the number begins, counted from 0.'),
};

/** ISO/IEC 14443-3 gives a badge 4, 7 or 10 bytes, ISO/IEC 15693 gives it 8, EM4100 5. */
const numberBytes = z.int().min(3).max(10);
const figures = z.enum(['decimal', 'hexadecimal']).default('hexadecimal');

const binary = z
  .strictObject({
    coding: z.literal('bytes'),
    ...report,
    length: z
      .union([z.strictObject({ bytes: numberBytes }), z.strictObject({ at: place })])
      .describe('How many bytes the number has, or where the report says so.'),
    order: z.enum(['asSent', 'reversed']).default('asSent'),
    figures,
  })
  .describe('The number as bytes; behind it nothing but zeros.')
  .refine(({ startAt, startsWith }) => startsWith.length / 2 <= startAt, {
    path: ['startAt'],
    message: 'behind what the report begins with',
  })
  .refine(({ length, startAt }) => !('at' in length) || length.at < startAt, {
    path: ['length', 'at'],
    message: 'before startAt',
  });

const text = z
  .strictObject({
    coding: z.literal('text'),
    ...report,
    signs: z.int().min(4).max(24).describe('How many figures the number has.'),
    endsWith: bytes.describe('The bytes behind the number, such as 0d.'),
    figures,
  })
  .describe('The number in signs of ASCII; behind it what it ends with, then nothing but zeros.')
  .refine(({ startAt, startsWith }) => startsWith.length / 2 <= startAt, {
    path: ['startAt'],
    message: 'behind what the report begins with',
  })
  .refine(
    ({ startAt, signs, endsWith, reportBytes }) => startAt + signs + endsWith.length / 2 <= reportBytes,
    {
      path: ['signs'],
      message: 'no more than a report has room for',
    },
  );

const pcprox = z
  .strictObject({
    coding: z.literal('pcprox'),
    bits: z
      .int()
      .min(16)
      .max(64)
      .describe('How many bits a badge has, without those of parity: 24 for H10301.'),
    numberBits: z
      .int()
      .min(8)
      .max(48)
      .describe('The lowest of them are the number, the others the site: 16 for H10301.'),
  })
  .describe('A reader of rf IDEAS in its mode for programs, which is asked.')
  .refine(({ bits, numberBits }) => numberBits <= bits, {
    path: ['numberBits'],
    message: 'no more than bits',
  });

export const badgeFormatSchema = z.discriminatedUnion('coding', [binary, text, pcprox]);

const hidReader = z
  .strictObject({
    kind: z.literal('badge'),
    mode: z.literal('hid'),
    vendorId: usb16Bits,
    productId: usb16Bits,
    usagePage: usb16Bits
      .optional()
      .describe(
        'Of its entries, the one on this page. Without it, the one that is no keyboard (of a pcprox, the one that is).',
      ),
    format: badgeFormatSchema,
  })
  .describe(
    'It is opened by vendor and product. The technician’s screen lists the ids of what is plugged in.',
  );

/** What a barcode in figures alone begins at: fewer are never one. */
const FEWEST_FIGURES_OF_BARCODE = 13;

const typingReader = z
  .strictObject({
    kind: z.literal('badge'),
    mode: z.literal('keyboard'),
    prefix: z
      .string()
      .regex(/^(?!E)[A-LN-Z]{1,4}$/, 'up to four capitals, no M, and no E at first')
      .optional()
      .describe('What it types before each number. Without it, `signs` tells a badge from a barcode.'),
    signs: z.int().min(6).max(24).describe('How many figures a number has.'),
    figures,
  })
  .describe('It types what it reads, and Enter.')
  .refine(({ prefix, signs }) => prefix !== undefined || signs < FEWEST_FIGURES_OF_BARCODE, {
    path: ['prefix'],
    message: `given, for ${FEWEST_FIGURES_OF_BARCODE} figures or more: they could be a barcode`,
  });

export const readersSchema = z.array(z.discriminatedUnion('mode', [hidReader, typingReader])).max(4);

export type BadgeFormat = z.output<typeof badgeFormatSchema>;
export type HidBadgeReader = z.output<typeof hidReader>;
export type TypingBadgeReader = z.output<typeof typingReader>;
