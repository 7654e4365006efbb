/**
 * What the screen and the machine say to each other about documents that people bring.
 *
 * The machine keeps them: the screen is shown pictures of the pages, one by one, and names pages by their ids.
 */
import * as z from 'zod';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import { errorCodeSchema, resultOf } from './failures.ts';
import { delivery, id, none, nothing } from './values.ts';

/** What the camera of this kiosk makes at most. The gate has limits of its own. */
const MOST_PICTURE_BYTES = 20_000_000;

const pageInHand = z.strictObject({ pageId: id });

/** What is ready to be sent, in its order. */
const inHand = z.strictObject({ pages: z.array(pageInHand).max(20) });

/** Of the page that is open for the person's telephone. */
const phonePhase = z.enum(['waiting', 'opened', 'receiving', 'received']);
const secondsLeft = z.int().min(0).max(300);
const phonePage = z.strictObject({ url: z.string().max(200), secondsLeft });
const phoneProgress = z.strictObject({ phase: phonePhase, secondsLeft });

/** `refused`: files that were not taken, the first one is 1, and why. */
const takenFiles = inHand.extend({
  refused: z.array(z.strictObject({ position: z.int().min(1), code: errorCodeSchema })),
});

const keyFile = z.strictObject({
  fileId: id,
  name: z.string(),
  /** Null at the top of the key. */
  folder: z.string().nullable(),
  kind: z.enum(['pdf', 'jpeg', 'png', 'heic']),
  sizeBytes: z.int().min(0),
});

export const documentCalls = {
  /** On what documents can come in at this kiosk. */
  'document.ways': {
    input: none,
    output: z.strictObject({
      scanner: z.boolean(),
      usbKey: z.boolean(),
      camera: z.boolean(),
      phone: z.boolean(),
    }),
  },
  'document.read': { input: none, output: resultOf(inHand) },
  /**
   * All that lies in the feeder, or the sheet on the glass. Answers when its pages are ready; `document.scanned` tells
   * of each. When the scanner fails, the pages that it had read before are in hand.
   */
  'document.scan': { input: none, output: resultOf(inHand) },
  /** Ends a scan. It answers what was in hand before it. */
  'document.callOff': { input: none, output: nothing },
  /** `isThere`: whether a key is plugged in. */
  'document.listKey': {
    input: none,
    output: resultOf(z.strictObject({ isThere: z.boolean(), files: z.array(keyFile) })),
  },
  /** One that was listed last. */
  'document.takeFromKey': { input: z.strictObject({ fileId: id }), output: resultOf(inHand) },
  /** A picture that this kiosk's camera made. */
  'document.takePicture': {
    input: z.strictObject({
      picture: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MOST_PICTURE_BYTES),
    }),
    output: resultOf(inHand),
  },
  /** Opens a page for the person's telephone, in place of the one before. */
  'document.openPhone': { input: none, output: resultOf(phonePage) },
  /** Answers when the telephone has come further than `after`, and after a while anyway. */
  'document.followPhone': { input: z.strictObject({ after: phonePhase }), output: resultOf(phoneProgress) },
  /** What the telephone sent. Its page is closed. */
  'document.takeFromPhone': { input: none, output: resultOf(takenFiles) },
  'document.closePhone': { input: none, output: nothing },
  'document.readPage': {
    input: z.strictObject({ pageId: id }),
    output: resultOf(
      z.strictObject({ jpeg: z.instanceof(Uint8Array), width: z.int().min(1), height: z.int().min(1) }),
    ),
  },
  'document.removePage': { input: z.strictObject({ pageId: id }), output: resultOf(inHand) },
  /** Everything that was not sent is gone. */
  'document.clear': { input: none, output: nothing },
  /** All that is in hand, as one document that is cited and handed in later. There is nothing in hand after that. */
  'document.putAside': {
    input: none,
    output: resultOf(z.strictObject({ bundleId: id, pageCount: z.int().min(1) })),
  },
  'document.dropAside': { input: z.strictObject({ bundleId: id }), output: nothing },
  /** All that is in hand, as one document. Answers once it is on disk; `delivery.changed` tells the rest. */
  'document.deposit': {
    input: z.strictObject({ accountId: id, kind: z.enum(DOCUMENT_KINDS) }),
    output: resultOf(delivery),
  },
} as const;

export const documentEvents = {
  /** So many pages of the scan that is under way are ready. */
  'document.scanned': z.strictObject({ pageCount: z.int().min(1) }),
} as const;

export type DocumentInHand = z.output<typeof inHand>;
export type PhonePage = z.output<typeof phonePage>;
export type PhonePhase = z.output<typeof phonePhase>;
export type PhoneProgress = z.output<typeof phoneProgress>;
export type TakenFiles = z.output<typeof takenFiles>;
export type KeyFile = z.output<typeof keyFile>;
