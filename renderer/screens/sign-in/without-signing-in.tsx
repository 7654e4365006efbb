/** What can be done here by somebody who has no account, or who does not want to sign in. */
import '../../components/tile/tiles.css';
import { CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { PartnerSitesTile } from '../partner-sites/partner-sites-tile.tsx';
import { PaymentMethodsTile } from '../payment-methods/payment-methods-tile.tsx';

export interface WithoutSigningInProps {
  onBack(): void;
  onQuickPay(): void;
  onPaymentMethods(): void;
  onPartnerSites(): void;
}

export function WithoutSigningIn({
  onBack,
  onQuickPay,
  onPaymentMethods,
  onPartnerSites,
}: WithoutSigningInProps) {
  const { t } = useTranslation();
  return (
    <Frame title={t('withoutSigningIn.title')} lead={t('withoutSigningIn.lead')} onBack={onBack}>
      <div className="tiles">
        <Tile
          icon={CreditCard}
          word={t('attract.quickPay')}
          text={t('rentNotice.lead')}
          onPress={onQuickPay}
        />
        <PaymentMethodsTile onPress={onPaymentMethods} />
        <PartnerSitesTile onPress={onPartnerSites} />
      </div>
    </Frame>
  );
}
