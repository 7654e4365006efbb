/** What became of one payment, how staff know it, and a second touch: it cannot be changed afterwards. */
import './unknown-payments.css';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnknownPayment } from '../../../../preload/payment-contract.ts';
import { instantInText, money } from '../../../app/formats.ts';
import { useAccess } from '../../../app/surroundings.ts';
import { Button } from '../../../components/button/button.tsx';
import { Frame } from '../../../components/frame/frame.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { OnScreenKeyboard } from '../../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { Choices } from '../../../components/tools/choices.tsx';
import { LeaveTechnician } from '../leave-technician.tsx';
import { SettlementConfirmation } from './settlement-confirmation.tsx';
import { isChargedForCertain, missingIn, REASON_MAX_LENGTH, type Verdict } from './verdict.ts';

const FORM_ID = 'settlement';

export interface SettlementProps {
  payment: UnknownPayment;
  onBack(): void;
  onSettled(): void;
}

export function Settlement({ payment, onBack, onSettled }: SettlementProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const isCertain = isChargedForCertain(payment);
  const [verdict, setVerdict] = useState<Verdict>({ charged: isCertain ? true : null, reason: '' });
  const [missing, setMissing] = useState<'choice' | 'reason' | null>(null);
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (missing === 'reason') field.current?.focus();
  }, [missing]);

  const lead = t('unknownPayments.settleLead', {
    reference: payment.reference,
    amount: money(payment.amountCents, locale),
    instant: instantInText(payment.startedAt, locale),
  });
  const goOn = () => {
    const lacks = missingIn(verdict);
    setMissing(lacks);
    setAsked(lacks === null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    goOn();
  };

  if (isAsked && verdict.charged !== null) {
    return (
      <SettlementConfirmation
        payment={payment}
        lead={lead}
        charged={verdict.charged}
        reason={verdict.reason.trim()}
        onBack={() => setAsked(false)}
        onSettled={onSettled}
      />
    );
  }
  return (
    <Frame
      title={t(isCertain ? 'unknownPayments.bookTitle' : 'unknownPayments.settleTitle')}
      lead={lead}
      notice={missing && <Notice kind="problem">{t(`unknownPayments.${missing}Missing`)}</Notice>}
      onBack={onBack}
      exit={<LeaveTechnician />}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {t('unknownPayments.next')}
        </Button>
      }
      companion={
        <OnScreenKeyboard field={field} kind="password" nextWord={t('keyboard.enter')} onNext={goOn} />
      }
    >
      <form id={FORM_ID} className="settlement" onSubmit={submit} autoComplete="off" noValidate>
        {!isCertain && (
          <Choices<'charged' | 'notCharged'>
            label={t('unknownPayments.settleTitle')}
            chosen={verdict.charged === null ? null : verdict.charged ? 'charged' : 'notCharged'}
            options={[
              { value: 'charged', word: t('unknownPayments.charged') },
              { value: 'notCharged', word: t('unknownPayments.notCharged') },
            ]}
            onChoose={(chosen) => setVerdict({ ...verdict, charged: chosen === 'charged' })}
          />
        )}
        <TextField
          label={t('unknownPayments.reason')}
          value={verdict.reason}
          onChange={(reason) => setVerdict({ ...verdict, reason: reason.slice(0, REASON_MAX_LENGTH) })}
          inputRef={field}
          isCurrent
          onFocus={() => {}}
        />
        <p className="settlement__hint">{t('unknownPayments.reasonHint')}</p>
      </form>
    </Frame>
  );
}
