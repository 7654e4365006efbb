/** How the kiosk is, part by part, and the few things that staff do about it. Nothing of a tenant is here. */
import './technician.css';
import { ArrowLeft, FileCheck, KeyRound, Power, RefreshCw, RotateCw, SearchCheck, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode, PrintJob } from '../../../preload/contract.ts';
import type { PartHealth } from '../../../preload/health-contract.ts';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { EndOfProgram } from './end-of-program.tsx';
import { Enrolment } from './enrolment/enrolment.tsx';
import { PartsTable } from './parts-table.tsx';
import { RefusedDeliveries } from './refused-deliveries/refused-deliveries.tsx';
import { UnknownPayments } from './unknown-payments/unknown-payments.tsx';
import { useUnknownPayments } from './unknown-payments/use-unknown-payments.ts';
import { useHealth } from './use-health.ts';
import { useTestPage } from './use-test-page.ts';

export interface TechnicianProps {
  staffId: string;
  /** Why the kiosk serves nobody; null when it does. */
  outOfServiceCode: ErrorCode | null;
}

export function Technician({ staffId, outOfServiceCode }: TechnicianProps) {
  const { t } = useTranslation();
  const { reading, readAgain } = useHealth();
  const testPage = useTestPage();
  const unknown = useUnknownPayments();
  const [behind, setBehind] = useState<'payments' | 'enrolment' | 'deliveries' | null>(null);
  const unknownCount = unknown.reading.name === 'read' ? unknown.reading.payments.length : 0;
  const printers = reading.name === 'read' ? printersAmong(reading.parts) : [];
  const lookAgain = () => {
    readAgain();
    unknown.readAgain();
  };

  const goBack = () => {
    setBehind(null);
    lookAgain();
  };

  if (behind === 'enrolment') return <Enrolment outOfServiceCode={outOfServiceCode} onBack={goBack} />;
  if (behind === 'deliveries') return <RefusedDeliveries onBack={goBack} />;
  if (behind === 'payments') {
    return (
      <UnknownPayments
        reading={unknown.reading}
        onReadAgain={unknown.readAgain}
        onBack={() => setBehind(null)}
      />
    );
  }
  return (
    <Frame
      title={t('technician.title')}
      lead={t('technician.lead', { staff: staffId })}
      notice={
        <>
          {testPage.state && <TestPageNotice state={testPage.state} />}
          {!testPage.state && outOfServiceCode && (
            <Notice kind="problem">{t('technician.outOfService', { code: outOfServiceCode })}</Notice>
          )}
          {unknownCount > 0 && (
            <Notice kind="information">{t('unknownPayments.waiting', { count: unknownCount })}</Notice>
          )}
        </>
      }
      companion={
        <section className="technician__actions" aria-label={t('technician.actions')}>
          {printers.length > 1 ? (
            printers.map((printer) => (
              <Button key={printer} icon={FileCheck} onPress={() => testPage.print(printer)}>
                {t('technician.testPageOn', { printer })}
              </Button>
            ))
          ) : (
            <Button icon={FileCheck} onPress={() => testPage.print(null)}>
              {t('technician.testPage')}
            </Button>
          )}
          <Button icon={SearchCheck} onPress={() => setBehind('payments')}>
            {t('unknownPayments.open')}
          </Button>
          <Button icon={Undo2} onPress={() => setBehind('deliveries')}>
            {t('refusedDeliveries.open')}
          </Button>
          <Button icon={KeyRound} onPress={() => setBehind('enrolment')}>
            {t('enrolment.open')}
          </Button>
          <EndOfProgram wish="restart" icon={RotateCw} />
          <EndOfProgram wish="exit" icon={Power} />
        </section>
      }
      mainAction={
        <Button look="main" icon={RefreshCw} isDisabled={reading.name === 'reading'} onPress={lookAgain}>
          {t('technician.refresh')}
        </Button>
      }
      exit={
        <Button icon={ArrowLeft} onPress={() => void tell('staff.leave', undefined)}>
          {t(outOfServiceCode ? 'technician.leaveOutOfService' : 'technician.leave')}
        </Button>
      }
    >
      {reading.name === 'reading' && (
        <Waiting
          text={t('technician.reading')}
          explanation={t('technician.readingExplained')}
          longText={t('technician.readingLong')}
        />
      )}
      {reading.name === 'unreadable' && (
        <Notice kind="problem">{t('technician.unreadable', { code: reading.code })}</Notice>
      )}
      {reading.name === 'read' && <PartsTable parts={reading.parts} />}
    </Frame>
  );
}

function printersAmong(parts: readonly PartHealth[]): string[] {
  return parts.flatMap(({ facts: { printerId } }) => (typeof printerId === 'string' ? [printerId] : []));
}

function TestPageNotice({ state }: { state: PrintJob['state'] }) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'completed':
      return state.isOnlySent ? (
        <Notice kind="information">{t('technician.testPages.onlySent')}</Notice>
      ) : (
        <Notice kind="good">{t('technician.testPages.completed')}</Notice>
      );
    case 'failed':
      return <Notice kind="problem">{t('technician.testPages.failed', { code: state.error.code })}</Notice>;
    case 'waiting': {
      const need = t(`technician.needs.${state.need}`);
      return <Notice kind="problem">{t('technician.testPages.waiting', { need })}</Notice>;
    }
    case 'toConfirm':
      return null;
    case 'preparing':
    case 'sending':
    case 'printing':
    case 'cancelled':
      return <Notice kind="information">{t(`technician.testPages.${state.name}`)}</Notice>;
    default:
      return state satisfies never;
  }
}
