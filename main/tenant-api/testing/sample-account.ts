import type { Account } from '../tenant-api.ts';

/** Of the tenant whom the leaflet shows, with nothing paid lately. */
export const sampleAccount: Account = {
  id: 'account-1',
  lease: {
    id: 'lease-1',
    number: '004473',
    addressLines: ['8 rue'],
    startsOn: '2018-02-01',
    endsOn: null,
    residenceId: null,
    holders: [],
  },
  balanceCents: 2774,
  asOf: '2018-07-31',
  recentPayments: [],
  periods: [],
};
