/** What an agency can set. Every key is listed here; one that is not is refused. */
import * as z from 'zod';
import { LOCALES } from '../../preload/locales.ts';
import { readersSchema } from '../devices/badge-reader/badge-settings.ts';
import { isScannerUrl } from '../documents/sources/escl/scanner-address.ts';
import { TERMINAL_DRIVERS } from '../payment/terminal/terminal-drivers.ts';
import { contrastRatio } from './contrast-ratio.ts';
import { partnerSites } from './partner-sites.ts';
import { EXPECTED_CODE_HASH, isStrongCodeHash } from './staff-code-hash.ts';

/** WCAG 2.2, success criterion 1.4.3: text against its ground. */
const MIN_TEXT_CONTRAST = 4.5;

const LOOPBACK_HOSTS = ['127.0.0.1', '[::1]', 'localhost'];

/** RFC 7469: 32 bytes in base64. */
const PIN = /^sha256\/[A-Za-z0-9+/]{43}=$/;

const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens');
const line = z.string().min(1).max(120);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #0b5a7a');

const apiUrl = z.string().refine(isSafeApiUrl, 'an https:// address (http:// only on this machine)');
const printerUri = z.string().refine(isPrinterUri, 'an ipp:// or ipps:// address, without a user');

const brand = z
  .strictObject({
    primary: colour.describe('Ground of the main action and of the top bar.'),
    onPrimary: colour.describe('Text on that ground.'),
  })
  .refine((pair) => contrastRatio(pair.primary, pair.onPrimary) >= MIN_TEXT_CONTRAST, {
    path: ['onPrimary'],
    message: `a colour with a contrast of at least ${MIN_TEXT_CONTRAST} against brand.primary`,
  })
  .refine((pair) => contrastRatio(pair.primary, '#ffffff') >= MIN_TEXT_CONTRAST, {
    path: ['primary'],
    message: `a colour with a contrast of at least ${MIN_TEXT_CONTRAST} against white`,
  });

const session = z
  .strictObject({
    idleTimeoutSeconds: z.int().min(30).max(1_800).describe('Without a touch for so long, the session ends.'),
    idleWarningSeconds: z.int().min(10).max(300).describe('How long before that end the person is asked.'),
    absoluteLimitMinutes: z.int().min(1).max(240).describe('No session lasts longer.'),
    holdLimitSeconds: z
      .int()
      .min(5)
      .max(900)
      .describe('An unfinished print or payment puts the end of a session off for so long at most.'),
  })
  .refine((times) => times.idleWarningSeconds < times.idleTimeoutSeconds, {
    path: ['idleWarningSeconds'],
    message: 'fewer seconds than session.idleTimeoutSeconds',
  });

/** One try looks at all of them. */
const MOST_STAFF_CODES = 16;

export const staffCodesSchema = z
  .array(
    z.strictObject({
      id: identifier.describe('Who it is, as the log names them.'),
      codeHash: z
        .string()
        .refine(isStrongCodeHash, EXPECTED_CODE_HASH)
        .describe('What `npm run doctor -- staff-code` prints for the code.'),
    }),
  )
  .max(MOST_STAFF_CODES)
  .refine((codes) => new Set(codes.map(({ id }) => id)).size === codes.length, 'a different id for each')
  .describe("Who may open the technician's screen.");

const usbId = z.int().min(0).max(0xffff);

const barcodeScanner = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('keyboard') }).describe('It types what it reads.'),
  z
    .strictObject({ mode: z.literal('hid'), vendorId: usbId, productId: usbId })
    .describe('It is set to HID POS. The technician’s screen lists the ids of what is plugged in.'),
]);

const saneScanner = z
  .strictObject({
    driver: z.literal('sane'),
    device: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^-\s][^\r\n]*$/, 'a device as `scanimage -L` names it')
      .describe('As `scanimage -L` names it.'),
    options: z
      .array(z.string().max(100))
      .max(16)
      .default([])
      .describe("More words for `scanimage`: the device's own options, such as --source or --mode."),
  })
  .describe('One that SANE knows, on a cable.');

