import type { CaisseApSettings } from '../caisse-ap/caisse-ap.ts';

export const CAISSE_AP_SETTINGS: CaisseApSettings = {
  driver: 'caisse-ap',
  host: 'terminal.test',
  port: 8888,
  register: '01',
  protocolVersion: '0300',
  applicationId: '012345678901',
  answerTimeoutSeconds: 180,
};
