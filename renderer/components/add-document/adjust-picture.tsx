/** A photographed paper: its four corners are put where they are, and what lies between them becomes the page. */
import './adjust-picture.css';
import { Check, RefreshCcw, RotateCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { CornerHandle } from './corner-handle.tsx';
import { isSheet, type Point, type Quad, turned } from './perspective.ts';
import { forget, sheetAsJpeg, turnedPicture } from './picture.ts';
import { shapeOf } from './shape-of.ts';
import { cornersIn } from './sheet-in-picture.ts';

export interface AdjustPictureProps {
  /** Is let go by whoever made it. */
  picture: OffscreenCanvas;
  onKeep(page: Uint8Array<ArrayBuffer>): void;
  onRetake(): void;
}

const CORNERS = ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft'] as const;

export function AdjustPicture({ picture: taken, onKeep, onRetake }: AdjustPictureProps) {
  const { t } = useTranslation();
  const [{ picture, corners }, setSheet] = useState({ picture: taken, corners: cornersIn(taken) });
  const [isKeeping, setIsKeeping] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const shown = canvas.current;
    if (!shown) return;
    shown.width = picture.width;
    shown.height = picture.height;
    shown.getContext('2d')?.drawImage(picture, 0, 0);
    return () => {
      // The picture in it is gone with its size.
      shown.width = 0;
      if (picture !== taken) forget(picture);
    };
  }, [picture, taken]);

  const keep = () => {
    setIsKeeping(true);
    // What cannot be made of this picture may be made of another one.
    sheetAsJpeg(picture, corners).then(onKeep, onRetake);
  };

  const turn = () => setSheet({ picture: turnedPicture(picture), corners: turned(corners, picture) });

  const move = (moved: number, to: Point) =>
    setSheet((before) => {
      const next = before.corners.map((corner, index) => (index === moved ? to : corner)) as unknown as Quad;
      return isSheet(next) ? { ...before, corners: next } : before;
    });

  return (
    <Frame
      screen="documents"
      title={t('documents.adjustTitle')}
      lead={t('documents.adjustLead')}
      back={
        <Button icon={RefreshCcw} onPress={onRetake}>
          {t('documents.retakePicture')}
        </Button>
      }
      mainAction={
        <Button look="main" icon={Check} isDisabled={isKeeping} onPress={keep}>
          {t('documents.keepPicture')}
        </Button>
      }
      fills
    >
      <div className="adjust-picture">
        <div className="adjust-picture__place">
          <div ref={place} className="adjust-picture__picture" style={shapeOf(picture)}>
            <canvas ref={canvas} role="img" aria-label={t('documents.photo')} />
            <svg
              className="adjust-picture__outline"
              viewBox={`0 0 ${picture.width} ${picture.height}`}
              preserveAspectRatio="none"
              aria-hidden
            >
              <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
            </svg>
            {CORNERS.map((name, index) => (
              <CornerHandle
                key={name}
                label={t(`documents.corners.${name}`)}
                at={corners[index] ?? corners[0]}
                picture={picture}
                place={place}
                onMove={(to) => move(index, to)}
              />
            ))}
          </div>
        </div>
        <div className="adjust-picture__tools">
          <Button icon={RotateCw} onPress={turn}>
            {t('documents.turnPicture')}
          </Button>
        </div>
      </div>
    </Frame>
  );
}
