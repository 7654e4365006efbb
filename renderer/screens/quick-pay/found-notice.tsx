/** "C’est bien votre avis ?": what is to be paid and a masked name, and nothing else of a person. */
import '../../styles/card.css';
import './quick-pay.css';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RentNotice } from '../../../preload/payment-contract.ts';
import { isolated, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { grouped } from './reference.ts';

export interface FoundNoticeProps {
  notice: RentNotice;
  onYes(): void;
  onNo(): void;
}

export function FoundNotice({ notice, onYes, onNo }: FoundNoticeProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { reference, amountCents, maskedName } = notice;
  const isPayable = amountCents > 0;
  return (
    <Frame
      screen="quickPay"
      title={t(isPayable ? 'rentNotice.isItYours' : 'rentNotice.nothingLeft')}
      lead={t(isPayable ? 'rentNotice.compare' : 'rentNotice.nothingLeftText')}
      back={<Button onPress={onNo}>{t(isPayable ? 'rentNotice.no' : 'rentNotice.another')}</Button>}
      mainAction={
        isPayable && (
          <Button look="main" icon={ArrowRight} onPress={onYes}>
            {t('rentNotice.yes')}
          </Button>
        )
      }
    >
      <dl className="card found-notice">
        <div className="found-notice__fact">
          <dt>{t(maskedName === null ? 'rentNotice.printedAmount' : 'rentNotice.toPay')}</dt>
          <dd className="found-notice__said found-notice__said--amount">
            {money(Math.max(0, amountCents), locale)}
          </dd>
        </div>
        <div className="found-notice__fact">
          <dt>{t('rentNotice.reference')}</dt>
          <dd className="found-notice__said">{grouped(reference)}</dd>
        </div>
        {maskedName !== null && (
          <div className="found-notice__fact">
            <dt>{t('rentNotice.name')}</dt>
            <dd className="found-notice__said">{isolated(maskedName)}</dd>
          </div>
        )}
      </dl>
      {isPayable && (
        <Notice kind="information">
          {t(maskedName === null ? 'rentNotice.asPrinted' : 'rentNotice.masked')}
        </Notice>
      )}
    </Frame>
  );
}
