/** The camera's picture, to hold a notice into. It runs while this screen is there. */
import './quick-pay.css';
import { Keyboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { NoticeRefusal } from './notice-refusal.tsx';
import { useCamera } from './use-camera.ts';
import type { Refusal } from './ways.tsx';

/** By then, whoever holds a notice before the camera wonders why nothing happens. */
const HINT_AFTER_MS = 10_000;

export interface CameraScanProps {
  refusal: Refusal | null;
  onCode(code: string): void;
  onTyped(): void;
  onBack(): void;
}

export function CameraScan({ refusal, onCode, onTyped, onBack }: CameraScanProps) {
  const { t } = useTranslation();
  const { video, state } = useCamera(onCode);
  const needsHint = useLateness() && state === 'running' && !refusal;
  return (
    <Frame
      screen="cameraScan"
      title={t('rentNotice.cameraTitle')}
      lead={refusal || needsHint ? null : t('rentNotice.cameraLead')}
      notice={
        refusal ? (
          <NoticeRefusal key={refusal.attempt} error={refusal.error} was="scanned" />
        ) : (
          needsHint && <Notice kind="information">{t('rentNotice.cameraNoCode')}</Notice>
        )
      }
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Keyboard} onPress={onTyped}>
          {t('rentNotice.type')}
        </Button>
      }
      fills
    >
      <div className="camera-scan">
        {state === 'starting' && (
          <Waiting
            text={t('rentNotice.cameraStarting')}
            explanation={t('rentNotice.cameraStartingExplained')}
            longText={t('rentNotice.cameraStartingLong')}
          />
        )}
        {state === 'failed' && <Notice kind="problem">{t('rentNotice.cameraFailed')}</Notice>}
        <div className={`camera-scan__picture ${state === 'running' ? '' : 'camera-scan__picture--none'}`}>
          <video ref={video} muted playsInline aria-label={t('rentNotice.cameraPicture')} />
          <div className="camera-scan__aim" aria-hidden />
        </div>
      </div>
    </Frame>
  );
}

function useLateness(): boolean {
  const [isLate, setIsLate] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), HINT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  return isLate;
}
