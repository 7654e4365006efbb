import { z } from 'zod';
import type { SandboxBadgeReader } from '../badge-reader/badge-reader.ts';
import type { SandboxScanner } from '../scanner/scanner.ts';
import type { NewFault } from '../tenant-api/faults.ts';
import type { NewTenant } from '../tenant-api/new-tenant.ts';
import type { TenantApi } from '../tenant-api/tenant-api.ts';
import type { SandboxTerminal } from '../terminal/start-terminal.ts';
import { BADGE_ROUTES } from './badge-routes.ts';
import { controlPage } from './control-page.ts';
import { DESK_ROUTES } from './desk-routes.ts';
import { listDocuments, readDocument } from './printed-documents.ts';
import { json, nothing, page, type Reply, refusal, seeOther } from './reply.ts';
import { SCANNER_ROUTES } from './scanner-routes.ts';
import { lookAt, TERMINAL_ROUTES } from './terminal-routes.ts';

/** What is being looked at and troubled. */
export interface Controlled {
  readonly tenantApi: TenantApi;
  readonly printedFolder: string;
  readonly terminal: SandboxTerminal;
  /** Null where no documents come in. */
  readonly scanner: SandboxScanner | null;
  /** Null where badges are typed only. */
  readonly badgeReader: SandboxBadgeReader | null;
}

export interface Route {
  /** In the words of the page for people. */
  readonly purpose: string;
  /**
   * `name` is what stands after the second slash, decoded; `body` the JSON that came with the request.
   * @throws ZodError or RefusedInput when they make no sense
   */
  reply(world: Controlled, call: { name: string; body: unknown }): Reply | Promise<Reply>;
}

const clockSchema = z.strictObject({
  advanceSeconds: z
    .int()
    .min(0)
    .max(366 * 86_400),
});

const bookingsSchema = z.strictObject({ bookings: z.enum(['atOnce', 'held']) });

