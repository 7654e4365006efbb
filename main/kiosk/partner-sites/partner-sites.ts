/**
 * Sites of other organisations, within the kiosk's lock: a view of their own over the place that the kiosk's page
 * keeps free for it, under a bar that is always ours. One visit at a time; nothing of it is left afterwards.
 */
import type { BaseWindow, Rectangle } from 'electron';
import type { Access, Result, SessionSnapshot } from '../../../preload/contract.ts';
import type {
  PartnerPlace,
  PartnerSiteCard,
  PartnerVisit as Shown,
} from '../../../preload/partner-contract.ts';
import type { PartnerSite } from '../../config/partner-sites.ts';
import type { Log } from '../../log/log.ts';
import type { PrintJobs } from '../../printing/print-jobs.ts';
import { partition } from './partition.ts';
import { beginVisit, type PartnerVisit } from './partner-visit.ts';
import { drawPage } from './print-page.ts';

export interface PartnerSites {
  list(): PartnerSiteCard[];
  read(): Shown | null;
  open(siteId: string): Promise<void>;
  /** In CSS pixels of the kiosk's page; null while something of the kiosk's own stands there. */
  place(wanted: PartnerPlace | null): void;
  back(): void;
  type(key: string): void;
  print(printJobs: Pick<PrintJobs, 'start'>): Result<{ jobId: string }>;
  /** Resolves when nothing is left of the visit. */
  close(): Promise<void>;
  /** A visit is part of the session: it steps aside for its questions, and ends with it. */
  follow(session: SessionSnapshot): void;
}

/** As much of the window as a view is put into. */
export type Host = Pick<BaseWindow, 'contentView' | 'getContentBounds'> & {
  readonly webContents: { getZoomFactor(): number; focus(): void };
};

const WITH_SOMEBODY: readonly SessionSnapshot['state'][] = ['signedOut', 'tenant'];
/** Sites are made for a desk; here one stands, an arm's length away. */
const ZOOM: Readonly<Record<Access['textSize'], number>> = { normal: 1.25, large: 1.5, largest: 1.75 };
/** A finger that moves is told of many times a second. */
const ACTIVITY_EVERY_MS = 1_000;

