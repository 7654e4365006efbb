/** One visit to one site, from its first page until it is left. It tells how it stands; who watches it draws that. */
import type { LoadURLOptions, Rectangle, Session, WebContents, WebContentsView } from 'electron';
import type { PartnerTrouble, PartnerVisit as Shown } from '../../../preload/partner-contract.ts';
import type { PartnerSite } from '../../config/partner-sites.ts';
import type { Log } from '../../log/log.ts';
import { mayLead } from './address-policy.ts';
import { troubleOf } from './load-failure.ts';
import { type Field, inspectPage, type PageInspection } from './page-inspection.ts';
import { makePartnerView } from './partner-view.ts';
import { watchPulse } from './pulse.ts';

export type PageState = Shown['page'];

export interface PartnerVisit {
  readonly site: PartnerSite;
  readonly view: WebContentsView;
  shown(): { page: PageState; canGoBack: boolean; field: Field };
  back(): void;
  type(key: string): void;
  setZoom(factor: number): void;
  setPlace(place: Rectangle | null): void;
  /** Something was offered to be saved. */
  refuseDownload(): void;
  /** Ends the site's processes at once, whatever they are doing. Nothing that they would still do is waited for. */
  end(): Promise<void>;
}

/** Design: waiting can be left after 10 s, and nobody waits much longer for a site that does not come. */
const LOAD_PATIENCE_MS = 15_000;
/** Whoever touched the page a moment ago wanted what it does now; otherwise it acts by itself, and is not heard. */
const WANTED_WITHIN_MS = 5_000;
const END_PATIENCE_MS = 700;
const BEGINNING = 'about:blank';

/** As the renderer's activity.ts: what a person does and a machine does not. */
const SIGNS_OF_LIFE = [
  'mouseUp',
  'touchEnd',
  'gestureTap',
  'mouseWheel',
  'gestureScrollUpdate',
  'keyDown',
  'rawKeyDown',
  'char',
];

