/** What can be done here by somebody who has no account, or who does not want to sign in. */
import '../../components/tile/tiles.css';
import { CreditCard, LifeBuoy, PenLine, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTakesDocuments } from '../../components/add-document/use-document-ways.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { HandInTile } from '../hand-in/hand-in-tile.tsx';
import {
  AgenciesTile,
  AlertsTile,
  GoodToKnowTile,
  UsefulNumbersTile,
} from '../information/information-tiles.tsx';
import { PartnerSitesTile } from '../partner-sites/partner-sites-tile.tsx';
import { PaymentMethodsTile } from '../payment-methods/payment-methods-tile.tsx';

export interface WithoutSigningInProps {
  onBack(): void;
  onQuickPay(): void;
  onPaymentMethods(): void;
  onPartnerSites(): void;
  onUsefulNumbers(): void;
  onAgencies(): void;
  onGoodToKnow(): void;
  onAlerts(): void;
  onAssistance(): void;
  onWriteRequest(): void;
  onHandIn(): void;
  onSendCertificate(): void;
}

export function WithoutSigningIn(props: WithoutSigningInProps) {
  const { onBack, onQuickPay, onPaymentMethods, onPartnerSites } = props;
  const { onUsefulNumbers, onAgencies, onGoodToKnow, onAlerts, onAssistance, onWriteRequest } = props;
  const { onHandIn, onSendCertificate } = props;
  const takesDocuments = useTakesDocuments();
  const { t } = useTranslation();
  return (
    <Frame
      screen="withoutSigningIn"
      title={t('withoutSigningIn.title')}
      lead={t('withoutSigningIn.lead')}
      onBack={onBack}
    >
      <div className="tiles">
        <Tile
          icon={CreditCard}
          word={t('attract.quickPay')}
          text={t('rentNotice.lead')}
          onPress={onQuickPay}
        />
        <PaymentMethodsTile onPress={onPaymentMethods} />
        <Tile
          icon={PenLine}
          word={t('requests.tiles.write')}
          text={t('requests.tiles.unsignedText')}
          onPress={onWriteRequest}
        />
        <HandInTile onPress={onHandIn} />
        {takesDocuments && (
          <Tile
            icon={ShieldCheck}
            word={t('unsignedDeposit.certificate')}
            text={t('unsignedDeposit.certificateText')}
            onPress={onSendCertificate}
          />
        )}
        <UsefulNumbersTile onPress={onUsefulNumbers} />
        <AgenciesTile onPress={onAgencies} />
        <GoodToKnowTile onPress={onGoodToKnow} />
        <AlertsTile onPress={onAlerts} />
        <PartnerSitesTile onPress={onPartnerSites} />
        <Tile
          icon={LifeBuoy}
          word={t('requests.tiles.assistance')}
          text={t('requests.tiles.assistanceText')}
          onPress={onAssistance}
        />
      </div>
    </Frame>
  );
}
