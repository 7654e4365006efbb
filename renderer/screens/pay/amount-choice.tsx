/** All that is owed, or a part of it. */
import './pay.css';
import { Calculator, HandCoins } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PaymentOffer } from '../../../preload/payment-contract.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { BalanceSentence } from '../../components/balance/balance-sentence.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { type PaySubject, PaySubjectLines } from './pay-subject.tsx';

export type AmountRange = NonNullable<PaymentOffer['range']>;

export interface AmountChoiceProps {
  owedCents: number;
  range: AmountRange;
  subject: PaySubject;
  onBack(): void;
  onChoose(amountCents: number): void;
  onPart(): void;
}

export function AmountChoice({ owedCents, range, subject, onBack, onChoose, onPart }: AmountChoiceProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { minimumCents, maximumCents } = range;
  const amounts = { minimum: money(minimumCents, locale), maximum: money(maximumCents, locale) };
  const isTooMuchAtOnce = owedCents > maximumCents;
  const canPayWhole = owedCents >= minimumCents && !isTooMuchAtOnce;
  return (
    <Frame
      screen="payment"
      title={subject.title}
      lead={<BalanceSentence balanceCents={owedCents} />}
      onBack={onBack}
    >
      <div className="pay-page">
        <p className="pay-page__subject">
          <PaySubjectLines {...subject} />
        </p>
        {isTooMuchAtOnce && <Notice kind="information">{t('payment.cardLimit', amounts)}</Notice>}
        <section className="pay-page__ways" aria-label={t('payment.howMuch')}>
          {canPayWhole && (
            <Tile
              icon={HandCoins}
              word={t('payment.whole', { amount: money(owedCents, locale) })}
              text={t('payment.wholeText')}
              onPress={() => onChoose(owedCents)}
            />
          )}
          {isTooMuchAtOnce && (
            <Tile
              icon={HandCoins}
              word={t('payment.most', amounts)}
              text={t('payment.mostText')}
              onPress={() => onChoose(maximumCents)}
            />
          )}
          {minimumCents < maximumCents && (
            <Tile
              icon={Calculator}
              word={t(canPayWhole || isTooMuchAtOnce ? 'payment.part' : 'payment.amount')}
              text={t('payment.partText', amounts)}
              onPress={onPart}
            />
          )}
        </section>
      </div>
    </Frame>
  );
}
