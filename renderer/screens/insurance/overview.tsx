/** How a dwelling is insured, and what became of each certificate that was sent. */
import '../../styles/card.css';
import './insurance.css';
import { FilePlus2, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Insurance, InsuranceCertificate } from '../../../preload/insurance-contract.ts';
import { dayInText, unbroken } from '../../app/formats.ts';
import { useAccess, useHere } from '../../app/surroundings.ts';
import type { Reading } from '../../app/use-reading.ts';
import { useTakesDocuments } from '../../components/add-document/use-document-ways.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { standingOf } from './standing.ts';

export interface OverviewProps {
  state: Reading<Insurance>;
  lease: ReactNode;
  onRetry(): void;
  onSend(): void;
  onBack(): void;
}

export function Overview({ state, lease, onRetry, onSend, onBack }: OverviewProps) {
  const { t } = useTranslation();
  const { agency } = useHere();
  const isTaken = useTakesDocuments();
  const canSend = state.name === 'ready' && isTaken;
  return (
    <Frame
      title={t('insurance.title')}
      lead={t('insurance.lead')}
      onBack={onBack}
      mainAction={
        canSend && (
          <Button look="main" icon={FilePlus2} onPress={onSend}>
            {t('insurance.send')}
          </Button>
        )
      }
    >
      <div className="insurance">
        {lease}
        {state.name === 'ready' && !isTaken && (
          <Notice kind="information">{t('insurance.noWay', { phone: unbroken(agency.phone) })}</Notice>
        )}
        <Known state={state} onRetry={onRetry} />
      </div>
    </Frame>
  );
}

function Known({ state, onRetry }: Pick<OverviewProps, 'state' | 'onRetry'>) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'loading':
      return (
        <Waiting
          text={t('insurance.loading')}
          explanation={t('account.loadingExplained')}
          longText={t('account.loadingLong')}
        />
      );
    case 'failed':
      return <FailureNotice error={state.error} onRetry={onRetry} />;
    case 'ready':
      return (
        <>
          <StandingCard insurance={state.value} />
          <History certificates={state.value.certificates} />
        </>
      );
    default:
      return state satisfies never;
  }
}

function StandingCard({ insurance }: { insurance: Insurance }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const standing = standingOf(insurance);
  const Icon = standing === 'insured' || standing === 'notRequired' ? ShieldCheck : ShieldAlert;
  const day = insurance.coveredUntil === null ? '' : dayInText(insurance.coveredUntil, locale);
  return (
    <section className={`card insurance__standing insurance__standing--${standing}`}>
      <Icon className="insurance__icon" aria-hidden />
      <div>
        <p className="insurance__sentence">{t(`insurance.standing.${standing}.is`, { day })}</p>
        <p>{t(`insurance.standing.${standing}.todo`, { day })}</p>
      </div>
    </section>
  );
}

function History({ certificates }: { certificates: readonly InsuranceCertificate[] }) {
  const { t } = useTranslation();
  return (
    <section className="insurance__history" aria-labelledby="sent-certificates">
      <h2 id="sent-certificates">{t('insurance.history')}</h2>
      {certificates.length === 0 ? (
        <p>{t('insurance.historyEmpty')}</p>
      ) : (
        <ul className="insurance__list">
          {certificates.map((certificate) => (
            <Certificate key={certificate.id} certificate={certificate} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Certificate({ certificate }: { certificate: InsuranceCertificate }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { insuredFrom, insuredTo, sentAt, state, refusal } = certificate;
  return (
    <li className="card">
      <p className="insurance__period">
        {t('insurance.period', { from: dayInText(insuredFrom, locale), to: dayInText(insuredTo, locale) })}
      </p>
      <p>
        <span className={`insurance__state insurance__state--${state}`}>
          {t(`insurance.states.${state}`)}
        </span>{' '}
        {t('insurance.sentOn', { day: dayInText(sentAt.slice(0, 10), locale) })}
      </p>
      {refusal && <p>{t(`insurance.refusals.${refusal}`)}</p>}
    </li>
  );
}
