import type { TenantApi } from './tenant-api/tenant-api.ts';

/** What a developer reads in the terminal. */
export function describeSandbox(sandbox: {
  tenantApi: TenantApi;
  controlUrl: string;
  printedFolder: string;
}): string {
  const { tenantApi, controlUrl, printedFolder } = sandbox;
  const widest = Math.max(...tenantApi.tenants.map(({ signInEmail }) => signInEmail.length));
  return [
    `Sandbox            ${controlUrl}`,
    `Printed documents  ${printedFolder}`,
    `Sign in with the password ${tenantApi.password} and one of:`,
    ...tenantApi.tenants.map(({ signInEmail, story }) => `  ${signInEmail.padEnd(widest)}  ${story}`),
  ].join('\n');
}
