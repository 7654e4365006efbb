import type { TestPageContent } from '../test-page/test-page-content.ts';

/** Of a kiosk in the middle of Poitiers, on a summer morning. */
export function testPageOf(changes: Partial<TestPageContent> = {}): TestPageContent {
  return {
    landlord: { name: 'EKIDOM', phone: '05 36 49 10 00' },
    agency: { name: 'Direction territoriale Centre' },
    kioskId: 'direction-centre-1',
    printerId: 'a4',
    version: '0.1.0',
    printedOn: '2018-07-11',
    printedAt: '09:05',
    locale: 'fr',
    ...changes,
  };
}