const esclScanner = z
  .strictObject({
    driver: z.literal('escl'),
    url: z
      .string()
      .refine(
        isScannerUrl,
        'an https:// address, or an http:// address of the agency’s own network in figures',
      )
      .describe('Such as https://192.168.1.20/eSCL.'),
    certificateSha256: z
      .string()
      .regex(/^([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}$/, 'a SHA-256 fingerprint such as AB:CD:… of 32 pairs')
      .optional()
      .describe('Of the certificate that the scanner made for itself, as `openssl x509` prints it.'),
  })
  .refine(({ url, certificateSha256 }) => !certificateSha256 || url.startsWith('https:'), {
    path: ['certificateSha256'],
    message: 'only beside an https:// address',
  })
  .describe('One in the network that speaks eSCL, which is also called AirScan.');

const scanner = z.discriminatedUnion('driver', [saneScanner, esclScanner]);

const phoneUploads = z.strictObject({
  origin: apiUrl
    .refine((address) => URL.parse(address)?.origin === address, 'an origin: no path, no closing slash')
    .describe('Of the pages that the landlord opens for telephones. No code shows any other.'),
});

const usbKeys = z.strictObject({
  mountFolder: z
    .string()
    .regex(/^\/[^\0]+$/, 'an absolute path')
    .describe('Where the system mounts them, for reading only: a folder for each partition.'),
});

// Each driver's settings stand in the driver's own file, as those of badge readers and a scanner's address do. Nothing else of another room is read here.
const [firstDriver, ...otherDrivers] = TERMINAL_DRIVERS;
const paymentTerminal = z.discriminatedUnion(
  'driver',
  [firstDriver.settings, ...otherDrivers.map(({ settings }) => settings)],
  { error: `one of: ${TERMINAL_DRIVERS.map(({ name }) => name).join(', ')}` },
);

const payment = z
  .strictObject({
    minimumCents: z.int().min(1).max(1_000_000).describe('Nothing less is paid by card.'),
    maximumCents: z.int().min(1).max(10_000_000).describe('Nothing more is paid by card in one go.'),
    allowCredit: z.boolean().describe('Whether more may be paid than is owed.'),
    offlineMaximumCents: z
      .int()
      .min(1)
      .max(10_000_000)
      .exactOptional()
      .describe('Rent notices of no more than that can be paid by their code while the line is cut.'),
  })
  .refine(({ minimumCents, maximumCents }) => minimumCents <= maximumCents, {
    path: ['maximumCents'],
    message: 'not less than payment.minimumCents',
  })
  .describe('How much can be paid at the payment terminal.');

/** As the Banque de France gives it: country, check digits, activity, national number. */
const creditorIdentifier = z
  .string()
  .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/, 'a SEPA creditor identifier, such as FR72ZZZ123456');

const ofEveryPrinter = {
  id: identifier,
  role: z.enum(['statements', 'receipts']).describe('"statements": on A4. "receipts": on a roll of 80 mm.'),
};

const printer = z.discriminatedUnion(
  'driver',
  [
    z
      .strictObject({ ...ofEveryPrinter, driver: z.literal('ipp'), uri: printerUri })
      .describe('A printer on the network, or a queue of CUPS.'),
    z
      .strictObject({
        ...ofEveryPrinter,
        driver: z.literal('windows-spooler'),
        name: line.describe('As Windows names it.'),
      })
      .describe('A printer on USB, at a machine with Windows only. It says nothing of its paper.'),
  ],
  { error: 'one of: ipp, windows-spooler' },
);

