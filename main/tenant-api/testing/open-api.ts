import { silentLog } from '../../log/log.ts';
import { createTenantApi, type TenantApi, type TenantApiOptions } from '../tenant-api.ts';
import type { ScriptedServer } from './scripted-server.ts';
import { scriptedSigners } from './scripted-signer.ts';

/** The API as the rest of the kiosk sees it, answered by a scripted server. */
export function openApi(
  server: Pick<ScriptedServer, 'baseUrl'>,
  options: Partial<TenantApiOptions> = {},
): TenantApi {
  return createTenantApi({
    baseUrl: server.baseUrl,
    timeoutSeconds: 5,
    signers: scriptedSigners,
    log: silentLog,
    ...options,
  });
}
