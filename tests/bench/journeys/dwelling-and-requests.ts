/** What the leaflet promises about requests, the dwelling and its papers; for each, the longest way that there is. */
import { LEAFLET_TENANT } from '../../e2e/journey.ts';
import { words } from '../../e2e/words.ts';
import { journeysOf } from './hand.ts';
import { writeDate } from './signed-out.ts';

const { alerts, appointment, charges, consumption, dateFields, documents, followUps } = words;
const { insurance, menus, papers, printing, requests } = words;
/** With meters. */
const METERED = 'lucas.moreau@exemple.fr';

export const DWELLING_AND_REQUESTS = [
  ...journeysOf(LEAFLET_TENANT, {
    // With a place, and whom to call first.
    async requestTaps(hand) {
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

    async requestDetailTaps(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(requests.tiles.listText);
      await hand.touch('D-2018-0412');
      await hand.see('Je suis là tous les matins.');
    },

    async requestReplyTaps(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(requests.tiles.listText);
      await hand.touch('D-2018-0412');
      await hand.touch(requests.detail.reply);
      await hand.write(requests.reply.label, 'Je serai absente jeudi.');
      await hand.touchExactly(requests.form.next);
      await hand.touchExactly(requests.summary.send);
      await hand.see(requests.wordSent.reply.transmitted);
    },

    async followUpsTaps(hand) {
      await hand.touch(menus.requests.text);
      await hand.touch(followUps.tileText);
      await hand.see(followUps.kinds.payment);
    },

    async appointmentTaps(hand) {
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

    async insuranceTaps(hand) {
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

    async documentTaps(hand) {
      await hand.touch(menus.documents.text);
      await hand.touch(documents.tileText);
      await hand.touch(documents.about.identity.text);
      await hand.touch(documents.scanText);
      await hand.touchExactly(documents.send);
      await hand.see(documents.sent.transmitted);
    },

    async quittanceTaps(hand) {
      await hand.touch(menus.documents.text);
      await hand.touch(papers.rentTileText);
      await hand.touch(`${papers.rent.quittance}, mai 2018`);
      await hand.touch(papers.print);
      await hand.arrive(printing.takePaper);
    },

    async leaseTaps(hand) {
      await hand.touch(menus.documents.text);
      await hand.touch(papers.leaseTileText);
      await hand.touch(papers.lease.lease);
      await hand.touch(papers.print);
      await hand.arrive(printing.takePaper);
    },

    async alertsTaps(hand) {
      await hand.touch(menus.practical.text);
      await hand.touch(alerts.lead);
      await hand.arrive(alerts.title);
    },

    async partnerSiteTaps(hand) {
      await hand.touch(menus.practical.text);
      await hand.touch(words.home.partner);
      await hand.arrive(words.partner.title);
      await hand.touch('Caf');
      await hand.see(words.partner.outside);
    },
  }),
  ...journeysOf(METERED, {
    async consumptionTaps(hand) {
      await hand.touch(menus.consumption.text);
      await hand.touch(consumption.tileText);
      await hand.touch(words.account.changeLease);
      await hand.touch('006120');
      await hand.see(consumption.energies.hotWater);
    },

    async chargesTaps(hand) {
      await hand.touch(menus.consumption.text);
      await hand.touch(charges.tileText);
      await hand.touch(words.account.changeLease);
      await hand.touch('006120');
      await hand.see('Chaufferie collective');
    },
  }),
];