export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors. The kiosk does not read it.'),
  kioskId: identifier.describe("This machine's name at the central API."),
  agency: z.strictObject({
    id: identifier,
    name: line,
    addressLines: z.array(line).min(1).max(6),
    phone: line,
    openingHours: z.array(line).min(1).max(7).describe('One line per group of days, as people read it.'),
  }),
  landlord: z.strictObject({
    name: line,
    addressLines: z.array(line).min(1).max(6),
    phone: line,
    website: line
      .optional()
      .describe('Where tenants find their account at home, as people write it: www.ekidom.fr.'),
    creditorIdentifier: creditorIdentifier
      .optional()
      .describe('SEPA creditor identifier (ICS), printed on the form for a direct debit.'),
  }),
  screen: z.strictObject({
    diagonalInches: z.number().min(7).max(65),
    widthPixels: z.int().min(600).max(7_680),
    heightPixels: z.int().min(600).max(7_680),
  }),
  brand,
  locales: z.array(z.enum(LOCALES)).min(1).describe('In the order they are offered; the first one greets.'),
  tenantApi: z.strictObject({
    baseUrl: apiUrl,
    timeoutSeconds: z.int().min(2).max(60).describe('How long one request may take in all.'),
    pins: z
      .array(z.string().regex(PIN, 'sha256/ and the base64 of a SHA-256 digest'))
      .min(1)
      .max(8)
      .optional()
      .describe(
        'The public keys that the API may have, as sha256/ and the base64 of their SPKI digest: that of its certificate, and that of the next. Without it, any certificate that the system trusts will do.',
      ),
  }),
  printers: z
    .array(printer)
    .max(4)
    .refine(
      (printers) => new Set(printers.map(({ id }) => id)).size === printers.length,
      'a different id for each',
    )
    .describe(
      'Those of the same role are tried in this order; a receipt comes out on A4 where no roll can take it.',
    ),
  printing: z
    .strictObject({
      pagesPerSession: z
        .int()
        .min(1)
        .max(400)
        .describe('So many pages are printed for one person at most, receipts not counted.'),
      confirmAbovePages: z.int().min(1).max(400).describe('A longer document is shown before it is printed.'),
    })
    .describe('How much is printed in one session.'),
  paymentTerminal: paymentTerminal
    .optional()
    .describe('The payment terminal fixed to the kiosk. Without it, nobody is offered to pay by card.'),
  payment,
  barcodeScanner: barcodeScanner
    .optional()
    .describe('Reads the code of a rent notice. Without it, nobody is told to hold a notice before it.'),
  readers: readersSchema.describe('Readers of staff badges. By itself a badge opens nothing.'),
  scanner: scanner
    .optional()
    .describe('Scans what tenants bring on paper. Without it, nobody is offered to.'),
  usbKeys: usbKeys
    .optional()
    .describe('What tenants bring on USB keys. Without it, nobody is asked to plug one in.'),
  documentCamera: z
    .boolean()
    .optional()
    .describe('Whether tenants photograph their papers under a camera. Without it, they are not offered to.'),
  phoneUploads: phoneUploads
    .optional()
    .describe('What tenants send from their telephones. Without it, nobody is shown a code for that.'),
  session,
  restartAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 03:30')
    .nullable()
    .describe('When the kiosk starts anew each night, once nobody is there. null: never.'),
  staffCodes: staffCodesSchema,
  partnerSites: partnerSites.describe(
    'Sites of other organisations, in the order in which they are offered.',
  ),
  window: z.strictObject({
    mode: z.enum(['kiosk', 'windowed']).describe('"windowed" is for development.'),
  }),
});

export type KioskConfig = z.output<typeof configSchema>;
export type PrinterConfig = KioskConfig['printers'][number];
export type StaffCode = z.output<typeof staffCodesSchema>[number];

function isSafeApiUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
}

function isPrinterUri(text: string): boolean {
  const url = URL.parse(text);
  if (!url?.hostname || url.username || url.password) return false;
  return url.protocol === 'ipp:' || url.protocol === 'ipps:';
}
