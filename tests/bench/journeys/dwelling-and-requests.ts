/** What the leaflet promises about requests, the dwelling and its papers; for each, the longest way that there is. */
import { LEAFLET_TENANT } from '../../e2e/journey.ts';
import { words } from '../../e2e/words.ts';
import type { Journey } from './hand.ts';
import { writeDate } from './signed-out.ts';

const { alerts, appointment, charges, consumption, dateFields, documents, followUps } = words;
const { insurance, menus, papers, printing, requests } = words;
/** With meters. */
const METERED = 'lucas.moreau@exemple.fr';

export const DWELLING_AND_REQUESTS: readonly Journey[] = [
  {
    name: 'requestTaps',
    email: LEAFLET_TENANT,
    // With a place, and whom to call first.
    async walk(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(requests.tiles.writeText);
      await hand.touch(requests.natureTexts.dwelling);
      await hand.touch(requests.topics.water);
      await hand.touch(requests.urgent.goOn);
      await hand.touch(requests.places.kitchen);
      await hand.write(requests.text.label, 'Le robinet de la cuisine goutte.');
      await hand.touchExactly(requests.form.next);
      await hand.touchExactly(requests.summary.send);
      await hand.see(requests.sent.transmitted);
    },
  },
  {
    name: 'requestDetailTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(requests.tiles.listText);
      await hand.touch('D-2018-0412');
      await hand.see('Je suis là tous les matins.');
    },
  },
  {
    name: 'requestReplyTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(requests.tiles.listText);
      await hand.touch('D-2018-0412');
      await hand.touch(requests.detail.reply);
      await hand.write(requests.reply.label, 'Je serai absente jeudi.');
      await hand.touchExactly(requests.form.next);
      await hand.touchExactly(requests.summary.send);
      await hand.see(requests.wordSent.reply.transmitted);
    },
  },
  {
    name: 'followUpsTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(followUps.tileText);
      await hand.see(followUps.kinds.payment);
    },
  },
  {
    name: 'appointmentTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(appointment.tileText);
      await hand.touchExactly(appointment.new);
      await hand.touch(appointment.subjects.repairs);
      await hand.touchFirst();
      await hand.arrive(appointment.day.title);
      await hand.touchFirst();
      await hand.arrive(appointment.time.title);
      await hand.touchFirst();
      await hand.touch(appointment.book.do);
      await hand.see(appointment.booked.text);
    },
  },
  {
    name: 'insuranceTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.documents.text);
      await hand.touch(insurance.tileText);
      await hand.touch(insurance.send);
      await writeDate(hand, '2018-07-30');
      await hand.touchExactly(dateFields.next);
      await hand.arrive(insurance.to.title);
      await writeDate(hand, '2019-07-29');
      await hand.touchExactly(dateFields.next);
      await hand.touch(documents.scanText);
      await hand.touchExactly(dateFields.next);
      await hand.touch(insurance.summary.send);
      await hand.see(insurance.sent.print);
    },
  },
  {
    name: 'documentTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.documents.text);
      await hand.touch(documents.tileText);
      await hand.touch(documents.about.identity.text);
      await hand.touch(documents.scanText);
      await hand.touchExactly(documents.send);
      await hand.see(documents.sent.transmitted);
    },
  },
  {
    name: 'consumptionTaps',
    email: METERED,
    async walk(hand) {
      await hand.touch(menus.consumption.text);
      await hand.touch(consumption.tileText);
      await hand.touch(words.account.changeLease);
      await hand.touch('006120');
      await hand.see(consumption.energies.hotWater);
    },
  },
  {
    name: 'chargesTaps',
    email: METERED,
    async walk(hand) {
      await hand.touch(menus.consumption.text);
      await hand.touch(charges.tileText);
      await hand.touch(words.account.changeLease);
      await hand.touch('006120');
      await hand.see('Chaufferie collective');
    },
  },
  {
    name: 'quittanceTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.documents.text);
      await hand.touch(papers.rentTileText);
      await hand.touch(`${papers.rent.quittance}, mai 2018`);
      await hand.touch(papers.print);
      await hand.arrive(printing.takePaper);
    },
  },
  {
    name: 'leaseTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.documents.text);
      await hand.touch(papers.leaseTileText);
      await hand.touch(papers.lease.lease);
      await hand.touch(papers.print);
      await hand.arrive(printing.takePaper);
    },
  },
  {
    name: 'alertsTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.practical.text);
      await hand.touch(alerts.lead);
      await hand.arrive(alerts.title);
    },
  },
  {
    name: 'partnerSiteTaps',
    email: LEAFLET_TENANT,
    async walk(hand) {
      await hand.touch(menus.practical.text);
      await hand.touch(words.home.partner);
      await hand.arrive(words.partner.title);
      await hand.touch('Caf');
      await hand.see(words.partner.outside);
    },
  },
];
