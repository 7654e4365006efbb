import type { AssistanceSummaryContent } from '../assistance-summary/assistance-summary-content.ts';
import { household } from './sample-household.ts';

/** Two members of staff, one after the other, and what the tenant did in between. */
export function assistanceSummaryOf(
  changes: Partial<AssistanceSummaryContent> = {},
): AssistanceSummaryContent {
  return {
    landlord: household.landlord,
    agency: household.agency,
    tenant: household.tenant,
    staffNames: ['Claire D.', 'Marc L.'],
    acts: [
      { act: 'identityChecked', at: '2018-07-11T07:01:00.000Z', isAlone: false },
      { act: 'request.write', at: '2018-07-11T07:05:00.000Z', isAlone: false },
      { act: 'payment.start', at: '2018-07-11T07:09:00.000Z', isAlone: true },
      { act: 'statement.print', at: '2018-07-11T07:12:00.000Z', isAlone: false },
    ],
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
