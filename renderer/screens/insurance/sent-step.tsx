/** A certificate on its way: safe on this kiosk, then with the landlord; an acknowledgement on paper for who wants it. */
import { Printer, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../preload/contract.ts';
import type { InsuredPeriod } from '../../../preload/insurance-dates.ts';
import { dayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { Frame } from '../../components/frame/frame.tsx';

export interface SentStepProps {
  period: InsuredPeriod;
  state: Delivery['state'];
  onOverview(): void;
  onPrint(): void;
}

export function SentStep({ period, state, onOverview, onPrint }: SentStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <Frame
      title={t('insurance.sent.title')}
      back={
        <Button icon={ShieldCheck} onPress={onOverview}>
          {t('insurance.toOverview')}
        </Button>
      }
      mainAction={
        state !== 'refused' && (
          <Button look="main" icon={Printer} onPress={onPrint}>
            {t('insurance.sent.print')}
          </Button>
        )
      }
    >
      <div className="progress">
        <DeliveryState
          state={state}
          words={{
            saved: t('insurance.sent.saved'),
            transmitted: t('insurance.sent.transmitted', { day: dayInText(period.to, locale) }),
            refused: t('insurance.sent.refused'),
          }}
        />
      </div>
    </Frame>
  );
}
