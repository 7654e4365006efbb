/**
 * How somebody at the kiosk is guided from the desk: what the screen and the machine say to each other, and what the
 * desk may say to the kiosk. Nothing in it types, presses or chooses anything at the kiosk.
 */
import * as z from 'zod';
import { failureSchema } from './failures.ts';
import { GUIDE_ENDS, GUIDE_PAGES, GUIDE_SENTENCES } from './guide-pages.ts';
import { SCREEN_NAMES } from './screen-names.ts';
import { id, instant, none, nothing } from './values.ts';

/** What is written to one another is short. */
export const WORDS_MAX = 200;

/** More than any screen of the kiosk needs, as masked events in JSON. */
const MIRROR_TEXT_MAX = 2_000_000;

/** Nothing in it may turn round or hide a part of the question that it stands in. */
const staffName = z.string().regex(/^[^\p{C}\p{Z}][^\p{C}\p{Zl}\p{Zp}]{0,59}$/u);

/** A node of the mirrored page, by the number that the recorder gave it. */
const node = z.int().min(1).max(10_000_000);

const share = z.number().min(0).max(1);

/** One line without control, format or private-use characters, which could turn it round or hide something in it. */
const words = z
  .string()
  .min(1)
  .max(WORDS_MAX)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);

const guideState = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('none') }),
  z.strictObject({ name: z.literal('opening') }),
  /** The code is told to the desk; nothing of the screen is sent yet. */
  z.strictObject({
    name: z.literal('waiting'),
    pairingCode: z.string().regex(/^\d{6}$/),
    expiresAt: instant,
  }),
  /** Somebody at the desk is there, and the person has not answered yet. Nothing of the screen is sent yet. */
  z.strictObject({ name: z.literal('asked'), staffName }),
  z.strictObject({
    name: z.literal('guided'),
    staffName,
    sinceMs: z.int().min(0),
    /** False while one side has lost the line. */
    isDeskThere: z.boolean(),
    /** The person has signed in since they accepted: nothing of the screen is sent until they accept once more. */
    isAskedAgain: z.boolean(),
  }),
  /** `wasGuided`: somebody had been accepted, and there is something to look back on. */
  z.strictObject({ name: z.literal('ended'), reason: z.enum(GUIDE_ENDS), wasGuided: z.boolean() }),
  z.strictObject({ name: z.literal('failed'), error: failureSchema }),
]);

/** What the desk shows, suggests and writes. */
const fromDesk = z.discriminatedUnion('type', [
  /** `x`, `y`: where in the node, as shares of its width and height. */
  z.strictObject({ type: z.literal('pointer'), node, x: share, y: share }),
  z.strictObject({ type: z.literal('highlight'), node: node.nullable() }),
  z.strictObject({ type: z.literal('suggest'), page: z.enum(GUIDE_PAGES) }),
  z.strictObject({ type: z.literal('words'), text: words }),
  /** The desk has lost its place: the whole screen once more. */
  z.strictObject({ type: z.literal('again') }),
]);

/** All that may come in over the relay. */
export const relayFrame = z.discriminatedUnion('type', [
  ...fromDesk.options,
  z.strictObject({ type: z.literal('bye') }),
  /** From the relay itself. `nextToken`: for the next connection, should this one be lost. */
  z.strictObject({ type: z.literal('welcome'), nextToken: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/) }),
  /** `staffId`: by the landlord's own number. `tenantNumbers`: tenants who the staff member is themselves. */
  z.strictObject({
    type: z.literal('desk'),
    isThere: z.boolean(),
    staffId: id.nullable(),
    staffName: staffName.nullable(),
    tenantNumbers: z.array(z.string().min(1).max(64)).max(10),
  }),
  z.strictObject({ type: z.literal('over') }),
]);

/** What the person tells the desk. */
const toDesk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sentence'), sentence: z.enum(GUIDE_SENTENCES) }),
  z.strictObject({ type: z.literal('words'), text: words }),
  z.strictObject({
    type: z.literal('suggestion'),
    page: z.enum(GUIDE_PAGES),
    answer: z.enum(['accepted', 'declined', 'notHere']),
  }),
  /** What was touched, outside of whatever is private. */
  z.strictObject({ type: z.literal('touch'), node }),
  /** The person is at something that concerns nobody else: nothing of the screen is sent. */
  z.strictObject({ type: z.literal('alone'), isAlone: z.boolean() }),
]);

export const guideCalls = {
  'guide.read': { input: none, output: guideState },
  /** Asks for a code, and has the desk see that somebody waits. `guide.changed` tells what comes of it. */
  'guide.open': { input: z.strictObject({ screen: z.enum(SCREEN_NAMES) }), output: nothing },
  /**
   * The person's answer to whoever wants to guide them, or goes on to once they have signed in. Only after a yes is
   * anything of the screen sent.
   */
  'guide.answer': { input: z.strictObject({ accepts: z.boolean() }), output: nothing },
  /** The consent is withdrawn, or it was never given. */
  'guide.stop': { input: none, output: nothing },
  /** Masked events of the recorder, as JSON: an array. */
  'guide.mirror': { input: z.strictObject({ events: z.string().max(MIRROR_TEXT_MAX) }), output: nothing },
  'guide.tell': { input: toDesk, output: nothing },
} as const;

export const guideEvents = { 'guide.changed': guideState, 'guide.shown': fromDesk } as const;

export type GuideState = z.output<typeof guideState>;
export type FromDesk = z.output<typeof fromDesk>;
export type RelayFrame = z.output<typeof relayFrame>;
export type ToDesk = z.output<typeof toDesk>;
/** All that the desk may hear from the kiosk. */
export type ToDeskFrame =
  | ToDesk
  | { type: 'mirror'; events: unknown[] }
  | { type: 'accepted' }
  | { type: 'kiosk'; isThere: boolean }
  | { type: 'welcome'; nextToken: string }
  | { type: 'over' };
