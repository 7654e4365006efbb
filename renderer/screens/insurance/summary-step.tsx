/** The whole certificate, before it is sent. */
import '../../styles/card.css';
import './insurance.css';
import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account, Failure } from '../../../preload/contract.ts';
import type { InsuredPeriod } from '../../../preload/insurance-dates.ts';
import { dayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { useSending } from '../../app/use-sending.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';

export interface SummaryStepProps {
  account: Account;
  period: InsuredPeriod;
  pageCount: number;
  /** Answers null when it is on its way. */
  onSend(): Promise<Failure | null>;
  onBack(): void;
}

export function SummaryStep({ account, period, pageCount, onSend, onBack }: SummaryStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { isSending, error, send } = useSending(onSend);

  return (
    <Frame
      title={t('insurance.summary.title')}
      lead={t('insurance.summary.lead')}
      notice={error && <FailureNotice error={error} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Send} isDisabled={isSending} onPress={() => void send()}>
          {t('insurance.summary.send')}
        </Button>
      }
    >
      <div className="insurance">
        <section className="card" aria-label={t('insurance.summary.title')}>
          <Facts
            facts={[
              { name: t('insurance.from.label'), value: dayInText(period.from, locale) },
              { name: t('insurance.to.label'), value: dayInText(period.to, locale) },
              {
                name: t('insurance.summary.document'),
                value: t('insurance.summary.pages', { count: pageCount }),
              },
              {
                name: t('insurance.summary.dwelling'),
                value: <bdi>{account.addressLines.join(', ')}</bdi>,
              },
            ]}
          />
        </section>
      </div>
    </Frame>
  );
}
