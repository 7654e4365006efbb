/** The way in for staff, over any screen: with a code to the technician's screen, or to help whoever is there. */
import { useState } from 'react';
import { useSessionState } from '../../app/surroundings.ts';
import { StaffPin } from '../staff-pin/staff-pin.tsx';
import { StaffCode } from './staff-code.tsx';

export interface StaffWayProps {
  /** A badge was shown: only its PIN is missing. */
  hasBadge: boolean;
  onClose(): void;
}

export function StaffWay({ hasBadge, onClose }: StaffWayProps) {
  const [wantsToHelp, setWantsToHelp] = useState(false);
  // There is nobody to be helped at a kiosk that serves nobody.
  const canHelp = useSessionState() !== 'outOfService';
  if (canHelp && (hasBadge || wantsToHelp)) {
    return <StaffPin key={hasBadge ? 'badge' : 'name'} hasBadge={hasBadge} onClose={onClose} />;
  }
  return <StaffCode onHelp={canHelp ? () => setWantsToHelp(true) : null} onClose={onClose} />;
}
