import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { requests } from './requests.ts';

test('whatever is not the kiosk’s own file is called off, and the proxy leads nowhere', async () => {
  const { onBeforeRequest, setProxy, measure } = arrange();
  const answer = vi.fn();

  await measure.apply();
  const [filter, decide] = onBeforeRequest.mock.lastCall ?? [];
  decide({ resourceType: 'image' }, answer);

  expect(filter).toEqual({ urls: ['<all_urls>'], excludeUrls: ['app://kiosk/*', 'app://blank/'] });
  expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel: true });
  expect(setProxy).toHaveBeenLastCalledWith({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
});

test('undone, requests go where they are sent', async () => {
  const { onBeforeRequest, setProxy, measure } = arrange();

  await measure.apply();
  await measure.undo();

  expect(onBeforeRequest).toHaveBeenLastCalledWith(null);
  expect(setProxy).toHaveBeenLastCalledWith({ mode: 'system' });
});

function arrange() {
  const onBeforeRequest = vi.fn();
  const setProxy = vi.fn(async (_config: unknown) => undefined);
  const session = { webRequest: { onBeforeRequest }, setProxy } as unknown as Session;
  return { onBeforeRequest, setProxy, measure: requests(session, silentLog) };
}
