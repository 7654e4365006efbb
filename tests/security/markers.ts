/** Somebody of whom twenty things can be told from chance, and where each of them is looked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { stringsOf } from './heap-strings.ts';

type NewTenant = Parameters<Sandbox['tenantApi']['addTenant']>[0];

/** What the central API knows of her. */
export const MARKED_TENANT: NewTenant = {
  number: 'QX917317',
  displayName: 'Mme Wilhelmine Quetzalcoatl',
  email: 'jabberwock@exemple.fr',
  story: 'On la reconnaît partout',
  leases: [
    {
      number: 'ZW862951',
      addressLines: ['Résidence Xanadu, logement 7', '3 rue du Zinnwald', '86000 Brobdingnag'],
      startsOn: '2018-01-01',
      endsOn: null,
      bookings: [
        {
          postedOn: '2018-05-02',
          label: 'VIR FR7630006000011234567890189',
          direction: 'debit',
          amountCents: 11,
        },
        { postedOn: '2018-05-03', label: 'TEL 0549917317', direction: 'debit', amountCents: 22 },
        { postedOn: '2018-05-04', label: 'ROOKWOOD 06/18', direction: 'debit', amountCents: 8_191_973 },
        { postedOn: '2018-05-05', label: 'RUM++EKI5507713', direction: 'credit', amountCents: 5_263_741 },
      ],
    },
  ],
};

/** What is typed or left by hand, place by place. Latin letters and digits: every machine spells them alike. */
export const LEFT = {
  wrongPassword: 'Galumphing4711',
  freeText: 'Bandersnatch frumious',
  windowName: 'Vorpalname',
  localStorage: 'Tulgeylocal',
  sessionStorage: 'Mimsysession',
  database: 'Toveindexed',
  clipboard: 'Borogoveclip',
  history: 'Momerathhash',
  global: 'Outgrabeglobal',
} as const;

/** Chosen for an account that is created, and for one whose password was lost. */
export const CHOSEN = {
  accountPassword: 'Jubjubtree4812oiseau',
  newPassword: 'Frabjousday5923soleil',
} as const;

/** All of them, each by what it is. */
export const MARKERS: Markers = {
  firstName: 'Wilhelmine',
  lastName: 'Quetzalcoatl',
  emailTyped: 'jabberwock@',
  tenantNumber: 'QX917317',
  leaseNumber: 'ZW862951',
  residence: 'Xanadu',
  street: 'Zinnwald',
  town: 'Brobdingnag',
  iban: 'FR7630006000011234567890189',
  phone: '0549917317',
  ledgerLine: 'ROOKWOOD',
  mandate: 'EKI5507713',
  /** No string while the page shows it, but one in what comes from the API. */
  amountCents: '8191973',
  amountShown: '81 919,73',
  ...LEFT,
  ...CHOSEN,
};

/** What is looked for, each by what it is. */
export type Markers = Readonly<Record<string, string>>;

/** One byte or two a letter, whatever space stands in the amounts. Names of the markers found. */
export function markersIn(content: Buffer, markers: Markers = MARKERS): string[] {
  const narrow = content.toString('latin1');
  const texts = [
    narrow,
    narrow.replaceAll('\0', ''),
    content.toString('utf8').replace(/[\u00a0\u202f]/g, ' '),
    content
      .subarray(content.length % 2)
      .toString('utf16le')
      .replace(/[\u00a0\u202f]/g, ' '),
  ].map((text) => text.toLowerCase());
  return namesOf(markers, (marker) => texts.some((text) => text.includes(marker)));
}

/** In the strings of a heap snapshot, not in its numbers, which may be anything. */
export function markersInHeap(snapshotFile: string, markers: Markers = MARKERS): string[] {
  const text = stringsOf(JSON.parse(readFileSync(snapshotFile, 'utf8')))
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();
  return namesOf(markers, (marker) => text.includes(marker));
}

/** `file: markers`, for every file below the folder that has some; names of files count too. */
export function markersOnDisk(folder: string, markers: Markers = MARKERS): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const found = [
      ...markersIn(Buffer.from(entry.name), markers),
      ...(entry.isFile() ? markersIn(contentOf(file), markers) : []),
    ];
    return found.length > 0 ? [`${file}: ${found.join(', ')}`] : [];
  });
}

/**
 * All that main has at hand: its heap after a collection, numbers and whole strings included, and the bytes of every
 * buffer that it still holds, which no heap snapshot shows.
 */
export async function markersInMain(
  app: ElectronApplication,
  file: string,
  markers: Markers = MARKERS,
): Promise<string[]> {
  await app.evaluate(async (_electron, file) => {
    const fs = process.getBuiltinModule('node:fs');
    const { Session } = process.getBuiltinModule('node:inspector/promises');
    // Otherwise a string is cut after a thousand letters.
    process.getBuiltinModule('node:v8').setFlagsFromString('--heap-snapshot-string-limit=100000000');
    const inspector = new Session();
    inspector.connect();
    const snapshot = fs.openSync(`${file}.heapsnapshot`, 'w');
    inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ params }) => fs.writeSync(snapshot, params.chunk));
    await inspector.post('HeapProfiler.collectGarbage');
    await inspector.post('HeapProfiler.takeHeapSnapshot', { captureNumericValue: true });
    fs.closeSync(snapshot);

    const buffers = fs.openSync(`${file}.buffers`, 'w');
    for (const kind of ['ArrayBuffer', 'SharedArrayBuffer']) {
      const { result } = await inspector.post('Runtime.evaluate', { expression: `${kind}.prototype` });
      const { objects } = await inspector.post('Runtime.queryObjects', {
        prototypeObjectId: result.objectId ?? '',
      });
      await inspector.post('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        arguments: [{ value: buffers }],
        functionDeclaration: `function (file) {
          const { writeSync } = process.getBuiltinModule('node:fs');
          for (const held of this) if (held.byteLength > 0) writeSync(file, new Uint8Array(held));
        }`,
      });
    }
    fs.closeSync(buffers);
    inspector.disconnect();
  }, file);
  const inBuffers = markersIn(readFileSync(`${file}.buffers`), markers);
  return [...new Set([...markersInHeap(`${file}.heapsnapshot`, markers), ...inBuffers])];
}

/** The heap of the page's process, whichever that is now. */
export async function markersInPage(
  app: ElectronApplication,
  file: string,
  markers: Markers = MARKERS,
): Promise<string[]> {
  await app.evaluate(async ({ BrowserWindow }, file) => {
    await BrowserWindow.getAllWindows()[0]?.webContents.takeHeapSnapshot(file);
  }, file);
  return markersInHeap(file, markers);
}

function namesOf(markers: Markers, isThere: (marker: string) => boolean): string[] {
  return Object.entries(markers).flatMap(([name, marker]) => (isThere(marker.toLowerCase()) ? [name] : []));
}

/** Chromium takes files of its own away at any time; what is gone holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
