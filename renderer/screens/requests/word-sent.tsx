/** What was added to a request: safe on this kiosk, then with the landlord. */
import { MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../preload/contract.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { Frame } from '../../components/frame/frame.tsx';

export type SentWord = 'reply' | 'settled' | 'notSettled';

export function WordSent({
  word,
  state,
  onRequest,
}: {
  word: SentWord;
  state: Delivery['state'];
  onRequest(): void;
}) {
  const { t } = useTranslation();
  return (
    <Frame
      title={t(`requests.wordSent.${word}.title`)}
      mainAction={
        <Button look="main" icon={MessageSquareText} onPress={onRequest}>
          {t('requests.wordSent.toRequest')}
        </Button>
      }
    >
      <div className="progress">
        <DeliveryState
          state={state}
          words={{
            saved: t('requests.sent.saved'),
            transmitted: t(`requests.wordSent.${word}.transmitted`),
            refused: t('requests.sent.refused'),
          }}
        />
      </div>
    </Frame>
  );
}