export function beginVisit(parts: {
  site: PartnerSite;
  session: Session;
  onChange: () => void;
  onActivity: () => void;
  log: Log;
}): PartnerVisit {
  const { site, onChange, onActivity, log } = parts;
  const view = makePartnerView(parts.session);
  const { webContents: contents } = view;
  let page: PageState = { name: 'opening' };
  let field: Field = null;
  let inspection: PageInspection | null = null;
  let stopPulse: () => void = () => undefined;
  let zoomFactor = 1;
  let place: Rectangle | null = null;
  /** Whether the view holds a page of the site, and no error. */
  let hasPage = false;
  let isEnded = false;
  let touchedAtMs = Number.NEGATIVE_INFINITY;
  let patience: NodeJS.Timeout | null = null;

  void open();

  return {
    site,
    view,
    shown: () => ({ page, canGoBack: canReturn() || canGoBack(), field }),
    back() {
      if (canReturn()) return show();
      if (canGoBack()) contents.navigationHistory.goBack();
    },
    type(key) {
      if (page.name === 'shown') inspection?.type(key).catch(() => log.info('partner.key-lost'));
    },
    setZoom(factor) {
      zoomFactor = factor;
      if (!isEnded) contents.setZoomFactor(factor);
    },
    setPlace(wanted) {
      place = wanted;
      if (wanted) view.setBounds(wanted);
      arrange();
    },
    refuseDownload() {
      if (isWanted()) explain('download', null);
    },
    end,
  };

  async function open(): Promise<void> {
    try {
      // The protocol answers only where there is a page.
      await contents.loadURL(BEGINNING);
      if (isEnded) return;
      inspection = await inspectPage(contents, { onField, onFileWish, onLost: onInspectionLost, log });
      if (isEnded) return;
      listen();
      stopPulse = watchPulse(inspection.askWhetherAlive, { onStopped, onBack });
      await contents.loadURL(site.startUrl);
    } catch (error) {
      // What hinders a page is told by its events; without the inspection no page is shown at all.
      if (!isEnded && !inspection) explain('crashed', null);
      log.info('partner.not-loaded', {
        site: site.id,
        name: error instanceof Error ? error.name : typeof error,
      });
    }
  }

  function listen(): void {
    contents.on('will-frame-navigate', (event) => {
      if (mayLead(event.url, site)) return;
      event.preventDefault();
      const safe = event.url.replace(/^http:/, 'https:');
      // Old links are written without the s; every site that is listed here has it.
      if (event.isMainFrame && mayLead(safe, site)) go(safe);
      else refuse(event.url, event.isMainFrame);
    });
    contents.on('will-redirect', (event) => {
      if (mayLead(event.url, site)) return;
      event.preventDefault();
      refuse(event.url, event.isMainFrame);
    });
    contents.setWindowOpenHandler(({ url, referrer, postBody }) => {
      // A second page would stand where nobody sees it: what is wanted and allowed opens in this one.
      if (!isWanted()) log.warn('partner.window-refused');
      else if (!mayLead(url, site)) refuse(url, true);
      else {
        const post = postBody
          ? { postData: postBody.data, extraHeaders: `Content-Type: ${postBody.contentType}` }
          : {};
        go(url, { httpReferrer: referrer, ...post });
      }
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-prevent-unload', (event) => event.preventDefault());

    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) startLoading();
    });
    contents.on('did-navigate', (_event, url) => {
      // Chromium asks nobody before it shows about:blank.
      hasPage = mayLead(url, site);
      if (hasPage) forgetBeginning();
      field = null;
      contents.setZoomFactor(zoomFactor);
      if (hasPage) show();
      else refuse(url, true);
    });
    contents.on('did-navigate-in-page', () => onChange());
    contents.on('dom-ready', stopLoading);
    contents.on('did-fail-load', (_event, code, _text, url, isMainFrame) => {
      if (!isMainFrame) return;
      stopLoading();
      const trouble = troubleOf(code);
      if (!trouble) return;
      log.warn('partner.page-failed', { site: site.id, code });
      hasPage = false;
      if (page.name !== 'trouble') explain(trouble, hostOf(url));
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      log.warn('partner.crashed', { site: site.id, reason });
      hasPage = false;
      explain('crashed', null);
    });
    contents.on('destroyed', () => {
      if (isEnded) return;
      hasPage = false;
      explain('crashed', null);
    });
    contents.on('input-event', (_event, { type }) => {
      if (!SIGNS_OF_LIFE.includes(type)) return;
      touchedAtMs = performance.now();
      onActivity();
    });
  }

  function go(address: string, how: LoadURLOptions = {}): void {
    // Why it did not load is told by its events.
    contents.loadURL(address, how).catch(() => log.info('partner.not-loaded', { site: site.id }));
  }

  function startLoading(): void {
    stopPatience();
    patience = setTimeout(() => {
      log.warn('partner.too-slow', { site: site.id });
      contents.stop();
      hasPage = false;
      explain('tooSlow', null);
    }, LOAD_PATIENCE_MS);
    if (page.name === 'shown') setPage({ name: 'shown', isLoading: true });
  }

  function stopLoading(): void {
    stopPatience();
    if (page.name === 'shown') setPage({ name: 'shown', isLoading: false });
  }

  function stopPatience(): void {
    if (patience) clearTimeout(patience);
    patience = null;
  }

  function refuse(address: string, isMainFrame: boolean): void {
    log.warn('partner.navigation-refused', { site: site.id, frame: !isMainFrame });
    // An advertisement that may not be shown is nothing that a person has to know of.
    if (!isMainFrame) return;
    stopPatience();
    explain(troubleWith(address), hostOf(address));
  }

  function explain(trouble: PartnerTrouble, host: string | null): void {
    if (isEnded) return;
    stopPatience();
    setPage({ name: 'trouble', trouble, host, canReturn: hasPage && trouble !== 'notAnswering' });
  }

  function show(): void {
    setPage({ name: 'shown', isLoading: patience !== null });
  }

  /** Or `history.back()` and a mouse's key for it would lead to an empty page. */
  function forgetBeginning(): void {
    const { navigationHistory: history } = contents;
    if (history.getEntryAtIndex(0)?.url === BEGINNING) history.clear();
  }

  function onStopped(): void {
    if (page.name === 'shown') explain('notAnswering', null);
  }

  function onBack(): void {
    if (page.name === 'trouble' && page.trouble === 'notAnswering') show();
  }

  function onField(kind: Field): void {
    if (field === kind) return;
    field = kind;
    onChange();
  }

  function onFileWish(): void {
    if (isWanted()) explain('noFiles', null);
  }

  /** Without it there would be file choosers again. */
  function onInspectionLost(): void {
    if (isEnded) return;
    hasPage = false;
    if (!contents.isDestroyed()) contents.forcefullyCrashRenderer();
    explain('crashed', null);
  }

  function setPage(next: PageState): void {
    page = next;
    arrange();
    onChange();
  }

  function arrange(): void {
    if (!isEnded) view.setVisible(place !== null && page.name === 'shown');
  }

  function canReturn(): boolean {
    return page.name === 'trouble' && page.canReturn;
  }

  function canGoBack(): boolean {
    if (isEnded || contents.isDestroyed()) return false;
    const { navigationHistory: history } = contents;
    // The first of all is the empty page on which the inspection began.
    return (
      history.getActiveIndex() > 0 && history.getEntryAtIndex(history.getActiveIndex() - 1).url !== BEGINNING
    );
  }

  function isWanted(): boolean {
    return performance.now() - touchedAtMs < WANTED_WITHIN_MS;
  }

  async function end(): Promise<void> {
    if (isEnded) return;
    isEnded = true;
    stopPatience();
    stopPulse();
    if (contents.isDestroyed()) return;
    const processes = processesOf(contents, log);
    const destroyed = Promise.withResolvers<void>();
    contents.once('destroyed', destroyed.resolve);
    // Not asked to close: it could take its time, and leave something behind in it.
    if (!contents.isCrashed()) contents.forcefullyCrashRenderer();
    contents.close();
    const timer = setTimeout(destroyed.resolve, END_PATIENCE_MS);
    await destroyed.promise;
    clearTimeout(timer);
    for (const pid of processes) endProcess(pid);
  }
}

function processesOf(contents: WebContents, log: Log): readonly number[] {
  try {
    const ids = contents.mainFrame.framesInSubtree.map(({ osProcessId }) => osProcessId);
    // Zero, for a frame whose process is gone already, would mean ourselves.
    return ids.filter((id) => id > 0);
  } catch {
    // Electron throws for a page that has crashed: its frames have gone with it, and the wipe goes on.
    log.info('partner.frames-gone');
    return [];
  }
}

/** A frame's process ends by itself unless it is busy; then it is ended. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function troubleWith(address: string): PartnerTrouble {
  if (/^(mailto|tel|sms|callto|facetime|whatsapp|skype):/i.test(address)) return 'otherProgram';
  // A document that the page has made itself, to be shown or saved.
  return /^(blob|data):/i.test(address) ? 'download' : 'elsewhere';
}

function hostOf(address: string): string | null {
  return URL.parse(address)?.hostname.slice(0, 253) || null;
}
