/** The ways in which a page can make its browser load something. They run in the page. */
import type { Page } from 'playwright/test';

const WAYS = [
  'fetch',
  'XMLHttpRequest',
  'EventSource',
  'WebSocket',
  'img',
  'script',
  'link',
  'audio',
  'object',
  'FontFace',
  'import',
  'Worker',
  'serviceWorker',
] as const;

export type Way = (typeof WAYS)[number];

/** The loads that were let through, as `way address`; none when the page is shut off. */
export async function loadsThatCameThrough(page: Page, addresses: readonly string[]): Promise<string[]> {
  const through: string[] = [];
  for (const way of WAYS) {
    for (const address of addresses) {
      if (await cameThrough(page, way, address)) through.push(`${way} ${address.slice(0, 40)}`);
    }
  }
  return through;
}

export function cameThrough(page: Page, way: Way, address: string): Promise<boolean> {
  return page.evaluate(
    ({ way, address }) => {
      const element = (name: string, attributes: Record<string, string>) =>
        new Promise<void>((resolve, reject) => {
          const made = document.createElement(name);
          made.onload = () => resolve();
          made.addEventListener('loadeddata', () => resolve());
          made.onerror = () => reject(new Error('refused'));
          for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
          document.body.append(made);
        });
      const target = (made: EventTarget & { close?(): void }) =>
        new Promise<void>((resolve, reject) => {
          made.addEventListener('open', () => resolve());
          made.addEventListener('load', () => resolve());
          made.addEventListener('message', () => resolve());
          made.addEventListener('error', () => reject(new Error('refused')));
        });
      const attempts: Record<string, () => Promise<unknown>> = {
        fetch: () => fetch(address, { mode: 'no-cors' }),
        XMLHttpRequest: () => {
          const request = new XMLHttpRequest();
          const answered = target(request);
          request.open('GET', address);
          request.send();
          return answered;
        },
        EventSource: () => target(new EventSource(address)),
        WebSocket: () => target(new WebSocket(address)),
        img: () => element('img', { src: address }),
        script: () => element('script', { src: address }),
        link: () => element('link', { rel: 'stylesheet', href: address }),
        audio: () => element('audio', { src: address }),
        object: () => element('object', { data: address }),
        FontFace: () => new FontFace('another', `url(${address})`).load(),
        import: () => import(/* @vite-ignore */ address),
        Worker: () => target(new Worker(address)),
        serviceWorker: () => navigator.serviceWorker.register(address),
      };
      return Promise.resolve()
        .then(() => attempts[way]?.())
        .then(
          () => true,
          () => false,
        );
    },
    { way, address },
  );
}

/** What loads nothing yet, and still tells another machine that somebody is here. None of it answers. */
export async function knockWithoutLoading(page: Page, address: string): Promise<void> {
  await page.evaluate((address) => {
    for (const rel of [
      'preconnect',
      'dns-prefetch',
      'prefetch',
      'preload',
      'modulepreload',
      'prerender',
      'icon',
    ]) {
      const hint = document.createElement('link');
      Object.assign(hint, { rel, href: address, as: 'image' });
      document.head.append(hint);
    }
    navigator.sendBeacon(address, 'left behind');
  }, address);
}

/** Looks for a way out by WebRTC, which is not held by the content security policy. Resolves when it has given up. */
export async function lookForPeers(page: Page, port: number): Promise<void> {
  await page.evaluate(async (port) => {
    const relay = { username: 'kiosk', credential: 'kiosk' };
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${port}` },
        { urls: `turn:127.0.0.1:${port}?transport=tcp`, ...relay },
        { urls: `turn:127.0.0.1:${port}?transport=udp`, ...relay },
      ],
    });
    peer.createDataChannel('way out');
    const gaveUp = new Promise<void>((resolve) => {
      peer.onicegatheringstatechange = () => {
        if (peer.iceGatheringState === 'complete') resolve();
      };
    });
    await peer.setLocalDescription(await peer.createOffer());
    await gaveUp;
    peer.close();
  }, port);
}
