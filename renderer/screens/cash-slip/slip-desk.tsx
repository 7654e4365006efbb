/** The slip: asked for, shown, printed. */
import '../../styles/card.css';
import './cash-slip.css';
import { Printer } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashSlip } from '../../../preload/dwelling-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { dayInText, money, unbroken } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { useReading } from '../../app/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';

export interface SlipDeskProps {
  accountId: string;
  amountCents: number;
  arrivals: Arrivals;
  /** To the choice of the sum. */
  onBack(): void;
  onHome(): void;
}

export function SlipDesk({ accountId, amountCents, arrivals, onBack, onHome }: SlipDeskProps) {
  const { t } = useTranslation();
  // The same sum asked for again is the same slip.
  const { state, readAgain } = useReading('cashSlip.make', { accountId, amountCents });
  const [isPrinting, setPrinting] = useState(false);

  if (state.name === 'ready') {
    return isPrinting ? (
      <SlipPrint
        slipId={state.value.id}
        arrivals={arrivals}
        onBack={() => setPrinting(false)}
        onHome={onHome}
      />
    ) : (
      <SlipView slip={state.value} onBack={onBack} onPrint={() => setPrinting(true)} />
    );
  }
  return (
    <Frame title={t(state.name === 'failed' ? 'cashSlip.notMade' : 'cashSlip.title')} onBack={onBack}>
      {state.name === 'failed' ? (
        <FailureNotice error={state.error} onRetry={readAgain} />
      ) : (
        <Waiting
          text={t('cashSlip.making')}
          explanation={t('cashSlip.makingExplained')}
          longText={t('cashSlip.makingLong')}
        />
      )}
    </Frame>
  );
}

function SlipView({ slip, onBack, onPrint }: { slip: CashSlip; onBack(): void; onPrint(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const inFours = unbroken(slip.reference.replace(/(.{4})(?=.)/g, '$1 '));
  return (
    <Frame
      title={t('cashSlip.ready')}
      lead={t('cashSlip.readyLead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Printer} onPress={onPrint}>
          {t('cashSlip.print')}
        </Button>
      }
    >
      <div className="cash-slip">
        <dl className="card cash-slip__facts">
          <div>
            <dt>{t('cashSlip.amount')}</dt>
            <dd className="cash-slip__amount">{money(slip.amountCents, locale)}</dd>
          </div>
          <div>
            <dt>{t('cashSlip.validUntil')}</dt>
            <dd>{dayInText(slip.validUntil, locale)}</dd>
          </div>
          <div>
            <dt>{t('cashSlip.reference')}</dt>
            <dd className="cash-slip__reference">{inFours}</dd>
          </div>
        </dl>
        <h2>{t('cashSlip.how')}</h2>
        <ol className="cash-slip__steps">
          {(['first', 'second', 'third'] as const).map((step) => (
            <li key={step}>{t(`cashSlip.steps.${step}`)}</li>
          ))}
        </ol>
      </div>
    </Frame>
  );
}

function SlipPrint({
  slipId,
  arrivals,
  onBack,
  onHome,
}: { slipId: string } & Omit<SlipDeskProps, 'accountId' | 'amountCents'>) {
  const { t } = useTranslation();
  const print = useCallback(() => ask('cashSlip.print', { slipId }), [slipId]);
  return (
    <PrintProgress
      request={print}
      jobs={arrivals.printJobs}
      words={{
        title: t('cashSlip.printTitle'),
        preparing: t('cashSlip.preparing'),
        nothingCame: t('cashSlip.nothingCame'),
        back: t('cashSlip.back'),
        home: t('cashSlip.home'),
      }}
      onBack={onBack}
      onHome={onHome}
      onSendInstead={null}
    />
  );
}
