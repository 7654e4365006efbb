/** A change on its way: safe on this kiosk, then with the landlord, who decides. */
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../preload/contract.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { Frame } from '../../components/frame/frame.tsx';

export function SentStep({ state, onOverview }: { state: Delivery['state']; onOverview(): void }) {
  const { t } = useTranslation();
  return (
    <Frame
      title={t('situation.sent.title')}
      mainAction={
        <Button look="main" icon={UserRound} onPress={onOverview}>
          {t('situation.sent.overview')}
        </Button>
      }
    >
      <div className="progress">
        <DeliveryState
          state={state}
          words={{
            saved: t('situation.sent.saved'),
            transmitted: t('situation.sent.transmitted'),
            refused: t('situation.sent.refused'),
          }}
        />
      </div>
    </Frame>
  );
}
