import { createHash } from 'node:crypto';
import { ok, problem } from '../answer.ts';
import { drawPaper } from '../dwelling/draw-paper.ts';
import { findPaper } from '../dwelling/find-paper.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const readPaperFile: PerformOperation = async (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const { accountId, paperId = '' } = request.pathParameters;
  const account = accountOf(tenant, accountId);
  if (!account) return problem('account.unknown');
  const paper = findPaper(account, paperId, system.today);
  if (!paper) return problem('paper.unknown');
  const pdf = await drawPaper(paper, tenant, account);
  return ok({
    sha256: createHash('sha256').update(pdf).digest('hex'),
    content: Buffer.from(pdf).toString('base64'),
  });
};
