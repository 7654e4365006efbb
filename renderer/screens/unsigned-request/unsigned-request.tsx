/**
 * A request of somebody who has not signed in, or cannot: what it is about, who they are, and how to reach them. It is
 * taken while the line is cut, too; nothing of anybody is read for it.
 */
import { House } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Failure } from '../../../preload/contract.ts';
import type { RequestNature } from '../../../preload/request-contract.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { type Draft, ofOnly, personOf, subjectOf } from '../request-form/draft.ts';
import { RequestForm } from '../request-form/request-form.tsx';
import { Reference } from '../requests/reference.tsx';

export interface UnsignedRequestProps {
  /** What it can be about. */
  natures: readonly RequestNature[];
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  draft: Draft;
  onDraft(amend: (before: Draft) => Draft): void;
  /** It is on its way: nothing of it is needed any more. */
  onSent(): void;
  onBack(): void;
}

export function UnsignedRequest({ natures, draft: typed, onDraft, onSent, onBack }: UnsignedRequestProps) {
  const { t } = useTranslation();
  const { deliveries } = useArrivals();
  const [sent, setSent] = useState<(Delivery & { reference: string }) | null>(null);
  const draft = ofOnly(natures, typed);

  async function send(): Promise<Failure | null> {
    const subject = subjectOf(draft);
    if (!subject) throw new Error('a request without a text was to be sent');
    const answer = await ask('request.writeUnsigned', { from: personOf(draft.person), subject });
    if (!answer.ok) return answer.error;
    onSent();
    setSent(answer.value);
    return null;
  }

  if (!sent) {
    return (
      <RequestForm
        questions={{ natures, asksPerson: true }}
        takesAttachments={false}
        draft={draft}
        onDraft={onDraft}
        lease={null}
        acknowledgementWays={null}
        onSend={send}
        onBack={onBack}
      />
    );
  }
  const state = deliveries.get(sent.deliveryId) ?? sent.state;
  return (
    <Frame
      title={t('requests.sent.title')}
      mainAction={
        <Button look="main" icon={House} onPress={onBack}>
          {t('requests.assistance.done')}
        </Button>
      }
    >
      <div className="progress">
        <DeliveryState
          state={state}
          words={{
            saved: t('requests.sent.saved'),
            transmitted: t('requests.assistance.transmitted'),
            refused: t('requests.sent.refused'),
          }}
        />
        <Reference reference={sent.reference} isGiven={false} />
      </div>
    </Frame>
  );
}
