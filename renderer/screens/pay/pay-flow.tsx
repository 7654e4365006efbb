/**
 * Paying one thing by card, from "how much" to the receipt; for whoever is signed in, and for whoever holds a rent
 * notice in their hand.
 *
 * It asks main what can be paid (`payment.offer`), lets the person choose, shows once more what will be paid, and
 * after a second touch starts one payment and follows it. It takes the whole screen. A payment that is under way
 * for the same thing when it appears is taken up where it stands. Until the payment is over there is no way back:
 * "J'ai terminé" then waits for it, as the session decides.
 */
import { useEffect, useState } from 'react';
import type { Payable } from '../../../preload/payment-contract.ts';
import { AmountChoice, type AmountRange } from './amount-choice.tsx';
import { AmountPad } from './amount-pad.tsx';
import { Obstacle, OfferFailed, OfferWaiting } from './no-offer.tsx';
import type { PaySubject } from './pay-subject.tsx';
import { PaymentTold } from './payment-told.tsx';
import { StartingPayment } from './payment-under-way.tsx';
import { Summary } from './summary.tsx';
import { useOffer } from './use-offer.ts';
import { usePayment } from './use-payment.ts';

export interface PayFlowProps {
  /** What is paid for. Another one needs another `key`. */
  payable: Payable;
  subject: PaySubject;
  /** Where a receipt can be sent, as far as it may be shown. Null: on paper only. */
  maskedEmail: string | null;
  /** On the button that leads away: "Revenir à mes services". */
  doneWord: string;
  /** Away from paying, whatever became of it. */
  onDone(): void;
  /** Back to where the person came from; nothing has been paid. */
  onBack(): void;
}

type Step = { name: 'choice' } | { name: 'part' } | { name: 'summary'; amountCents: number; cameFrom: Step };

export function PayFlow(props: PayFlowProps) {
  const { payable, subject, maskedEmail, doneWord, onBack, onDone } = props;
  const { offer, askAgain } = useOffer(payable);
  const { phase, inHand } = usePayment(payable);
  const [step, setStep] = useState<Step>({ name: 'choice' });

  useEffect(() => {
    // What stands in the way, main says in its next offer.
    if (phase.name === 'refused' && phase.error.code === 'PAYMENT_NOT_POSSIBLE') askAgain();
  }, [phase, askAgain]);

  if (phase.name === 'starting') {
    return <StartingPayment amountCents={phase.amountCents} subject={subject} />;
  }
  if (phase.name === 'told') {
    return (
      <PaymentTold
        payment={phase.payment}
        abandonment={phase.abandonment}
        subject={subject}
        maskedEmail={maskedEmail}
        doneWord={doneWord}
        onAbandon={() => void inHand.abandon()}
        onAgain={() => {
          askAgain();
          inHand.putDown();
        }}
        onDone={onDone}
      />
    );
  }
  if (offer.name === 'asking') return <OfferWaiting subject={subject} onBack={onBack} />;
  if (offer.name === 'failed') {
    return <OfferFailed error={offer.error} subject={subject} onBack={onBack} onAgain={askAgain} />;
  }
  const { obstacle, obstacleReference, owedCents, range } = offer.offer;
  if (obstacle !== null || range === null) {
    return (
      <Obstacle
        obstacle={obstacle ?? 'noTerminal'}
        reference={obstacleReference}
        owedCents={owedCents}
        subject={subject}
        doneWord={doneWord}
        onBack={onBack}
        onDone={onDone}
        onAgain={askAgain}
      />
    );
  }
  if (step.name === 'part') {
    return (
      <AmountPad
        range={range}
        subject={subject}
        onBack={() => setStep({ name: 'choice' })}
        onChoose={(amountCents) => setStep({ name: 'summary', amountCents, cameFrom: step })}
      />
    );
  }
  // After a while something else may be owed.
  if (step.name === 'summary' && isWithin(range, step.amountCents)) {
    return (
      <Summary
        amountCents={step.amountCents}
        owedCents={owedCents}
        subject={subject}
        refusal={phase.name === 'refused' ? phase.error : null}
        onPay={() => void inHand.start(payable, step.amountCents)}
        onBack={() => {
          inHand.putDown();
          setStep(step.cameFrom);
        }}
      />
    );
  }
  return (
    <AmountChoice
      owedCents={owedCents}
      range={range}
      subject={subject}
      onBack={onBack}
      onPart={() => setStep({ name: 'part' })}
      onChoose={(amountCents) => setStep({ name: 'summary', amountCents, cameFrom: { name: 'choice' } })}
    />
  );
}

function isWithin({ minimumCents, maximumCents }: AmountRange, amountCents: number): boolean {
  return amountCents >= minimumCents && amountCents <= maximumCents;
}