/** All that can be asked, by method and path. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /': {
    purpose: 'Cette page',
    reply: async ({ tenantApi, printedFolder, terminal, scanner, badgeReader }) => {
      const documents = await listDocuments(printedFolder);
      const purposes = Object.entries(ROUTES).map(([request, { purpose }]) => ({ request, purpose }));
      return page(
        controlPage(tenantApi, {
          documents,
          routes: purposes,
          terminal: await lookAt(terminal),
          scanner: scanner?.look() ?? null,
          badgeReader,
        }),
      );
    },
  },
  'GET /tenants': {
    purpose: 'Les locataires et leurs écritures',
    reply: ({ tenantApi }) =>
      json({
        password: tenantApi.password,
        items: tenantApi.tenants.map(({ passwordHash: _secret, ...tenant }) => tenant),
      }),
  },
  'POST /tenants': {
    purpose: 'Ajouter un locataire (sa forme : tests/sandbox/tenant-api/new-tenant.ts)',
    reply: async ({ tenantApi }, { body }) => {
      await tenantApi.addTenant(body as NewTenant);
      return nothing();
    },
  },
  'GET /mailbox': {
    purpose: 'Les e-mails envoyés',
    reply: ({ tenantApi }) => json({ items: tenantApi.mailbox.emails }),
  },
  'DELETE /mailbox': {
    purpose: 'Vider la boîte aux lettres',
    reply: ({ tenantApi }) => {
      tenantApi.mailbox.clear();
      return nothing();
    },
  },
  'GET /printed': {
    purpose: 'Les documents imprimés',
    reply: async ({ printedFolder }) => json({ items: await listDocuments(printedFolder) }),
  },
  'GET /printed/*': {
    purpose: 'Un document imprimé',
    reply: async ({ printedFolder }, { name }) => {
      const content = await readDocument(printedFolder, name);
      if (!content) return refusal(404, 'There is no such document.');
      const contentType = name.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream';
      return { status: 200, headers: { 'Content-Type': contentType }, content };
    },
  },
  'GET /payments': {
    purpose: 'Les paiements que les bornes ont transmis, comptabilisés ou non',
    reply: ({ tenantApi }) =>
      json({ bookings: tenantApi.payments.bookings, items: tenantApi.payments.received }),
  },
  'POST /bookings': {
    purpose: 'Comptabiliser les paiements en attente',
    reply: ({ tenantApi }) => {
      tenantApi.payments.bookHeld();
      return seeOther('/');
    },
  },
  'PUT /bookings': {
    purpose: 'Comptabiliser les paiements dès leur arrivée, ou non : { "bookings": "atOnce" } ou "held"',
    reply: ({ tenantApi }, { body }) => {
      tenantApi.payments.setBookings(bookingsSchema.parse(body).bookings);
      return nothing();
    },
  },
  'GET /kiosks': {
    purpose: 'Les bornes, leurs codes d’enregistrement et leurs clés',
    reply: ({ tenantApi: { register } }) => {
      const credentials = register.credentials.map(({ id, kioskId, issuedAt, expiresAt, state }) => ({
        id,
        kioskId,
        issuedAt,
        expiresAt,
        state,
      }));
      return json({ items: register.kiosks, codes: register.codes, credentials });
    },
  },
  'GET /health-reports': {
    purpose: 'Comment vont les bornes, d’après leur dernier message',
    reply: ({ tenantApi }) => json({ items: tenantApi.healthReports.latest }),
  },
  'POST /enrolment-codes': {
    purpose: 'Donner un nouveau code d’enregistrement à la borne',
    reply: ({ tenantApi }) => json(tenantApi.register.issueCode(tenantApi.kiosks[0].id)),
  },
  'POST /kiosk-revocations': {
    purpose: 'Ne plus reconnaître la borne',
    reply: ({ tenantApi }) => {
      tenantApi.register.revoke(tenantApi.kiosks[0].id);
      return nothing();
    },
  },
  'POST /new-key-wishes': {
    purpose: 'Demander à la borne de changer de clé',
    reply: ({ tenantApi }) => {
      tenantApi.register.askForNewCredential(tenantApi.kiosks[0].id);
      return nothing();
    },
  },
  ...DESK_ROUTES,
  ...BADGE_ROUTES,
  ...TERMINAL_ROUTES,
  ...SCANNER_ROUTES,
  'GET /faults': {
    purpose: 'Les pannes en cours',
    reply: ({ tenantApi }) => json(tenantApi.faults.list()),
  },
  'PUT /faults/*': {
    purpose: 'Provoquer une panne d’une opération (/faults/listAccounts) ou de toutes (/faults/all)',
    reply: ({ tenantApi }, { name, body }) => {
      tenantApi.faults.set(name, body as NewFault);
      return nothing();
    },
  },
  'DELETE /faults/*': {
    purpose: 'Retirer une panne',
    reply: ({ tenantApi }, { name }) => {
      tenantApi.faults.clear(name);
      return nothing();
    },
  },
  'DELETE /faults': {
    purpose: 'Retirer toutes les pannes',
    reply: ({ tenantApi }) => {
      tenantApi.faults.clear();
      return nothing();
    },
  },
  'GET /requests': {
    purpose: 'Les requêtes que l’API a reçues',
    reply: ({ tenantApi }) => json({ items: tenantApi.requestLog.requests }),
  },
  'DELETE /requests': {
    purpose: 'Oublier ces requêtes',
    reply: ({ tenantApi }) => {
      tenantApi.requestLog.clear();
      return nothing();
    },
  },
  'POST /clock': {
    purpose: 'Avancer l’horloge de l’API : { "advanceSeconds": 3600 }',
    reply: ({ tenantApi }, { body }) => {
      tenantApi.advanceSeconds(clockSchema.parse(body).advanceSeconds);
      return nothing();
    },
  },
  'POST /reset': {
    purpose: 'Tout remettre comme au départ, sauf les documents imprimés et le terminal',
    reply: ({ tenantApi }) => {
      tenantApi.reset();
      return nothing();
    },
  },
};
