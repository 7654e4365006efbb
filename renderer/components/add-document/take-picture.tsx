/** A paper under the camera: it is seen as it lies there, photographed, and put straight by whoever brought it. */
import './take-picture.css';
import { Camera } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { Notice } from '../notice/notice.tsx';
import { Waiting } from '../waiting/waiting.tsx';
import { AdjustPicture } from './adjust-picture.tsx';
import type { Size } from './perspective.ts';
import { forget } from './picture.ts';
import { shapeOf } from './shape-of.ts';
import { sheetIn, viewOf } from './sheet-in-picture.ts';
import { useDocumentCamera } from './use-document-camera.ts';

export interface TakePictureProps {
  onPicture(picture: Uint8Array<ArrayBuffer>): void;
  onBack(): void;
}

export function TakePicture({ onPicture, onBack }: TakePictureProps) {
  const [taken, setTaken] = useState<OffscreenCanvas | null>(null);

  useEffect(() => {
    if (taken) return () => forget(taken);
  }, [taken]);

  return taken ? (
    <AdjustPicture picture={taken} onKeep={onPicture} onRetake={() => setTaken(null)} />
  ) : (
    <LiveCamera onPicture={setTaken} onBack={onBack} />
  );
}

function LiveCamera({ onPicture, onBack }: { onPicture(picture: OffscreenCanvas): void; onBack(): void }) {
  const { t } = useTranslation();
  const { video, state, capture } = useDocumentCamera(onPicture);
  return (
    <Frame
      screen="documents"
      title={t('documents.cameraTitle')}
      lead={t('documents.cameraLead')}
      onBack={onBack}
      mainAction={
        state.name === 'running' && (
          <Button look="main" icon={Camera} onPress={capture}>
            {t('documents.capture')}
          </Button>
        )
      }
      fills
    >
      <div className="take-picture">
        {state.name === 'starting' && (
          <Waiting
            text={t('documents.cameraStarting')}
            explanation={t('documents.cameraStartingExplained')}
            longText={t('documents.cameraStartingLong')}
          />
        )}
        {state.name === 'failed' && <Notice kind="problem">{t('documents.cameraFailed')}</Notice>}
        <div className="take-picture__place">
          <div
            className={`take-picture__view ${state.name === 'running' ? '' : 'take-picture__view--none'}`}
            style={state.name === 'running' ? shapeOf(viewOf(state)) : {}}
          >
            <video ref={video} muted playsInline aria-label={t('documents.cameraPicture')} />
            {state.name === 'running' && <SheetOutline view={viewOf(state)} />}
          </div>
        </div>
      </div>
    </Frame>
  );
}

/** Where the sheet is to lie. */
function SheetOutline({ view }: { view: Size }) {
  const sheet = sheetIn(view);
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return (
    <div
      aria-hidden
      className="take-picture__sheet"
      style={{ width: share(sheet.width, view.width), height: share(sheet.height, view.height) }}
    />
  );
}
