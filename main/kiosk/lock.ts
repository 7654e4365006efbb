/**
 * The lock's table of contents: everything that keeps people inside the kiosk, in the order in which it is applied.
 * It is undone the other way round.
 *
 * What belongs to a page's own making stands in kiosk-window.ts (its preferences), in app-protocol.ts (its content
 * security policy, whose `sandbox` leaves no dialog to print, alert or confirm) and in preload/ (its gestures).
 */
import { app, type BrowserWindow, Menu, type Session, screen } from 'electron';
import type { Log } from '../log/log.ts';
import { APP_PAGE } from './app-protocol.ts';
import type { WindowShape } from './kiosk-window.ts';
import type { Measure, OnAttempt } from './measure.ts';
import { applicationMenu } from './measures/application-menu.ts';
import { bluetoothChooser } from './measures/bluetooth-chooser.ts';
import { certificates } from './measures/certificates.ts';
import { clipboard } from './measures/clipboard.ts';
import { closing } from './measures/closing.ts';
import { deviceChoosers } from './measures/device-choosers.ts';
import { downloads } from './measures/downloads.ts';
import { everyDisplay } from './measures/every-display.ts';
import { fileDialogs } from './measures/file-dialogs.ts';
import { inFront } from './measures/in-front.ts';
import { keyBursts, type TypedCodes } from './measures/key-bursts.ts';
import { keyboard } from './measures/keyboard.ts';
import { navigation } from './measures/navigation.ts';
import { onTop } from './measures/on-top.ts';
import { ownPage } from './measures/own-page.ts';
import { peerConnections } from './measures/peer-connections.ts';
import { type PermissionGrounds, permissions } from './measures/permissions.ts';
import { requests } from './measures/requests.ts';
import { scriptClose } from './measures/script-close.ts';
import { signInDialogs } from './measures/sign-in-dialogs.ts';
import { windowShape } from './measures/window-shape.ts';
import { windowTitle } from './measures/window-title.ts';
import { zoom } from './measures/zoom.ts';
import { openCover } from './open-cover.ts';
import { isOfPartner } from './partner-sites/partition.ts';

interface Witnesses {
  log: Log;
  onAttempt: OnAttempt;
}

/** Before the program is ready, for every page that it will ever make. */
export function programMeasures({ log, onAttempt, ...typed }: Witnesses & TypedCodes): Measure[] {
  return [
    applicationMenu(Menu),
    scriptClose(app, log),
    zoom({ app, commandLine: app.commandLine, screen: () => screen, log }),
    keyboard(app, onAttempt),
    keyBursts(app, { ...typed, log }),
    navigation(app, log, onAttempt, isOfPartner),
    fileDialogs(app, log, onAttempt, isOfPartner),
    signInDialogs(app, log, onAttempt, isOfPartner),
    certificates(app, log),
    bluetoothChooser(app, onAttempt),
    peerConnections(app),
    windowShape(app),
  ];
}

/** Before the first page, for what it asks of the machine and of the network. */
export function sessionMeasures(
  web: Session,
  { log, onAttempt, mayUseCamera }: Witnesses & PermissionGrounds,
): Measure[] {
  return [
    permissions(web, log, onAttempt, { mayUseCamera }),
    deviceChoosers(web, onAttempt),
    downloads(web, log, onAttempt),
    requests(web, log),
  ];
}

/** As soon as there is the window, for what takes the page or the window away. */
export function windowMeasures(
  window: BrowserWindow,
  mode: WindowShape['mode'],
  { log, onAttempt, isQuitting }: Witnesses & { isQuitting: () => boolean },
): Measure[] {
  const everywhere = [ownPage(window.webContents, APP_PAGE, log, onAttempt), windowTitle(window)];
  // A developer's window is one among others, and closes like them.
  return mode === 'windowed' ? everywhere : [...everywhere, closing(window, isQuitting)];
}

/** Once the first words stand on the display, which is not to wait for them. */
export function surroundingMeasures(window: BrowserWindow, mode: WindowShape['mode']): Measure[] {
  if (mode === 'windowed') return [clipboard()];
  return [
    clipboard(),
    onTop(window),
    everyDisplay({ window, screen, openCover }),
    inFront(window, () => screen.getPrimaryDisplay().bounds),
  ];
}
