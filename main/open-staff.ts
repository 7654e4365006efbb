/**
 * What staff need at the kiosk, put together from what works without the keyring, the central API and a right
 * configuration: any of these may be what they have come for. Opened by the first code that is typed.
 */
import { join } from 'node:path';
import type { PrintJob } from '../preload/contract.ts';
import type { KioskConfig } from './config/config-schema.ts';
import type { LoadedConfig } from './config/load-config.ts';
import { createEnrolmentDesk, type EnrolmentDesk } from './enrolment/enrolment.ts';
import type { Log } from './log/log.ts';
import { drawTestPage } from './paper/paper.ts';
import type { Spooler } from './printing/drivers/windows-spooler/spooler.ts';
import { openPrinters } from './printing/open-printers.ts';
import type { KioskCredentials } from './secrets/kiosk-credentials.ts';
import { knownStaffCodes } from './staff/known-codes.ts';
import { createStaffEntry, type StaffEntry } from './staff/staff-entry.ts';
import { createTestPages, type TestPages } from './staff/test-page.ts';
import { DATABASE_FILE } from './store/database-file.ts';
import { openStoreBeside } from './store/store.ts';
import { createEnrolmentApi } from './tenant-api/enrolment-api.ts';

export interface Staff {
  readonly entry: StaffEntry;
  readonly testPages: TestPages;
  readonly enrolment: EnrolmentDesk;
  close(): Promise<void>;
}

export function openStaff(from: {
  loaded: LoadedConfig;
  /** What the kiosk makes do with where none is right. */
  config: KioskConfig;
  dataFolder: string;
  version: string;
  credentials: KioskCredentials;
  log: Log;
  spooler?: Spooler | undefined;
  onPrintJob: (job: PrintJob) => void;
}): Staff {
  const { loaded, config, dataFolder, version, credentials, log } = from;
  const entry = createStaffEntry({
    staffCodes: knownStaffCodes(loaded, dataFolder, log),
    openStore: () => openStoreBeside(join(dataFolder, DATABASE_FILE), { log }),
    log,
  });
  const testPages = createTestPages({
    config,
    version,
    printers: [...new Set(Object.values(openPrinters(config, log, from.spooler)).flat())],
    draw: (content) => drawTestPage(content, log),
    onChange: from.onPrintJob,
    log,
  });
  const enrolmentApi = createEnrolmentApi({ ...config.tenantApi, log });
  const enrolment = createEnrolmentDesk({
    kioskId: config.kioskId,
    baseUrl: config.tenantApi.baseUrl,
    api: enrolmentApi,
    credentials,
    log,
  });
  return {
    entry,
    testPages,
    enrolment,
    async close() {
      enrolmentApi.close();
      await testPages.cancelAll();
      entry.close();
    },
  };
}
