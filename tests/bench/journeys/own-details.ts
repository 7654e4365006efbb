/** What the leaflet promises about a tenant's own details; with a proof wherever one is asked for. */
import { LEAFLET_TENANT } from '../../e2e/journey.ts';
import { words } from '../../e2e/words.ts';
import { type Hand, journeysOf } from './hand.ts';
import { writeDate } from './signed-out.ts';

const { dateFields, documents, menus, situation } = words;
const { confirm, edit, fields, sections, sent } = situation;

export const OWN_DETAILS = journeysOf(LEAFLET_TENANT, {
  async phoneNumberTaps(hand) {
    await open(hand, 'contact');
    await hand.touch(edit.mobilePhone);
    await hand.write(fields.mobilePhone, '07 98 76 54 32');
    await hand.touchExactly(dateFields.next);
    await send(hand);
  },

  async postalAddressTaps(hand) {
    await open(hand, 'contact');
    await hand.touch(edit.postalAddress);
    await hand.write(fields.line, '12 rue de la Marne');
    await hand.touchExactly(dateFields.next);
    await hand.write(fields.postcode, '86000');
    await hand.write(fields.city, 'Poitiers');
    await hand.touchExactly(dateFields.next);
    await prove(hand);
    await send(hand);
  },

  async familyTaps(hand) {
    await open(hand, 'family');
    await hand.touchExactly(situation.addPerson);
    await hand.write(fields.givenName, 'Léa');
    await hand.write(fields.familyName, 'Martin');
    await hand.touchExactly(dateFields.next);
    await writeDate(hand, '2018-07-02');
    await hand.touchExactly(dateFields.next);
    await prove(hand);
    await send(hand);
  },

  async workTaps(hand) {
    await open(hand, 'work');
    await hand.touch(edit.work);
    await hand.touch(situation.workStatuses.employed);
    await hand.write(fields.employer, 'Boulangerie du Marché');
    await hand.touchExactly(dateFields.next);
    await prove(hand);
    await send(hand);
  },
});

async function open(hand: Hand, section: keyof typeof sections): Promise<void> {
  await hand.touch(menus.situation.text);
  await hand.touch(sections[section].tileText);
}

async function prove(hand: Hand): Promise<void> {
  await hand.arrive(situation.proof.title);
  await hand.touch(documents.scanText);
  await hand.touchExactly(dateFields.next);
}

async function send(hand: Hand): Promise<void> {
  await hand.touch(confirm.send);
  await hand.see(sent.transmitted);
}
