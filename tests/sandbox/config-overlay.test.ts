import { expect, test } from 'vitest';
import { overlayOf } from './config-overlay.ts';

const OVERLAY = {
  kioskId: 'sandbox-1',
  baseUrl: 'http://127.0.0.1:1',
  printerUri: 'ipp://localhost:2/ipp/print',
  paymentTerminal: { host: '127.0.0.1', port: 8_888 },
  documents: null,
  window: null,
  badgeReader: null,
  orientation: null,
};

const configOf = (overlay: Parameters<typeof overlayOf>[1]): unknown =>
  JSON.parse(overlayOf({ agency: { id: 'direction-est' } }, overlay));

test('the kiosk is told where its terminal stands', () => {
  const config = configOf(OVERLAY);

  expect(config).toMatchObject({ paymentTerminal: { driver: 'caisse-ap', host: '127.0.0.1', port: 8_888 } });
});

test('documents come in where there is a place for keys, and nowhere else', () => {
  const without = configOf(OVERLAY);
  const documents = {
    usbKeysFolder: '/sandbox/usb-keys',
    scannerUrl: 'http://127.0.0.1:3/eSCL',
    phoneUploadsOrigin: 'http://127.0.0.1:4',
  };
  const withKeys = configOf({ ...OVERLAY, documents });

  expect(without).not.toHaveProperty('scanner');
  expect(withKeys).toMatchObject({
    scanner: { driver: 'escl', url: 'http://127.0.0.1:3/eSCL' },
    usbKeys: { mountFolder: '/sandbox/usb-keys' },
    phoneUploads: { origin: 'http://127.0.0.1:4' },
  });
});
