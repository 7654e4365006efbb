/** What can be done here by somebody who has no account, or who does not want to sign in. */
import './without-signing-in.css';
import { CreditCard, Globe, Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { usePartnerSites } from '../partner-sites/use-partner.ts';

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
  const { locale } = useAccess();
  const sites = usePartnerSites() ?? [];
  return (
    <Frame title={t('withoutSigningIn.title')} lead={t('withoutSigningIn.lead')} onBack={onBack}>
      <div className="without-signing-in">
        <Tile
          icon={CreditCard}
          word={t('attract.quickPay')}
          text={t('rentNotice.lead')}
          onPress={onQuickPay}
        />
        <Tile
          icon={Wallet}
          word={t('home.paymentMethods')}
          text={t('home.paymentMethodsText')}
          onPress={onPaymentMethods}
        />
        {sites.length > 0 && (
          <Tile
            icon={Globe}
            word={t('home.partner')}
            text={sites.map(({ name }) => name[locale]).join(', ')}
            onPress={onPartnerSites}
          />
        )}
      </div>
    </Frame>
  );
}