export function createPartnerSites(parts: {
  sites: readonly PartnerSite[];
  /** How long the person may still stay: a visit elsewhere does not stretch it. */
  secondsLeft: () => number;
  host: () => Host | null;
  onChange: (visit: Shown | null) => void;
  onActivity: () => void;
  log: Log;
}): PartnerSites {
  const { sites, secondsLeft, host, onChange, log } = parts;
  let visit: PartnerVisit | null = null;
  let closing: Promise<void> = Promise.resolve();
  /** Each opening and closing makes the ones before it obsolete. */
  let turn = 0;
  let wanted: PartnerPlace | null = null;
  let textSize: Access['textSize'] = 'normal';
  let isPresent = false;
  let isQuestioned = false;
  let longerLimitsLeft: number | null = null;
  let activityAtMs = Number.NEGATIVE_INFINITY;

  return {
    list: () =>
      sites.map(({ id, name, description, metersPortal = false }) => ({
        ...{ id, name, description },
        isMetersPortal: metersPortal,
      })),
    read,
    async open(siteId) {
      const site = sites.find(({ id }) => id === siteId);
      if (!site) return log.warn('partner.unknown-site');
      const closed = close();
      const mine = turn;
      await closed;
      const window = host();
      // Somebody may have left, or touched twice, while the visit before was wiped.
      if (mine !== turn || !isPresent || !window) return;
      log.info('partner.opened', { site: site.id });
      const corner = partition(log);
      corner.admit(site);
      visit = beginVisit({
        site,
        session: corner.session,
        onChange: () => onChange(read()),
        onActivity,
        log,
      });
      corner.onDownload(visit.refuseDownload);
      window.contentView.addChildView(visit.view);
      zoom();
      arrange();
      onChange(read());
    },
    place(next) {
      wanted = next;
      arrange();
    },
    back: () => visit?.back(),
    type: (key) => visit?.type(key),
    print(printJobs) {
      const current = visit;
      const isShown = current?.shown().page.name === 'shown';
      if (!current?.site.printable || !isShown) return { ok: false, error: { code: 'PAGE_NOT_PRINTABLE' } };
      return printJobs.start((signal) => drawPage(current.view.webContents, signal));
    },
    close,
    follow(session) {
      isPresent = WITH_SOMEBODY.includes(session.state);
      isQuestioned = asks(session);
      const left = longerLimitsLeftIn(session);
      textSize = session.access.textSize;
      // The session's own wipe waits for it, and closes the kiosk where it fails.
      if (isOver(session.state)) close().catch(() => log.error('partner.not-wiped'));
      else if (visit) {
        zoom();
        arrange();
        if (left !== longerLimitsLeft) onChange(read());
      }
      longerLimitsLeft = left;
    },
  };

  function read(): Shown | null {
    if (!visit) return null;
    const { id, name, printable } = visit.site;
    return {
      siteId: id,
      name,
      isPrintable: printable,
      secondsLeft: secondsLeft(),
      ...visit.shown(),
    };
  }

  function close(): Promise<void> {
    turn += 1;
    const left = visit;
    if (!left) return closing;
    visit = null;
    wanted = null;
    const window = host();
    const corner = partition(log);
    corner.admit(null);
    corner.onDownload(() => undefined);
    window?.contentView.removeChildView(left.view);
    window?.webContents.focus();
    onChange(null);
    closing = closing
      .then(() => left.end())
      .then(() => corner.wipe())
      .then(() => log.info('partner.left', { site: left.site.id }));
    return closing;
  }

  function zoom(): void {
    visit?.setZoom(ZOOM[textSize] * (host()?.webContents.getZoomFactor() ?? 1));
  }

  function arrange(): void {
    const window = host();
    if (!visit || !window) return;
    const mayStand = wanted !== null && isPresent && !isQuestioned;
    visit.setPlace(mayStand && wanted ? within(window, wanted) : null);
  }

  function onActivity(): void {
    if (performance.now() - activityAtMs < ACTIVITY_EVERY_MS) return;
    activityAtMs = performance.now();
    parts.onActivity();
  }
}

/** Something of the kiosk's own lies over the screen and wants an answer, or to be read. */
function asks(session: SessionSnapshot): boolean {
  if (session.state !== 'signedOut' && session.state !== 'tenant') return false;
  const { idleWarningSeconds, limitWarningSeconds, leavingAfter } = session;
  return idleWarningSeconds !== null || limitWarningSeconds !== null || leavingAfter !== null;
}

/** Null while nobody helps. */
function longerLimitsLeftIn(session: SessionSnapshot): number | null {
  return 'assistance' in session ? (session.assistance?.longerLimitsLeft ?? null) : null;
}

/** A state in which a session is asleep, and comes back as it was, does not end it. */
function isOver(state: SessionSnapshot['state']): boolean {
  switch (state) {
    case 'starting':
    case 'attract':
    case 'ending':
    case 'technician':
    case 'outOfService':
      return true;
    case 'signedOut':
    case 'tenant':
    case 'slowed':
      return false;
    default:
      return state satisfies never;
  }
}

/** Never over the edge of the window, whatever the page says. */
function within(window: Host, { x, y, width, height }: PartnerPlace): Rectangle {
  const scale = window.webContents.getZoomFactor();
  const inside = window.getContentBounds();
  const left = Math.min(Math.round(x * scale), inside.width);
  const top = Math.min(Math.round(y * scale), inside.height);
  return {
    x: left,
    y: top,
    width: Math.min(Math.round(width * scale), inside.width - left),
    height: Math.min(Math.round(height * scale), inside.height - top),
  };
}
