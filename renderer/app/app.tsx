/** Shows the screen that belongs to the state of the session, and nothing of its own making. */
import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { SessionSnapshot } from '../../preload/contract.ts';
import { Attract } from '../screens/attract/attract.tsx';
import { Ending } from '../screens/ending/ending.tsx';
import { OutOfService } from '../screens/out-of-service/out-of-service.tsx';
import { usePartnerVisit } from '../screens/partner-sites/use-partner.ts';
import { Starting } from '../screens/starting/starting.tsx';
import { watchActivity } from './activity.ts';
import { CrashBarrier } from './crash-barrier.tsx';
import { useGuide } from './guide.ts';
import type { Here } from './here.ts';
import { tell } from './kiosk.ts';
import { prefetchAfter, screens } from './screens.ts';
import type { SessionStore } from './session-store.ts';
import { staffDoor } from './staff-door.ts';
import { SurroundingsContext } from './surroundings.ts';

export function App({ here, session }: { here: Here; session: SessionStore }) {
  const snapshot = useSyncExternalStore(session.subscribe, session.read);

  useEffect(() => watchActivity(window, () => void tell('session.activity', undefined)), []);

  const behind = useBehind(snapshot);
  const access = snapshot?.access;
  const state = behind?.state;
  useEffect(() => state && prefetchAfter(state), [state]);
  const surroundings = useMemo(
    () => (access && state ? { here, access, state } : null),
    [here, access, state],
  );

  if (!snapshot || !behind || !surroundings) return <Starting />;
  return (
    <SurroundingsContext value={surroundings}>
      <CrashBarrier key={behind.state}>
        <Suspense fallback={<Starting />}>
          <ScreenOf snapshot={behind} />
        </Suspense>
      </CrashBarrier>
      {snapshot.state === 'slowed' && (
        <Suspense fallback={null}>
          <screens.Slowed.Screen untilMs={snapshot.untilMs} behind={snapshot.behind} />
        </Suspense>
      )}
      <Guidance state={snapshot.state} />
      <StaffDoor state={snapshot.state} />
    </SurroundingsContext>
  );
}

/** A calm screen lies over what was there, which stays as it is: nobody loses what they have typed. */
function useBehind(snapshot: SessionSnapshot | null): SessionSnapshot | null {
  const [behind, setBehind] = useState(snapshot);
  if (snapshot && snapshot !== behind && snapshot.state !== 'slowed') setBehind(snapshot);
  return behind;
}

function ScreenOf({ snapshot }: { snapshot: SessionSnapshot }) {
  const visit = usePartnerVisit(snapshot.state === 'signedOut' || snapshot.state === 'tenant');
  switch (snapshot.state) {
    case 'starting':
    // Only a page that began during the pause has nothing behind it.
    case 'slowed':
      return <Starting />;
    case 'attract':
      return <Attract ended={snapshot.ended} />;
    case 'signedOut':
      return (
        <>
          {visit ? <screens.PartnerVisit.Screen visit={visit} /> : <screens.SignedOut.Screen />}
          <Warnings of={snapshot} />
        </>
      );
    case 'tenant':
      return (
        <>
          {visit ? (
            <screens.PartnerVisit.Screen visit={visit} />
          ) : (
            <screens.Tenant.Screen tenant={snapshot.tenant} />
          )}
          <Warnings of={snapshot} />
        </>
      );
    case 'ending':
      return <Ending />;
    case 'outOfService':
      return <OutOfService code={snapshot.code} faults={snapshot.faults} />;
    case 'technician':
      return (
        <screens.Technician.Screen staffId={snapshot.staffId} outOfServiceCode={snapshot.outOfServiceCode} />
      );
    default:
      return snapshot satisfies never;
  }
}

type Presence = Extract<SessionSnapshot, { state: 'signedOut' | 'tenant' }>;

/** What the session has to say over any screen; the most pressing first, one at a time. */
function Warnings({ of: { idleWarningSeconds, limitWarningSeconds, leavingAfter } }: { of: Presence }) {
  return <Suspense fallback={null}>{warning()}</Suspense>;

  function warning() {
    // A new count is a new warning.
    if (idleWarningSeconds !== null)
      return <screens.IdleWarning.Screen key={idleWarningSeconds} seconds={idleWarningSeconds} />;
    if (leavingAfter !== null) return <screens.Leaving.Screen after={leavingAfter} />;
    if (limitWarningSeconds !== null) return <screens.LimitWarning.Screen seconds={limitWarningSeconds} />;
    return null;
  }
}

/** Over whatever screen there is, or beside it: somebody at the desk guides. */
function Guidance({ state }: { state: SessionSnapshot['state'] }) {
  const guide = useGuide(state === 'signedOut' || state === 'tenant' || state === 'slowed');
  if (guide.name === 'none') return null;
  return (
    <Suspense fallback={null}>
      <screens.Guide.Screen guide={guide} />
    </Suspense>
  );
}

/** Where main takes a staff code (main/ipc/rights.ts). */
const STATES_WITH_DOOR: readonly SessionSnapshot['state'][] = [
  'attract',
  'signedOut',
  'tenant',
  'outOfService',
];

/** Over whatever screen there is; the screen under it stays as it was. */
function StaffDoor({ state }: { state: SessionSnapshot['state'] }) {
  const isWanted = useSyncExternalStore(staffDoor.subscribe, staffDoor.wish);
  const isThere = STATES_WITH_DOOR.includes(state);

  useEffect(() => {
    if (!isThere) staffDoor.close();
  }, [isThere]);
  useEffect(() => {
    if (isWanted) void screens.Technician.prefetch();
  }, [isWanted]);

  if (!isWanted || !isThere) return null;
  return (
    <Suspense fallback={null}>
      <screens.StaffCode.Screen onClose={staffDoor.close} />
    </Suspense>
  );
}
