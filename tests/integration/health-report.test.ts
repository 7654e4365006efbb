/** What the kiosk says of itself, as the landlord's API takes it. */
import { v7 as uuidV7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { reportOf } from '../../main/health/health-reports.ts';
import { silentLog } from '../../main/log/log.ts';
import { createTenantApi } from '../../main/tenant-api/tenant-api.ts';
import { signersOfEnrolled } from '../enrolled-signers.ts';
import { keyringEntryOf } from '../sandbox/tenant-api/kiosk-register.ts';
import { startTenantApi } from '../sandbox/tenant-api/tenant-api.ts';

test('the landlord has the latest report of each kiosk, and refuses what the contract does not know', async () => {
  const landlord = await startTenantApi({ today: '2018-07-12' });
  onTestFinished(() => landlord.stop());
  const api = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: 5,
    signers: signersOfEnrolled(keyringEntryOf(landlord.kiosks[0])),
    log: silentLog,
  });
  onTestFinished(() => api.close());
  const report = {
    at: '2018-07-11T12:00:00.000Z',
    uptimeSeconds: 7,
    ...reportOf([
      { part: 'printer', state: 'unfit', code: 'PRINTER_UNREACHABLE', facts: { printerId: 'a4' } },
    ]),
    temperatureCelsius: null,
  };

  const first = await api.createKioskHealthReport({ body: report, idempotencyKey: uuidV7() });
  const second = await api.createKioskHealthReport({
    body: { ...report, uptimeSeconds: 8 },
    idempotencyKey: uuidV7(),
  });
  const tooMuch = await api.createKioskHealthReport({
    body: { ...report, ...{ tenant: 'Mme Dupont' } },
    idempotencyKey: uuidV7(),
  });

  expect([first, second]).toEqual([{ outcome: 'delivered' }, { outcome: 'delivered' }]);
  expect(tooMuch).toMatchObject({ outcome: 'refused' });
  expect(landlord.healthReports.latest).toMatchObject([
    { kioskId: 'sandbox-1', count: 2, report: { uptimeSeconds: 8 } },
  ]);
});
