/** Shows the screen that belongs to the state of the session, and nothing of its own making. */
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
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
import './shell.css';
import { aloneSteps } from './alone-steps.ts';
import { AssistanceContext, assistanceIn, coverOf, isWatched, type StaffTool } from './assistance.ts';

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
      <Shell behind={behind} />
      {snapshot.state === 'slowed' && (
        <Suspense fallback={null}>
          <screens.Slowed.Screen untilMs={snapshot.untilMs} behind={snapshot.behind} />
        </Suspense>
      )}
      <Guidance state={snapshot.state} />
      <StaffDoor state={snapshot.state} isHelping={isWatched(assistanceIn(snapshot))} />
    </SurroundingsContext>
  );
}

/** The screen and, while somebody helps, what says so above it and what covers it. */
function Shell({ behind }: { behind: SessionSnapshot }) {
  const place = useRef<HTMLDivElement>(null);
  const assistance = assistanceIn(behind);
  const [tool, setTool] = useState<StaffTool | null>(null);
  const alone = useSyncExternalStore(aloneSteps.subscribe, aloneSteps.read);
  const cover = coverOf(behind.state, assistance, tool, alone);
  const isCovered = cover !== null;
  const isHelped = assistance !== null;
  const watched = isWatched(assistance);
  const ended = 'assistanceEnded' in behind ? behind.assistanceEnded : null;

  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-watched', watched);
    // Whoever is alone, or is helped by nobody, has what they wished for.
    if (!watched) aloneSteps.dismiss();
  }, [watched]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what staff opened for one person is not for the next state
  useEffect(() => setTool(null), [isHelped, behind.state]);
  useEffect(() => {
    if (!isCovered) return;
    const screen = place.current;
    return () => screen?.querySelector('h1')?.focus({ preventScroll: true });
  }, [isCovered]);

  return (
    <AssistanceContext value={assistance}>
      <div className="shell">
        {(assistance || ended) && (
          <Suspense fallback={null}>
            <screens.Assistance.Screen
              assistance={assistance}
              ended={ended}
              cover={cover}
              tool={tool}
              onTool={setTool}
              screen={place}
            />
          </Suspense>
        )}
        <div key="screen" ref={place} className="shell__screen" data-covered={isCovered}>
          <CrashBarrier key={behind.state}>
            <Suspense fallback={<Starting />}>
              <ScreenOf snapshot={behind} isCovered={isCovered} />
            </Suspense>
          </CrashBarrier>
        </div>
      </div>
    </AssistanceContext>
  );
}

/** A calm screen lies over what was there, which stays as it is: nobody loses what they have typed. */
function useBehind(snapshot: SessionSnapshot | null): SessionSnapshot | null {
  const [behind, setBehind] = useState(snapshot);
  if (snapshot && snapshot !== behind && snapshot.state !== 'slowed') setBehind(snapshot);
  return behind;
}

function ScreenOf({ snapshot, isCovered }: { snapshot: SessionSnapshot; isCovered: boolean }) {
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
          {visit ? (
            <screens.PartnerVisit.Screen visit={visit} isCovered={isCovered} />
          ) : (
            <screens.SignedOut.Screen />
          )}
          <Warnings of={snapshot} />
        </>
      );
    case 'tenant':
      return (
        <>
          {visit ? (
            <screens.PartnerVisit.Screen visit={visit} isCovered={isCovered} />
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
function StaffDoor({ state, isHelping }: { state: SessionSnapshot['state']; isHelping: boolean }) {
  const wish = useSyncExternalStore(staffDoor.subscribe, staffDoor.wish);
  const isWanted = wish !== null;
  const hasBadge = wish === 'badge';
  // The badge of whoever helps may well be shown again.
  const isThere = STATES_WITH_DOOR.includes(state) && !(hasBadge && isHelping);

  useEffect(() => {
    if (isWanted && !isThere) staffDoor.close();
  }, [isWanted, isThere]);
  useEffect(() => {
    if (!isWanted) return;
    void screens.Assistance.prefetch();
    if (!hasBadge) void screens.Technician.prefetch();
  }, [isWanted, hasBadge]);

  if (!isWanted || !isThere) return null;
  return (
    <Suspense fallback={null}>
      <screens.StaffWay.Screen hasBadge={hasBadge} onClose={staffDoor.close} />
    </Suspense>
  );
}
