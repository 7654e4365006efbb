/** The signed-in person's stay: their connection to the central API, from sign-in until the session's wipe. */
import type { Result, Tenant } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { SignedIn, TenantApi, TenantConnection } from '../tenant-api/tenant-api.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

export interface Visit {
  readonly tenantId: string;
  readonly connection: TenantConnection;
  /** Lets the outbox hand in what the person entered, after they have gone. */
  readonly depositToken: string;
}

export interface Visits {
  signIn(credentials: { email: string; password: string }): Promise<Result<Tenant>>;
  /** For whoever has proven by other means who they are. SESSION_OVER when they left in the meantime. */
  enter(ask: () => Promise<Result<SignedIn>>): Promise<Result<Tenant>>;
  /** Null while nobody is signed in. */
  current(): Visit | null;
  /** Ends the stay: nothing can be read with it any more. The central API is told, and not waited for. */
  end(): void;
}

export function createVisits(parts: {
  api: Pick<TenantApi, 'signIn'>;
  throttle: SignInThrottle;
  /** Somebody is signed in. */
  onBegin?: (visit: Visit) => void;
  log: Log;
}): Visits {
  const { api, throttle, onBegin = () => undefined, log } = parts;
  let visit: Visit | null = null;
  let endings = 0;

  return {
    signIn: (credentials) => enter(() => throttle.guard(credentials.email, () => api.signIn(credentials))),
    enter,
    current: () => visit,
    end() {
      endings += 1;
      if (visit) signOut(visit.connection);
      visit = null;
    },
  };

  async function enter(ask: () => Promise<Result<SignedIn>>): Promise<Result<Tenant>> {
    const endingsBefore = endings;
    const answer = await ask();
    if (!answer.ok) return answer;

    // The person may have left while the API was thinking. What came for them is not for whoever is there now.
    if (endings !== endingsBefore || visit) {
      signOut(answer.value.connection);
      return { ok: false, error: { code: 'SESSION_OVER' } };
    }
    visit = visitOf(answer.value);
    onBegin(visit);
    const { displayName, number, maskedEmail, maskedMobile } = answer.value.tenant;
    const mobile = maskedMobile === null ? {} : { maskedMobile };
    return { ok: true, value: { displayName, number, maskedEmail, ...mobile } };
  }

  function signOut(connection: TenantConnection): void {
    void connection.signOut().then((answer) => {
      if (!answer.ok) log.warn('session.sign-out-not-heard', { code: answer.error.code });
    });
  }
}

function visitOf({ tenant, connection, depositToken }: SignedIn): Visit {
  return { tenantId: tenant.id, connection, depositToken };
}
