/** Reads the catalogue of escapes and refuses one that cannot be carried out as it is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { BUTTONS, type Button } from './hands.ts';

/** Where somebody stands when they try it, in the order in which they come there. */
const SITUATIONS = [
  'attract',
  'sign-in',
  'account',
  'quick pay',
  'payment methods',
  'pay',
  'direct debit',
  'signature',
  'partner site',
  'technician',
  'payments to check',
] as const;
export type Situation = (typeof SITUATIONS)[number];

const GESTURES = [
  'long press',
  'double tap',
  'spread',
  'pinch',
  'from the left',
  'from the right',
  'from the top',
  'from the bottom',
  'five fingers',
] as const;
const THINGS = ['file', 'folder', 'link', 'text', 'html'] as const;
const SPOTS = ['ground', 'words', 'button', 'link', 'field', 'pad', 'site', 'site link'] as const;

const buttonNames = Object.keys(BUTTONS) as [Button, ...Button[]];
const spot = z.enum(SPOTS);
const chord = z.string().regex(/^\w+(\+\w+)*$/);

/** One of these a line, the verb first. */
const how = z.union([
  z.strictObject({ press: z.union([chord.transform((one) => [one]), z.array(chord)]) }),
  z.strictObject({
    click: z.enum(buttonNames),
    on: spot,
    times: z.exactOptional(z.int()),
    holding: z.exactOptional(z.string()),
  }),
  z.strictObject({ drag: spot, to: z.union([spot, z.literal('outside')]) }),
  z.strictObject({ touch: z.enum(GESTURES) }),
  z.strictObject({ drop: z.enum(THINGS) }),
  /** As the kiosk's own page would, were it hostile: the body of an async function, just after a touch. */
  z.strictObject({ run: z.string() }),
  /** The program started a second time, with these words. */
  z.strictObject({ start: z.array(z.string()) }),
]);

const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  how,
  /** What it stands for is written at the top of the catalogue. */
  expected: z.string(),
});

const catalogueSchema = z.array(
  z.strictObject({ group: z.string(), in: z.array(z.enum(SITUATIONS)).min(1), entries: z.array(entry) }),
);

export type How = z.output<typeof how>;
export type Spot = z.output<typeof spot>;
export type Gesture = (typeof GESTURES)[number];
export type Thing = (typeof THINGS)[number];

export interface Way {
  readonly id: string;
  readonly group: string;
  readonly situation: Situation;
  readonly how: How;
  readonly expected: string;
}

/** Each entry once for each situation in which it is tried, situation by situation. */
export function readCatalogue(): Way[] {
  const groups = catalogueSchema.parse(
    parse(readFileSync(join(import.meta.dirname, 'catalogue.yaml'), 'utf8')),
  );
  const ids = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0) throw new Error(`The catalogue has these twice: ${twice.join(', ')}`);

  return SITUATIONS.flatMap((situation) =>
    groups
      .filter((group) => group.in.includes(situation))
      .flatMap(({ group, entries }) => entries.map((one) => ({ ...one, group, situation }))),
  );
}

/** For the table: `press ctrl+p`. */
export function inWords(how: How): string {
  return Object.entries(how)
    .map(([verb, object]) => `${verb} ${Array.isArray(object) ? object.join(' ') : object}`)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
