import { ArrowLeft, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HoldReason } from '../../../preload/contract.ts';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Interruption } from '../../components/interruption/interruption.tsx';

export function Leaving({ after }: { after: HoldReason }) {
  const { t } = useTranslation();
  const stay = () => void tell('session.stay', undefined);
  return (
    <Interruption title={t('leaving.title')} onDismiss={stay}>
      <p>{t(`leaving.${after}`)}</p>
      <Button look="main" icon={ArrowLeft} autoFocus onPress={stay}>
        {t('leaving.stay')}
      </Button>
      {after === 'printing' && (
        <Button icon={X} onPress={() => void tell('session.end', undefined)}>
          {t('leaving.callOffPrint')}
        </Button>
      )}
    </Interruption>
  );
}
