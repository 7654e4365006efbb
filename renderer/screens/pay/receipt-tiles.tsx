import './pay.css';
import { Mail, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../app/formats.ts';
import { Tile } from '../../components/tile/tile.tsx';
import type { ReceiptWay } from './receipt-delivery.tsx';

export interface ReceiptTilesProps {
  /** Null when it cannot be sent. */
  maskedEmail: string | null;
  onChoose(way: ReceiptWay): void;
}

export function ReceiptTiles({ maskedEmail, onChoose }: ReceiptTilesProps) {
  const { t } = useTranslation();
  return (
    <div className="pay-page__ways">
      <Tile
        icon={Printer}
        word={t('payment.printReceipt')}
        text={t('payment.printReceiptText')}
        onPress={() => onChoose('paper')}
      />
      {maskedEmail !== null && (
        <Tile
          icon={Mail}
          word={t('payment.sendReceipt', { email: isolated(maskedEmail) })}
          text={t('payment.sendReceiptText')}
          onPress={() => onChoose('email')}
        />
      )}
    </div>
  );
}
