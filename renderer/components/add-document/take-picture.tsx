/** A paper under the camera: what is seen here is what the picture will hold. */
import './take-picture.css';
import { Camera } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { Notice } from '../notice/notice.tsx';
import { Waiting } from '../waiting/waiting.tsx';
import { useDocumentCamera } from './use-document-camera.ts';

export interface TakePictureProps {
  onPicture(picture: Uint8Array<ArrayBuffer>): void;
  onBack(): void;
}

export function TakePicture({ onPicture, onBack }: TakePictureProps) {
  const { t } = useTranslation();
  const { video, state, capture } = useDocumentCamera(onPicture);
  return (
    <Frame
      title={t('documents.cameraTitle')}
      lead={t('documents.cameraLead')}
      onBack={onBack}
      mainAction={
        state === 'running' && (
          <Button look="main" icon={Camera} onPress={capture}>
            {t('documents.capture')}
          </Button>
        )
      }
      fills
    >
      <div className="take-picture">
        {state === 'starting' && (
          <Waiting
            text={t('documents.cameraStarting')}
            explanation={t('documents.cameraStartingExplained')}
            longText={t('documents.cameraStartingLong')}
          />
        )}
        {state === 'failed' && <Notice kind="problem">{t('documents.cameraFailed')}</Notice>}
        <div className={`take-picture__sheet ${state === 'running' ? '' : 'take-picture__sheet--none'}`}>
          <video ref={video} muted playsInline aria-label={t('documents.cameraPicture')} />
        </div>
      </div>
    </Frame>
  );
}
