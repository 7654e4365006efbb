/** The whole mandate, in plain words and in those of the law, before it is signed. */
import '../../styles/card.css';
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { DirectDebit } from '../../../preload/direct-debit-contract.ts';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { isolated } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Choices } from '../../components/tools/choices.tsx';
import { dayOfMonth } from './day-of-month.ts';
import type { Draft } from './draft.ts';

export interface SummaryStepProps {
  tenant: Tenant;
  account: Account;
  directDebit: DirectDebit;
  draft: Draft & { day: number };
  holder: string;
  onAmend(change: Partial<Draft>): void;
  onBack(): void;
  onNext(): void;
}

export function SummaryStep(props: SummaryStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  usePersonAlone(props.onBack);
  const { tenant, account, directDebit, draft, holder, onAmend, onBack, onNext } = props;
  const { creditor, nextMandateReference } = directDebit;
  return (
    <Frame
      screen="directDebit"
      title={t('directDebit.summary.title')}
      lead={t('directDebit.summary.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={PenLine} onPress={onNext}>
          {t('directDebit.summary.sign')}
        </Button>
      }
    >
      <div className="direct-debit">
        <section className="card" aria-labelledby="debited">
          <h2 id="debited">
            {t('directDebit.summary.debited', {
              day: dayOfMonth(draft.day, locale),
              lease: account.leaseNumber,
            })}
          </h2>
          <Facts
            facts={[
              {
                name: t('directDebit.iban.label'),
                value: (
                  <span className="code" data-private>
                    {draft.iban}
                  </span>
                ),
              },
              ...(draft.needsBic
                ? [{ name: t('directDebit.bic.label'), value: <span className="code">{draft.bic}</span> }]
                : []),
              { name: t('directDebit.holder.label'), value: <bdi>{holder}</bdi> },
              { name: t('directDebit.creditor'), value: <CreditorLines creditor={creditor} /> },
              { name: t('directDebit.identifier'), value: creditor.identifier },
              { name: t('directDebit.reference'), value: nextMandateReference },
              { name: t('directDebit.paymentType'), value: t('directDebit.recurrent') },
            ]}
          />
        </section>
        {tenant.maskedEmail !== null && (
          <section className="direct-debit__question" aria-labelledby="copy">
            <h2 id="copy">{t('directDebit.summary.copy', { email: isolated(tenant.maskedEmail) })}</h2>
            <Choices
              label={t('directDebit.summary.copy', { email: isolated(tenant.maskedEmail) })}
              chosen={draft.copyByEmail ? 'yes' : 'no'}
              options={[
                { value: 'yes', word: t('directDebit.summary.copyYes') },
                { value: 'no', word: t('directDebit.summary.copyNo') },
              ]}
              onChoose={(choice) => onAmend({ copyByEmail: choice === 'yes' })}
            />
          </section>
        )}
        <section className="direct-debit__law" aria-labelledby="law">
          <h2 id="law">{t('directDebit.law.title')}</h2>
          <p>{t('directDebit.law.authorisation', { creditor: creditor.name })}</p>
          <p>{t('directDebit.law.refund')}</p>
          <p>{t('directDebit.law.rights')}</p>
        </section>
      </div>
    </Frame>
  );
}

function CreditorLines({ creditor }: { creditor: DirectDebit['creditor'] }) {
  return <bdi>{[creditor.name, ...creditor.addressLines].join(', ')}</bdi>;
}
