/** Shows the screen that belongs to the state of the session, and nothing of its own making. */
import { Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SessionSnapshot } from '../../preload/contract.ts';
import { Attract } from '../screens/attract/attract.tsx';
import { Ending } from '../screens/ending/ending.tsx';
import { OutOfService } from '../screens/out-of-service/out-of-service.tsx';
import { Starting } from '../screens/starting/starting.tsx';
import { watchActivity } from './activity.ts';
import { CrashBarrier } from './crash-barrier.tsx';
import type { Here } from './here.ts';
import { tell } from './kiosk.ts';
import { prefetchScreens, screens } from './screens.ts';
import type { SessionStore } from './session-store.ts';
import { SurroundingsContext } from './surroundings.ts';

export function App({ here, session }: { here: Here; session: SessionStore }) {
  const snapshot = useSyncExternalStore(session.subscribe, session.read);

  useEffect(() => watchActivity(window, () => void tell('session.activity', undefined)), []);
  useEffect(prefetchScreens, []);

  const access = snapshot?.access;
  const state = snapshot?.state;
  const surroundings = useMemo(
    () => (access && state ? { here, access, state } : null),
    [here, access, state],
  );

  if (!snapshot || !surroundings) return <Starting />;
  return (
    <SurroundingsContext value={surroundings}>
      <CrashBarrier key={snapshot.state}>
        <Suspense fallback={<Starting />}>
          <ScreenOf snapshot={snapshot} />
        </Suspense>
      </CrashBarrier>
    </SurroundingsContext>
  );
}

function ScreenOf({ snapshot }: { snapshot: SessionSnapshot }) {
  switch (snapshot.state) {
    case 'starting':
      return <Starting />;
    case 'attract':
      return <Attract />;
    case 'signedOut':
      return (
        <>
          <screens.SignIn.Screen />
          <IdleWarning seconds={snapshot.idleWarningSeconds} />
        </>
      );
    case 'tenant':
      return (
        <>
          <screens.Tenant.Screen tenant={snapshot.tenant} />
          <IdleWarning seconds={snapshot.idleWarningSeconds} />
        </>
      );
    case 'ending':
      return <Ending />;
    case 'outOfService':
      return <OutOfService code={snapshot.code} faults={snapshot.faults} />;
    default:
      return snapshot satisfies never;
  }
}

function IdleWarning({ seconds }: { seconds: number | null }) {
  // A new count is a new warning.
  if (seconds === null) return null;
  return (
    <Suspense fallback={null}>
      <screens.IdleWarning.Screen key={seconds} seconds={seconds} />
    </Suspense>
  );
}
