/** What was signed or changed: safe on this kiosk, then with the landlord. */
import { Landmark, Mail, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../preload/contract.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { Frame } from '../../components/frame/frame.tsx';

export type SentKind = 'mandate' | 'day' | 'leaveOut' | 'end';

export interface SentStepProps {
  kind: SentKind;
  state: Delivery['state'];
  /** A copy of it went to the address on file. */
  copyByEmail: boolean;
  onOverview(): void;
  onPrint(): void;
  /** Null when there is no address to send to. */
  onEmail: (() => void) | null;
}

export function SentStep({ kind, state, copyByEmail, onOverview, onPrint, onEmail }: SentStepProps) {
  const { t } = useTranslation();
  const canBePrinted = kind === 'mandate' && state !== 'refused';
  const copy = kind === 'mandate' && copyByEmail ? ` ${t('directDebit.sent.copy')}` : '';
  return (
    <Frame
      screen="directDebit"
      title={t(`directDebit.sent.${kind}.title`)}
      back={
        canBePrinted && (
          <Button icon={Landmark} onPress={onOverview}>
            {t('directDebit.toOverview')}
          </Button>
        )
      }
      mainAction={
        canBePrinted ? (
          <Button look="main" icon={Printer} onPress={onPrint}>
            {t('directDebit.printCopy')}
          </Button>
        ) : (
          <Button look="main" icon={Landmark} onPress={onOverview}>
            {t('directDebit.toOverview')}
          </Button>
        )
      }
    >
      <div className="progress">
        <DeliveryState
          state={state}
          words={{
            saved: t('directDebit.sent.saved'),
            transmitted: `${t(`directDebit.sent.${kind}.transmitted`)}${copy}`,
            refused: t('directDebit.sent.refused'),
          }}
        />
        {canBePrinted && !copyByEmail && onEmail && (
          <Button icon={Mail} onPress={onEmail}>
            {t('directDebit.emailMandate')}
          </Button>
        )}
      </div>
    </Frame>
  );
}
