/** How an account is debited: by which mandate, and when next. */
import '../../styles/card.css';
import { FilePen, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComingDebit, DirectDebit } from '../../../preload/direct-debit-contract.ts';
import type { Reading } from '../../app/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { ComingDebits } from './coming-debits.tsx';
import { MandateCard } from './mandate-card.tsx';

export interface OverviewProps {
  state: Reading<DirectDebit>;
  /** Which lease it is about, where there are several. */
  lease: ReactNode;
  onRetry(): void;
  onBack(): void;
  onSign(): void;
  onChangeDay(): void;
  onLeaveOut(debit: ComingDebit): void;
  onEnd(): void;
  onPrint(): void;
  /** Null when there is no address to send to. */
  onEmail: (() => void) | null;
}

export function Overview(props: OverviewProps) {
  const { t } = useTranslation();
  const { state, lease, onBack, onSign } = props;
  const directDebit = state.name === 'ready' ? state.value : null;
  const isDebited = directDebit?.mandate && directDebit.mandate.state !== 'ending';
  // A mandate that was signed a moment ago has the reference that the next one would have.
  const canSign = directDebit && directDebit.mandate?.reference !== directDebit.nextMandateReference;
  return (
    <Frame
      screen="directDebit"
      title={t('directDebit.title')}
      lead={directDebit ? t(leadOf(directDebit)) : null}
      onBack={onBack}
      mainAction={
        canSign && (
          <Button look={isDebited ? 'plain' : 'main'} icon={FilePen} onPress={onSign}>
            {t(isDebited ? 'directDebit.otherAccount' : 'directDebit.setUp')}
          </Button>
        )
      }
    >
      <div className="direct-debit">
        {lease}
        <Situation {...props} />
      </div>
    </Frame>
  );
}

function Situation({ state, onRetry, ...actions }: OverviewProps) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'loading':
      return (
        <Waiting
          text={t('directDebit.loading')}
          explanation={t('account.loadingExplained')}
          longText={t('account.loadingLong')}
        />
      );
    case 'failed':
      return <FailureNotice error={state.error} onRetry={onRetry} />;
    case 'ready': {
      const { mandate, comingDebits } = state.value;
      if (!mandate) return <NoMandate />;
      return (
        <>
          <MandateCard mandate={mandate} {...actions} />
          <ComingDebits mandate={mandate} debits={comingDebits} onLeaveOut={actions.onLeaveOut} />
        </>
      );
    }
    default:
      return state satisfies never;
  }
}

function NoMandate() {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="no-mandate">
      <h2 id="no-mandate" className="direct-debit__heading">
        <Landmark className="direct-debit__icon" aria-hidden />
        {t('directDebit.none.title')}
      </h2>
      <ul className="direct-debit__points">
        <li>{t('directDebit.none.what')}</li>
        <li>{t('directDebit.none.need')}</li>
        <li>{t('directDebit.none.free')}</li>
      </ul>
    </section>
  );
}

function leadOf({ mandate }: DirectDebit) {
  return mandate ? (`directDebit.states.${mandate.state}` as const) : 'directDebit.lead';
}
