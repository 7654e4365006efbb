import type { TenantConnection } from '../tenant-connection.ts';

/** A person's connection that reads what a test says, and nothing else. */
export function pretendConnection(told: Partial<TenantConnection> = {}): TenantConnection {
  const unexpected = (): never => {
    throw new TypeError('a test read what it did not expect');
  };
  return {
    listAccounts: unexpected,
    accountsAsListed: () => [],
    listAccountsForPaper: told.listAccounts ?? unexpected,
    readLedgerPage: unexpected,
    readWholeLedger: () => null,
    listPayments: unexpected,
    readDirectDebit: unexpected,
    insurance: { listInsuranceCertificates: unexpected },
    profile: { readTenantProfile: unexpected, listProfileChanges: unexpected },
    dwelling: {
      readConsumption: unexpected,
      listChargeYears: unexpected,
      listRentMonths: unexpected,
      listLeasePapers: unexpected,
      readPaperFile: unexpected,
      createCashSlip: unexpected,
    },
    requests: { list: unexpected, read: unexpected, listFollowUps: unexpected },
    appointments: {
      listAppointments: unexpected,
      listAppointmentSlots: unexpected,
      createAppointment: unexpected,
      deleteAppointment: unexpected,
    },
    uploadSlots: { open: unexpected, read: unexpected, readFile: unexpected, close: unexpected },
    signOut: unexpected,
    ...told,
  };
}
