/** A tenant's new request, until it is with the landlord. */
import { type ReactNode, useState } from 'react';
import type { Failure, Tenant } from '../../../preload/contract.ts';
import type { RequestNature } from '../../../preload/request-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { useTakesDocuments } from '../../components/add-document/use-document-ways.ts';
import { type Draft, EMPTY_DRAFT, ofOnly, subjectOf } from '../request-form/draft.ts';
import { RequestForm } from '../request-form/request-form.tsx';
import { acknowledgementOf } from '../request-form/summary-step.tsx';
import { type SentRequest, SentStep } from './sent-step.tsx';

export interface WriteRequestProps {
  tenant: Tenant;
  accountId: string;
  lease: ReactNode;
  natures: readonly RequestNature[];
  arrivals: Arrivals;
  draft: Draft;
  onDraft(amend: (before: Draft) => Draft): void;
  onBack(): void;
  onList(): void;
  onHome(): void;
}

export function WriteRequest(props: WriteRequestProps) {
  const { tenant, accountId, lease, natures, arrivals, onDraft, onBack, onList, onHome } = props;
  const draft = ofOnly(natures, props.draft);
  const takesDocuments = useTakesDocuments();
  const [sent, setSent] = useState<SentRequest | null>(null);
  const ways = { email: tenant.maskedEmail, sms: tenant.maskedMobile ?? null };

  async function send(): Promise<Failure | null> {
    const subject = subjectOf(draft);
    if (!subject) throw new Error('a request without a nature or a text was to be sent');
    const acknowledgement = acknowledgementOf(draft, ways);
    const attachments = draft.attachments.map(({ bundleId }) => bundleId);
    const answer = await ask('request.write', { accountId, subject, acknowledgement, attachments });
    if (!answer.ok) return answer.error;
    onDraft(() => EMPTY_DRAFT);
    setSent({ ...answer.value, acknowledgement });
    return null;
  }

  if (sent) return <SentStep sent={sent} arrivals={arrivals} onList={onList} onHome={onHome} />;
  return (
    <RequestForm
      questions={{ natures, asksPerson: false }}
      takesAttachments={takesDocuments}
      draft={draft}
      onDraft={onDraft}
      lease={lease}
      acknowledgementWays={ways}
      onSend={send}
      onBack={onBack}
    />
  );
}
