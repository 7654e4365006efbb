/** A sheet to sign on, with a finger, a pen or a mouse. What is seen is the path that is sent. */
import './signature-pad.css';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNATURE_SHEET } from '../../../preload/signature.ts';
import { onSheet, type Point, pathOf, type Stroke } from './strokes.ts';

export interface SignaturePadProps {
  strokes: readonly Stroke[];
  onStroke(stroke: Stroke): void;
}

export function SignaturePad({ strokes, onStroke }: SignaturePadProps) {
  const { t } = useTranslation();
  const finger = useRef<number | null>(null);
  // A finger may leave before its last move was drawn: what was heard of it is known here at once.
  const heard = useRef<readonly Point[]>([]);
  const [current, setCurrent] = useState<readonly Point[]>([]);
  const drawn = useMemo(() => pathOf(strokes), [strokes]);

  const hear = (points: readonly Point[]) => {
    heard.current = points;
    setCurrent(points);
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    // One hand signs: a second finger, or the ball of the hand, draws nothing.
    if (finger.current !== null || event.button !== 0) return;
    finger.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    hear([onSheet(event, event.currentTarget.getBoundingClientRect())]);
  };
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerId !== finger.current) return;
    const box = event.currentTarget.getBoundingClientRect();
    // A fast hand is heard between two pictures, too.
    const moves = event.nativeEvent.getCoalescedEvents();
    const points = (moves.length > 0 ? moves : [event]).map((each) => onSheet(each, box));
    hear([...heard.current, ...points]);
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerId !== finger.current) return;
    finger.current = null;
    const stroke = heard.current;
    hear([]);
    if (stroke.length > 0) onStroke(stroke);
  };

  return (
    <div
      className="signature-pad"
      data-private
      role="img"
      aria-label={t(strokes.length > 0 ? 'directDebit.signature.padUsed' : 'directDebit.signature.pad')}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <svg
        className="signature-pad__sheet"
        viewBox={`0 0 ${SIGNATURE_SHEET.width} ${SIGNATURE_SHEET.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className="signature-pad__line" d="M60 310L940 310" />
        <path className="signature-pad__ink" d={drawn} />
        <path className="signature-pad__ink" d={pathOf([current])} />
      </svg>
    </div>
  );
}
