import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { PAPER_TITLES } from '../dwelling/draw-paper.ts';
import { findPaper } from '../dwelling/find-paper.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

const WORDS = {
  fr: { greeting: 'Bonjour', attached: 'Vous trouverez votre document en pièce jointe', month: 'Mois' },
  en: { greeting: 'Hello', attached: 'Your document is attached', month: 'Month' },
} as const;

export const createPaperDelivery: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { paperId, locale } = request.body as { paperId: string; locale: keyof typeof WORDS };
  const paper = findPaper(account, paperId, system.today);
  if (!paper) return problem('paper.unknown');
  if (tenant.emailOnFile === null) return problem('tenant.no_email');

  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const words = WORDS[locale];
  const title = PAPER_TITLES[paper.kind];
  const lines = [
    `${words.greeting} ${tenant.displayName},`,
    '',
    `${words.attached} : ${title}`,
    ...(paper.month ? [`${words.month} : ${paper.month.month}`] : []),
    '',
    'EKIDOM',
  ];
  const email = system.mailbox.send({
    sentAt: acceptedAt,
    to: tenant.emailOnFile,
    subject: title,
    text: `${lines.join('\n')}\n`,
  });
  return created({ id: email.id, acceptedAt });
};
