/** What the desk points at: a mark and a frame over the screen, which nothing touches and nobody has to put away. */
import { useEffect, useState } from 'react';
import type { Pointer } from './use-mirror.ts';

/** What is pointed at moves when the screen scrolls or grows. */
const FOLLOW_MS = 150;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export function Pointed({ pointer, highlight }: { pointer: Pointer | null; highlight: Element | null }) {
  const frame = useBoxOf(highlight);
  const under = useBoxOf(pointer?.element ?? null);
  return (
    <div className="guide-pointed" data-private aria-hidden>
      {frame && (
        <div
          className="guide-pointed__frame"
          style={{ left: frame.left, top: frame.top, width: frame.width, height: frame.height }}
        />
      )}
      {pointer && under && (
        <div
          className="guide-pointed__mark"
          style={{ left: under.left + pointer.x * under.width, top: under.top + pointer.y * under.height }}
        />
      )}
    </div>
  );
}

function useBoxOf(element: Element | null): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    if (!element) {
      setBox(null);
      return;
    }
    const look = () => setBox((before) => boxOf(element, before));
    look();
    const timer = setInterval(look, FOLLOW_MS);
    return () => clearInterval(timer);
  }, [element]);
  return box;
}

function boxOf(element: Element, before: Box | null): Box | null {
  if (!element.isConnected) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const isSame =
    before?.left === left && before.top === top && before.width === width && before.height === height;
  return isSame ? before : { left, top, width, height };
}
