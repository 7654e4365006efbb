import { Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tile } from '../../components/tile/tile.tsx';

/** The way to how rent can be paid, signed in or not. */
export function PaymentMethodsTile({ onPress }: { onPress(): void }) {
  const { t } = useTranslation();
  return (
    <Tile
      icon={Wallet}
      word={t('home.paymentMethods')}
      text={t('home.paymentMethodsText')}
      onPress={onPress}
    />
  );
}
