import type { AssistanceSummaryContent } from '../assistance-summary/assistance-summary-content.ts';
import { household } from './sample-household.ts';

/** Two members of staff, one beside the tenant and one at the desk, and what the tenant did in between. */
export function assistanceSummaryOf(
  changes: Partial<AssistanceSummaryContent> = {},
): AssistanceSummaryContent {
  return {
    landlord: household.landlord,
    agency: household.agency,
    tenant: household.tenant,
    staffNames: ['Claire D.', 'Marc L.'],
    acts: [
      { act: 'identityChecked', at: '2018-07-11T07:01:00.000Z', how: 'withStaff', staffName: 'Claire D.' },
      { act: 'request.write', at: '2018-07-11T07:05:00.000Z', how: 'withStaff', staffName: 'Claire D.' },
      { act: 'payment.start', at: '2018-07-11T07:09:00.000Z', how: 'alone', staffName: null },
      { act: 'statement.print', at: '2018-07-11T07:12:00.000Z', how: 'guided', staffName: 'Marc L.' },
    ],
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
