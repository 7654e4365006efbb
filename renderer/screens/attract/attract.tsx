import { useLayoutEffect, useRef } from 'react';
import { useAccess, useHere } from '../../app/surroundings.ts';
import { usePublicAlerts } from '../alerts/use-alerts.ts';
import { type AttractSnapshot, drawAttract } from './draw-attract.ts';

/** The attract screen once React is there: after a session, in the same drawing as at the start. */
export function Attract({ ended }: Pick<AttractSnapshot, 'ended'>) {
  const place = useRef<HTMLDivElement>(null);
  const here = useHere();
  const access = useAccess();
  const alerts = usePublicAlerts();

  useLayoutEffect(() => {
    if (place.current) drawAttract(place.current, here, { access, ended }, alerts);
  }, [here, access, ended, alerts]);

  return <div ref={place} className="attract-place" />;
}
