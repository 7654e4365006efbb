import '../../../styles/card.css';
import { Archive, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RefusedDelivery } from '../../../../preload/refused-deliveries-contract.ts';
import { instantInText } from '../../../app/formats.ts';
import { useAccess } from '../../../app/surroundings.ts';
import { Button } from '../../../components/button/button.tsx';
import { useWishName } from '../wish-name.ts';

/** What the log has, too: enough to find it there. */
const SHORT_ID_CHARACTERS = 8;

/** What the person signed it with: nobody else can sign it again. */
const REFUSED_TOKENS: ReadonlySet<string> = new Set(['token.expired', 'token.invalid']);

export interface RefusedDeliveryCardProps {
  delivery: RefusedDelivery;
  /** Asked a second time: it cannot be taken back. */
  isSettingAside: boolean;
  isDisabled: boolean;
  onTryAgain(): void;
  onSetAside(): void;
}

export function RefusedDeliveryCard(props: RefusedDeliveryCardProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { delivery, isSettingAside, isDisabled, onTryAgain, onSetAside } = props;
  const { deliveryId, kind, refusalCode, savedAt, refusedAt } = delivery;
  const wishName = useWishName();
  const shortId = deliveryId.slice(-SHORT_ID_CHARACTERS);
  const name = `${wishName(kind)} ${shortId}`;
  return (
    <article className="card" aria-label={name}>
      <div className="refused-delivery__facts">
        <strong className="refused-delivery__name">
          {wishName(kind)} <span translate="no">{shortId}</span>
        </strong>
        <span className="refused-delivery__code">
          {refusalCode === null
            ? t('refusedDeliveries.unreadable')
            : t('refusedDeliveries.code', { code: refusalCode })}
        </span>
        {refusalCode !== null && REFUSED_TOKENS.has(refusalCode) && (
          <span>
            {kind === 'payment-receipt-delivery'
              ? t('refusedDeliveries.receiptTokenRefused')
              : t('refusedDeliveries.tokenRefused')}
          </span>
        )}
        <span className="refused-delivery__times">
          {t('refusedDeliveries.times', {
            saved: instantInText(savedAt, locale),
            refused: instantInText(refusedAt, locale),
          })}
        </span>
      </div>
      <div className="refused-delivery__ways">
        {refusalCode !== null && (
          <Button icon={RotateCw} isDisabled={isDisabled} onPress={onTryAgain}>
            {t('refusedDeliveries.tryAgain')}
          </Button>
        )}
        <Button icon={Archive} isDisabled={isDisabled} onPress={onSetAside}>
          {t(isSettingAside ? 'refusedDeliveries.setAsideForSure' : 'refusedDeliveries.setAside')}
        </Button>
      </div>
    </article>
  );
}
