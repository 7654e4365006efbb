import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Where the kiosk of the sandbox stands: an agency's own example, with the sandbox's addresses over it. */
export interface Overlay {
  readonly kioskId: string;
  readonly baseUrl: string;
  readonly printerUri: string;
  readonly paymentTerminal: { readonly host: string; readonly port: number };
  /** What documents come in on. Null: none do at this kiosk. */
  readonly documents: {
    /** Each folder put in it is a key that somebody plugged in. */
    readonly usbKeysFolder: string;
    readonly scannerUrl: string;
    readonly phoneUploadsOrigin: string;
  } | null;
  /** A reader on which badges lie, beside the one that types. */
  readonly badgeReader: object | null;
  readonly window: WindowMode | null;
  readonly orientation: Orientation | null;
}

export type WindowMode = 'kiosk' | 'windowed';
export type Orientation = 'portrait' | 'landscape';

/** The example's content as far as the sandbox knows it; the rest goes through untouched. */
export type AgencyExample = z.output<typeof exampleSchema>;

const EXAMPLES_FOLDER = resolve(import.meta.dirname, '../../kiosk-config');

const exampleSchema = z.looseObject({
  agency: z.looseObject({ id: z.string() }),
  screen: z.looseObject({}).optional(),
});

/** So that staff get in at the sandbox's kiosk, too. Nobody's real code: everybody can read it here. */
export const STAFF_CODE = '246810';
const SANDBOX_STAFF = {
  id: 'sandbox-technician',
  codeHash:
    '$argon2id$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$Yfl3rtvrLqLQA0k5KI1oKFledNhh/nd9f0tHgpMLh2I',
};

/** A reader that types what it reads: how tests present a badge. */
export const BADGE_READER = {
  kind: 'badge',
  mode: 'keyboard',
  prefix: 'QZ',
  signs: 10,
  figures: 'decimal',
} as const;

/** SANE's own scanner for tests: a picture of A5, whatever lies on it. */
export const SANE_TEST_SCANNER = {
  driver: 'sane',
  device: 'test',
  options: ['--test-picture=Color pattern', '--mode=Color', '-x', '148', '-y', '200'],
};

/** Full HD, the size the screens are drawn for. */
const SCREENS = {
  portrait: { widthPixels: 1080, heightPixels: 1920 },
  landscape: { widthPixels: 1920, heightPixels: 1080 },
} as const;

/** @param name of a file in kiosk-config, without its ending */
export async function readAgencyExample(name: string): Promise<AgencyExample> {
  const file = resolve(EXAMPLES_FOLDER, `${name}.json`);
  const { $schema: _editorsOnly, ...example } = exampleSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return example;
}

export function overlayOf(example: AgencyExample, overlay: Overlay): string {
  const { kioskId, baseUrl, printerUri, paymentTerminal, documents, badgeReader, window, orientation } =
    overlay;
  const config = {
    ...example,
    kioskId,
    tenantApi: { baseUrl },
    printers: [{ id: 'a4', role: 'statements', driver: 'ipp', uri: printerUri }],
    staffCodes: [SANDBOX_STAFF],
    readers: [BADGE_READER, ...(badgeReader === null ? [] : [badgeReader])],
    paymentTerminal: { driver: 'caisse-ap', ...paymentTerminal },
    ...(documents === null
      ? {}
      : {
          scanner: { driver: 'escl', url: documents.scannerUrl },
          usbKeys: { mountFolder: documents.usbKeysFolder },
          documentCamera: true,
          phoneUploads: { origin: documents.phoneUploadsOrigin },
        }),
    ...(window === null ? {} : { window: { mode: window } }),
    ...(orientation === null ? {} : { screen: { ...example.screen, ...SCREENS[orientation] } }),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
