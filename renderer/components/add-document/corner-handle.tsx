/** One corner of a sheet, to be dragged by a finger or moved by the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point, Size } from './perspective.ts';

export interface CornerHandleProps {
  label: string;
  /** In the picture's own pixels, as everything here. */
  at: Point;
  picture: Size;
  /** What the picture fills on the screen. */
  place: RefObject<HTMLElement | null>;
  onMove(to: Point): void;
}

/** Of the picture's longer side, for each press of an arrow key. */
const STEP = 0.01;

const ARROWS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function CornerHandle({ label, at, picture, place, onMove }: CornerHandleProps) {
  const { t } = useTranslation();
  /** From the finger to the corner: it does not jump when it is touched beside its middle. */
  const hold = useRef<Point | null>(null);
  const across = Math.round((at.x / picture.width) * 100);
  const down = Math.round((at.y / picture.height) * 100);

  const moveTo = ({ x, y }: Point) =>
    onMove({
      x: Math.min(Math.max(x, 0), picture.width),
      y: Math.min(Math.max(y, 0), picture.height),
    });

  const inPicture = ({ clientX, clientY }: PointerEvent): Point | null => {
    const box = place.current?.getBoundingClientRect();
    if (!box) return null;
    return {
      x: ((clientX - box.left) / box.width) * picture.width,
      y: ((clientY - box.top) / box.height) * picture.height,
    };
  };

  const grasp = (event: PointerEvent<HTMLElement>) => {
    const finger = inPicture(event);
    if (!finger) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hold.current = { x: at.x - finger.x, y: at.y - finger.y };
  };

  const drag = (event: PointerEvent<HTMLElement>) => {
    const finger = inPicture(event);
    if (finger && hold.current) moveTo({ x: finger.x + hold.current.x, y: finger.y + hold.current.y });
  };

  const letGo = () => {
    hold.current = null;
  };

  const step = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const length = Math.max(picture.width, picture.height) * STEP;
    moveTo({ x: at.x + arrow[0] * length, y: at.y + arrow[1] * length });
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      className="corner-handle"
      style={{ left: `${(at.x / picture.width) * 100}%`, top: `${(at.y / picture.height) * 100}%` }}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={across}
      aria-valuetext={t('documents.cornerAt', { across, down })}
      onPointerDown={grasp}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={step}
    />
  );
}
