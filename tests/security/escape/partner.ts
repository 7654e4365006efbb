/** A partner's site to stand on: a few words, a link, and nothing that does harm by itself. */
import type { ElectronApplication } from 'playwright/test';
import { siteConfig } from '../../e2e/partner-site.ts';
import { type LoopbackServer, startLoopbackServer } from '../../sandbox/loopback-server.ts';
import type { Place } from './hands.ts';

const PAGE = `<!doctype html><title>Site</title><style>a, p { display: block; margin: 200px; }</style>
  <p>Bonjour à toutes et à tous</p><a href="/">Encore</a>`;

export function startPartner(): Promise<LoopbackServer> {
  return startLoopbackServer(async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE);
  });
}

export function partnerSites({ origin }: LoopbackServer) {
  return { partnerSites: [siteConfig(origin)] };
}

/** On the screen, where the partner's page has the first of these. */
export function placeOnSite(app: ElectronApplication, selector: string): Promise<Place> {
  return app.evaluate(async ({ BrowserWindow }, selector) => {
    const [window] = BrowserWindow.getAllWindows();
    const view = window?.contentView.children.find(
      (each) => 'webContents' in each && each.webContents !== window.webContents,
    ) as Electron.WebContentsView | undefined;
    if (!view?.getVisible()) throw new Error('There is no page of a partner.');
    const { webContents } = view;
    const inPage: Place = await webContents.executeJavaScript(`(() => {
      const { x, y, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return { x: x + 20, y: y + height / 2 };
    })()`);
    const { x, y } = view.getBounds();
    const scale = webContents.getZoomFactor();
    return { x: x + inPage.x * scale, y: y + inPage.y * scale };
  }, selector);
}
