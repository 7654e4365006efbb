import { expect, test } from 'vitest';
import { StandInApp } from '../testing/stand-ins.ts';
import { peerConnections } from './peer-connections.ts';

test('WebRTC has no UDP of its own, and has it again once it is undone', () => {
  const app = new StandInApp();
  const measure = peerConnections(app.asApp());

  measure.apply();
  const page = app.open();
  measure.undo();

  expect(page.setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp'], ['default']]);
});
