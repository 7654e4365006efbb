import { useLayoutEffect, useRef } from 'react';
import { useAccess, useHere } from '../../app/surroundings.ts';
import { drawAttract } from './draw-attract.ts';

/** The attract screen once React is there: after a session, in the same drawing as at the start. */
export function Attract() {
  const place = useRef<HTMLDivElement>(null);
  const here = useHere();
  const access = useAccess();

  useLayoutEffect(() => {
    if (place.current) drawAttract(place.current, here, access);
  }, [here, access]);

  return <div ref={place} className="attract-place" />;
}
