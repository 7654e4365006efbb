import type { ProfileChangeContent } from '../../../../main/tenant-api/tenant-api.ts';
import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { isReplacedBy } from '../profiles.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

interface Request {
  change: ProfileChangeContent;
  requestedAt: string;
  documents: string[];
}

export const createProfileChange: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const { change, requestedAt, documents } = request.body as Request;
  const cited = documents.map((key) => system.documents.withKey(key));
  const areTheirs = cited.every((document) => accountOf(tenant, document?.accountId ?? undefined));
  if (!areTheirs) return problem('document.unknown');
  const { profile } = tenant;
  if (change.kind === 'occupantRemoved') {
    const occupant = profile.inForce.family.occupants.find(({ id }) => id === change.occupantId);
    if (!occupant || occupant.isTenant) return problem('occupant.unknown');
  }

  const id = request.headers['idempotency-key'] ?? '';
  const documentIds = cited.flatMap((document) => (document ? [document.id] : []));
  profile.changes = [
    { id, requestedAt, state: 'pending', change, documentIds },
    ...profile.changes.filter((each) => each.state === 'refused' || !isReplacedBy(each.change, change)),
  ];
  return created({ id, acceptedAt: instantOf(system.clock.nowMilliseconds()) });
};
