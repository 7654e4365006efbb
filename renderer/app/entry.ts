/**
 * The first light. The attract screen is drawn without React, so that it stands as soon as the page does; the app
 * is fetched behind it and takes over with whatever comes next.
 */
import { applyAccess, applyBootstrap } from '../accessibility/appearance.ts';
import { drawAttract } from '../screens/attract/draw-attract.ts';
import { type Here, NOWHERE } from './here.ts';
import { publicAlerts } from './public-alerts.ts';
import { quickPayDoor } from './quick-pay-door.ts';
import { createSessionStore } from './session-store.ts';
import { staffDoor } from './staff-door.ts';
import { watchStaffGesture } from './staff-gesture.ts';
import { whenPainted } from './when-painted.ts';

const EXPLAINED_AFTER_MS = 300;

const loadApp = () => import('./app-root.tsx');

async function start(place: HTMLElement): Promise<void> {
  watchStaffGesture(window, () => staffDoor.knock('gesture'));
  window.kiosk.on('assist.badge', ({ name }) => name === 'presented' && staffDoor.knock('badge'));
  window.kiosk.on('rentNotice.scanned', ({ code }) => quickPayDoor.knock(code));
  const session = createSessionStore(window.kiosk);
  session.subscribe(({ access }) => applyAccess(access));
  const here = await window.kiosk.call('kiosk.bootstrap', undefined).then(
    (bootstrap): Here => {
      applyBootstrap(bootstrap);
      return bootstrap;
    },
    () => NOWHERE,
  );

  let waitForWipe: number | undefined;
  const show = () => {
    const snapshot = session.read();
    clearTimeout(waitForWipe);
    // Until main has started, the ground colour is all there is to see.
    if (!snapshot || snapshot.state === 'starting') return;
    // A fresh page is here a moment before the wipe is over; when a printer is slow to let go, that is explained.
    if (snapshot.state === 'ending') {
      waitForWipe = setTimeout(handOver, EXPLAINED_AFTER_MS);
      return;
    }
    if (snapshot.state === 'attract' && !staffDoor.wish()) {
      drawAttract(place, here, snapshot, publicAlerts.read());
      whenPainted(() => {
        publicAlerts.ask();
        void loadApp().then(({ prefetchApp }) => prefetchApp(snapshot));
      });
      return;
    }
    handOver();
  };
  const handOver = () => {
    stopShowing();
    stopListening();
    stopHearing();
    void loadApp().then(({ startApp }) => startApp(place, here, session));
  };
  const stopShowing = session.subscribe(show);
  const stopListening = staffDoor.subscribe(show);
  const stopHearing = publicAlerts.subscribe(show);
  show();
}

const place = document.getElementById('screen');
if (!place) throw new Error('the page has no place for the screen');
void start(place);
