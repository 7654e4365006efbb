import { STAFF_CODE } from './config-overlay.ts';
import type { TenantApi } from './tenant-api/tenant-api.ts';

/** What a developer reads in the terminal. */
export function describeSandbox(sandbox: {
  tenantApi: TenantApi;
  controlUrl: string;
  printedFolder: string;
  usbKeysFolder: string | null;
  terminal: { port: number };
  scanner: { url: string } | null;
  hasBadgeReader: boolean;
}): string {
  const { tenantApi, controlUrl, printedFolder, usbKeysFolder, terminal, scanner, hasBadgeReader } = sandbox;
  const widest = Math.max(...tenantApi.tenants.map(({ signInEmail }) => signInEmail.length));
  return [
    `Sandbox            ${controlUrl}`,
    `Printed documents  ${printedFolder}`,
    ...(usbKeysFolder === null
      ? []
      : [`USB keys           ${usbKeysFolder} (a folder of files in it is a key plugged in)`]),
    ...(scanner === null
      ? []
      : [`Scanner            ${scanner.url} (eSCL); sheets are put in it on the sandbox page`]),
    `Desk               ${tenantApi.deskUrl} (guides the person at the kiosk)`,
    `Staff code         ${STAFF_CODE} (touch the four corners clockwise from the upper left, and that one again)`,
    ...tenantApi.staff.members.map(
      ({ userName, pin, badgeNumber, role }) =>
        `Adviser            ${userName}, PIN ${pin} (badge ${badgeNumber}, ${role})`,
    ),
    ...(hasBadgeReader
      ? [`Badge reader       on the sandbox page: badges are laid on it there, and taken away`]
      : []),
    `Payment terminal   127.0.0.1:${terminal.port} (Caisse-AP); cards are presented on the sandbox page`,
    `Sign in with the password ${tenantApi.password} and one of:`,
    ...tenantApi.tenants.map(({ signInEmail, story }) => `  ${signInEmail.padEnd(widest)}  ${story}`),
  ].join('\n');
}
