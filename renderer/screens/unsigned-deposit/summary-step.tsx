/** All of it, before it is sent. */
import '../../styles/card.css';
import { Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { DocumentKind } from '../../../preload/document-kinds.ts';
import type { InsuredPeriod } from '../../../preload/insurance-dates.ts';
import { dayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { type DraftPerson, personOf } from '../request-form/draft.ts';

export interface SummaryStepProps {
  kind: DocumentKind;
  /** Null for what is no certificate. */
  insured: InsuredPeriod | null;
  pageCount: number;
  person: DraftPerson;
  /** Answers null when it is on its way. */
  onSend(): Promise<Failure | null>;
  onBack(): void;
}

export function SummaryStep({ onSend, onBack, ...told }: SummaryStepProps) {
  const { t } = useTranslation();
  const [isSending, setIsSending] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);

  async function send(): Promise<void> {
    setIsSending(true);
    const failure = await onSend();
    if (!failure) return;
    setIsSending(false);
    setRefusal(failure);
  }

  return (
    <Frame
      screen="documents"
      title={t('requests.summary.title')}
      lead={t('requests.summary.lead')}
      notice={
        refusal && (
          <Notice kind="problem" code={refusal.code}>
            {t(`errors.${refusal.code}`)}
          </Notice>
        )
      }
      {...(isSending ? {} : { onBack })}
      mainAction={
        <Button look="main" icon={Send} isDisabled={isSending} onPress={() => void send()}>
          {t('unsignedDeposit.send')}
        </Button>
      }
    >
      <section className="card" aria-label={t('requests.summary.title')}>
        <Facts facts={useFacts(told)} />
      </section>
    </Frame>
  );
}

function useFacts(told: Omit<SummaryStepProps, 'onSend' | 'onBack'>): { name: string; value: ReactNode }[] {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { kind, insured, pageCount, person } = told;
  const { name, tenantNumber, phone, email } = personOf(person);
  const days: { name: string; value: ReactNode }[] = insured
    ? [
        { name: t('insurance.from.label'), value: dayInText(insured.from, locale) },
        { name: t('insurance.to.label'), value: dayInText(insured.to, locale) },
      ]
    : [];
  return [
    { name: t('insurance.summary.document'), value: t(`documents.about.${kind}.word`) },
    { name: t('documents.pages'), value: t('insurance.summary.pages', { count: pageCount }) },
    ...days,
    { name: t('requests.person.name'), value: <bdi>{name}</bdi> },
    { name: t('requests.summary.number'), value: <bdi>{tenantNumber}</bdi> },
    { name: t('requests.summary.reach'), value: <bdi>{phone ?? email}</bdi> },
  ];
}
