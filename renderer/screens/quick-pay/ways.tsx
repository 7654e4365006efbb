/** How to tell the kiosk which rent notice: the scanner, the camera, or the keys. */
import './quick-pay.css';
import { Camera, Keyboard, QrCode, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { NoticeRefusal } from './notice-refusal.tsx';
import type { NoticeState } from './use-rent-notice.ts';
import type { ScannerState } from './use-scanner.ts';

export type Refusal = Extract<NoticeState, { name: 'refused' }>;

export interface WaysProps {
  /** What to hold the code before; `gone` where there is one that does not answer. */
  scanner: ScannerState;
  hasCamera: boolean;
  refusal: Refusal | null;
  onTyped(): void;
  onCamera(): void;
  onBack(): void;
}

export function Ways({ scanner, hasCamera, refusal, onTyped, onCamera, onBack }: WaysProps) {
  const { t } = useTranslation();
  return (
    <Frame
      screen="quickPay"
      title={t('rentNotice.title')}
      lead={refusal ? null : t('rentNotice.lead')}
      notice={refusal && <NoticeRefusal key={refusal.attempt} error={refusal.error} was="scanned" />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Keyboard} onPress={onTyped}>
          {t('rentNotice.type')}
        </Button>
      }
    >
      <div className="quick-pay">
        {scanner !== 'none' && (
          <section className="quick-pay__scanner" role="status" data-state={scanner}>
            {scanner === 'ready' ? (
              <QrCode className="quick-pay__scanner-icon" aria-hidden />
            ) : (
              <Unplug className="quick-pay__scanner-icon" aria-hidden />
            )}
            <div>
              <h2>{t(scanner === 'ready' ? 'rentNotice.scan' : 'rentNotice.scannerGone')}</h2>
              <p>{t(scanner === 'ready' ? 'rentNotice.scanText' : 'rentNotice.scannerGoneText')}</p>
            </div>
          </section>
        )}
        {hasCamera && (
          <Tile
            icon={Camera}
            word={t('rentNotice.camera')}
            text={t('rentNotice.cameraText')}
            onPress={onCamera}
          />
        )}
        {scanner !== 'gone' && <p className="quick-pay__otherwise">{t('rentNotice.typeText')}</p>}
      </div>
    </Frame>
  );
}
