/** A request that was written: safe on this kiosk, then with the landlord, and under which number. */
import { House, ListChecks, Printer } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../preload/contract.ts';
import type { Acknowledgement } from '../../../preload/request-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { Reference } from './reference.tsx';

export interface SentRequest extends Delivery {
  /** Of the kiosk's making. */
  reference: string;
  acknowledgement: Acknowledgement;
}

export interface SentStepProps {
  sent: SentRequest;
  arrivals: Arrivals;
  onList(): void;
  onHome(): void;
}

export function SentStep({ sent, arrivals, onList, onHome }: SentStepProps) {
  const { t } = useTranslation();
  const { deliveryId, acknowledgement } = sent;
  const [isPrinting, setIsPrinting] = useState(false);
  const state = arrivals.deliveries.get(deliveryId) ?? sent.state;
  const given = useGivenReference(deliveryId, state);
  const print = useCallback(
    () => ask('request.printAcknowledgement', { requestId: deliveryId }),
    [deliveryId],
  );

  if (isPrinting) {
    return (
      <PrintProgress
        request={print}
        jobs={arrivals.printJobs}
        words={{
          title: t('requests.printing.title'),
          preparing: t('requests.printing.preparing'),
          back: t('requests.printing.back'),
          home: t('statement.backHome'),
        }}
        onBack={() => setIsPrinting(false)}
        onHome={onHome}
        onSendInstead={null}
      />
    );
  }
  const promised = acknowledgement === 'none' ? '' : ` ${t(`requests.sent.${acknowledgement}`)}`;
  return (
    <Frame
      title={t('requests.sent.title')}
      back={
        <Button icon={ListChecks} onPress={onList}>
          {t('requests.sent.toList')}
        </Button>
      }
      mainAction={
        <Button look="main" icon={House} onPress={onHome}>
          {t('statement.backHome')}
        </Button>
      }
    >
      <div className="progress">
        <DeliveryState
          state={state}
          words={{
            saved: t('requests.sent.saved'),
            transmitted: `${t('requests.sent.transmitted')}${promised}`,
            refused: t('requests.sent.refused'),
          }}
        />
        <Reference reference={given ?? sent.reference} isGiven={given !== null} />
        {state !== 'refused' && (
          <Button icon={Printer} onPress={() => setIsPrinting(true)}>
            {t('requests.print')}
          </Button>
        )}
      </div>
    </Frame>
  );
}

/** The landlord's own, once it has given one. */
function useGivenReference(requestId: string, state: Delivery['state']): string | null {
  const [given, setGiven] = useState<string | null>(null);
  useEffect(() => {
    if (state !== 'transmitted') return;
    let gone = false;
    void ask('request.read', { requestId }).then((answer) => {
      if (!gone && answer.ok) setGiven(answer.value.reference);
    });
    return () => {
      gone = true;
    };
  }, [requestId, state]);
  return given;
}
