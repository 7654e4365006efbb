import type { KioskConfig } from './config-schema.ts';

/** Enough to show the out-of-service screen when no configuration can be read. It serves nobody else. */
export const lastResortConfig: KioskConfig = {
  kioskId: 'kiosk-not-configured',
  agency: { id: 'unknown', name: 'EKIDOM', addressLines: ['EKIDOM'], phone: '', openingHours: [] },
  landlord: { name: 'EKIDOM', addressLines: ['EKIDOM'], phone: '' },
  screen: { diagonalInches: 24, widthPixels: 1920, heightPixels: 1080 },
  brand: { primary: '#0b4f6c', onPrimary: '#ffffff' },
  locales: ['fr', 'en'],
  tenantApi: { baseUrl: 'https://unknown.invalid', timeoutSeconds: 15 },
  printers: [],
  printing: { pagesPerSession: 60, confirmAbovePages: 3 },
  readers: [],
  payment: { minimumCents: 100, maximumCents: 300_000, allowCredit: false },
  session: {
    idleTimeoutSeconds: 120,
    idleWarningSeconds: 45,
    absoluteLimitMinutes: 45,
    holdLimitSeconds: 180,
  },
  restartAt: null,
  staffCodes: [],
  partnerSites: [],
  window: { mode: 'kiosk' },
};
