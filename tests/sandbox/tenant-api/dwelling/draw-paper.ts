/** The landlord's papers, drawn when somebody asks for them. */
import { drawDocument } from '../../../../main/paper/draw-document.ts';
import { type Block, millimetres } from '../../../../main/paper/layout/document.ts';
import { issue } from '../../../../main/paper/parts/issue.ts';
import { letterhead } from '../../../../main/paper/parts/letterhead.ts';
import type { Account, Tenant } from '../books.ts';
import { euros, frenchDay } from '../french-figures.ts';
import type { LeasePaper } from './lease-papers.ts';
import type { RentMonth, RentPaper } from './rent-months.ts';

export interface DrawnPaper {
  readonly id: string;
  readonly kind: RentPaper['kind'] | LeasePaper['kind'];
  readonly issuedOn: string;
  readonly pageCount: number;
  /** Null for a paper of the lease. */
  readonly month: Omit<RentMonth, 'papers'> | null;
}

export const PAPER_TITLES: Readonly<Record<DrawnPaper['kind'], string>> = {
  rentNotice: 'Avis d’échéance',
  quittance: 'Quittance de loyer',
  receipt: 'Reçu de paiement partiel',
  lease: 'Contrat de location',
  entryInventory: 'État des lieux d’entrée',
  exitInventory: 'État des lieux de sortie',
  rentCertificate: 'Attestation de loyer pour la Caf',
};

const SENDER = {
  landlord: {
    name: 'EKIDOM',
    addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
    phone: '05 36 49 10 00',
  },
  agency: { name: '' },
};

/** What a paper of the lease goes on with. */
const ARTICLES = 26;

export async function drawPaper(paper: DrawnPaper, tenant: Tenant, account: Account): Promise<Uint8Array> {
  const title = PAPER_TITLES[paper.kind];
  const { number, addressLines } = account.lease;
  const outcome = await drawDocument(
    issue(
      { title: `${title}, bail ${number}`, author: 'EKIDOM', issuedOn: paper.issuedOn, locale: 'fr' },
      [
        letterhead(SENDER, { name: tenant.displayName, addressLines }),
        { kind: 'space', height: millimetres(12) },
        { kind: 'text', role: 'H1', style: 'title', text: title },
        { kind: 'text', role: 'P', style: 'lead', text: `Bail ${number}, le ${frenchDay(paper.issuedOn)}` },
        { kind: 'space', height: millimetres(8) },
        ...(paper.month ? aboutMonth(paper.kind, paper.month, tenant) : aboutLease(paper, tenant)),
      ],
      [`${title} · bail ${number}`],
    ),
  );
  if (!outcome.ok) throw new Error(`The sandbox could not draw ${paper.id}: ${outcome.fault}.`);
  return outcome.drawn.pdf;
}

function aboutMonth(kind: DrawnPaper['kind'], month: Omit<RentMonth, 'papers'>, tenant: Tenant): Block[] {
  const { dueCents, leftToPayCents } = month;
  const name = `${month.month.slice(5)}/${month.month.slice(0, 4)}`;
  const paid = euros(dueCents - leftToPayCents);
  switch (kind) {
    case 'quittance':
      return paragraphs(
        `EKIDOM reconnaît avoir reçu de ${tenant.displayName} la somme de ${paid} au titre du loyer et des charges du mois ${name}, et lui en donne quittance, sous réserve de tous ses droits.`,
        'Cette quittance annule tous les reçus donnés pour le même mois (loi du 6 juillet 1989, article 21).',
      );
    case 'receipt':
      return paragraphs(
        `EKIDOM a reçu de ${tenant.displayName} la somme de ${paid}, à valoir sur le loyer et les charges du mois ${name}.`,
        `Il reste à payer ${euros(leftToPayCents)}. Ce reçu n’est pas une quittance.`,
      );
    default:
      return paragraphs(
        `Loyer et charges du mois ${name}, aides au logement déduites : ${euros(dueCents)}.`,
        'À payer avant la date limite, par le moyen de votre choix.',
      );
  }
}

function aboutLease({ kind, pageCount }: DrawnPaper, tenant: Tenant): Block[] {
  const opening = `Entre EKIDOM, bailleur, et ${tenant.displayName}, locataire.`;
  if (pageCount === 1) {
    return paragraphs(opening, 'Le bailleur atteste que le locataire occupe le logement et est à jour.');
  }
  const word = kind === 'lease' ? 'Article' : 'Pièce';
  const articles = Array.from({ length: ARTICLES }, (_, index) => `${word} ${index + 1} : texte d’essai.`);
  return paragraphs(opening, ...articles);
}

function paragraphs(...texts: string[]): Block[] {
  return texts.flatMap((text): Block[] => [
    { kind: 'text', role: 'P', style: 'body', text },
    { kind: 'space', height: millimetres(4) },
  ]);
}
