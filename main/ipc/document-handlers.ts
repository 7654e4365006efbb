import type { documentCalls } from '../../preload/document-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { AsTenant, AsWhoever } from './as-tenant.ts';
import type { Handlers } from './router.ts';

const NO_SCANNER = { ok: false, error: { code: 'SCANNER_UNREACHABLE' } } as const;
const NO_CAMERA = { ok: false, error: { code: 'NOT_ALLOWED_NOW' } } as const;
const NO_PHONE = { ok: false, error: { code: 'PHONE_PAGE_OVER' } } as const;
const NO_KEY = { ok: false, error: { code: 'USB_KEY_GONE' } } as const;

/** What each call about documents that people bring does. */
export function documentHandlers(from: {
  asTenant: AsTenant;
  asWhoever: AsWhoever;
  parts: Promise<OpenParts>;
  /** The person is there, though they touch something else than the screen. */
  onActivity: () => void;
}): Pick<Handlers, keyof typeof documentCalls> {
  const { asTenant, asWhoever, parts, onActivity } = from;
  return {
    'document.ways': async () => {
      const { documentRoom, visits } = await parts;
      const { scanner, usbKey, phone, hasCamera } = documentRoom;
      return {
        scanner: scanner !== null,
        usbKey: usbKey !== null,
        camera: hasCamera,
        // The landlord opens a page for people whom it knows.
        phone: phone !== null && visits.current() !== null,
      };
    },
    'document.read': () =>
      asWhoever((stay, { documentRoom: { documents } }) => ({ ok: true, value: documents.read(stay) })),
    'document.scan': () =>
      asWhoever((stay, { documentRoom: { documents, scanner } }) =>
        scanner ? documents.scan(stay, scanner.scan) : NO_SCANNER,
      ),
    'document.callOff': async () => {
      await asWhoever((stay, { documentRoom: { documents } }) => {
        documents.callOff(stay);
        return { ok: true, value: undefined };
      });
    },
    'document.listKey': () =>
      asWhoever((_, { documentRoom: { usbKey } }) => (usbKey ? usbKey.list() : NO_KEY)),
    'document.takeFromKey': ({ fileId }) =>
      asWhoever((stay, { documentRoom: { documents, usbKey } }) =>
        usbKey ? documents.take(stay, () => usbKey.read(fileId)) : NO_KEY,
      ),
    'document.takePicture': ({ picture }) =>
      asWhoever((stay, { documentRoom: { documents, hasCamera } }) =>
        hasCamera ? documents.take(stay, async () => ({ ok: true, value: picture })) : NO_CAMERA,
      ),
    'document.openPhone': () =>
      asTenant((visit, { documentRoom: { phone } }) => (phone ? phone.open(visit) : NO_PHONE)),
    'document.followPhone': ({ after }) =>
      asTenant(async (visit, { documentRoom: { phone } }) => {
        if (!phone) return NO_PHONE;
        const progress = await phone.follow(visit, after);
        if (progress.ok && progress.value.phase !== after) onActivity();
        return progress;
      }),
    'document.takeFromPhone': () =>
      asTenant((visit, { documentRoom: { documents, phone } }) =>
        phone ? phone.handOver(visit, (files) => documents.takeEach(visit, files)) : NO_PHONE,
      ),
    'document.closePhone': async () => {
      await asTenant((visit, { documentRoom: { phone } }) => {
        phone?.close(visit);
        return { ok: true, value: undefined };
      });
    },
    'document.readPage': ({ pageId }) =>
      asWhoever((stay, { documentRoom: { documents } }) => documents.readPage(stay, pageId)),
    'document.removePage': ({ pageId }) =>
      asWhoever((stay, { documentRoom: { documents } }) => ({
        ok: true,
        value: documents.remove(stay, pageId),
      })),
    'document.clear': async () => {
      await asWhoever((stay, { documentRoom: { documents } }) => {
        documents.clear(stay);
        return { ok: true, value: undefined };
      });
    },
    'document.putAside': () =>
      asTenant((visit, { documentRoom: { documents } }) => documents.putAside(visit)),
    'document.dropAside': async ({ bundleId }) => {
      await asTenant((visit, { documentRoom: { documents } }) => {
        documents.dropAside(visit, bundleId);
        return { ok: true, value: undefined };
      });
    },
    'document.deposit': (about) =>
      asTenant((visit, { documentRoom: { documents } }) => documents.deposit(visit, about)),
  };
}
