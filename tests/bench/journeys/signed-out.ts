/** What is promised to whoever has not signed in, from the first screen they come to. */
import { codeIn, lastEmail, MARGUERITE, NEW_PASSWORD } from '../../e2e/joining.ts';
import { LEAFLET_TENANT } from '../../e2e/journey.ts';
import { shaped, words } from '../../e2e/words.ts';
import { type Hand, journeysOf } from './hand.ts';

const { dateFields, explain, help, helpCall, information, joining, lostPassword, newPassword } = words;
const { payment, rentNotice, requests } = words;

/** Not of whom the other journeys pay for: what was paid here is owed no more. */
const IN_DEBT = 'thierry.lefevre@exemple.fr';

export const SIGNED_OUT = journeysOf(null, {
  async registrationTaps(hand) {
    await hand.touchExactly(joining.open);
    await hand.touchExactly(joining.start.go);
    await hand.write(joining.number.label, MARGUERITE.number);
    await hand.touchExactly(joining.next);
    await hand.write(joining.name.label, MARGUERITE.name);
    await hand.touchExactly(joining.next);
    await writeDate(hand, MARGUERITE.birthDate);
    await hand.touchExactly(joining.next);
    await hand.write(joining.email.label, MARGUERITE.email);
    await hand.touchExactly(joining.next);
    await hand.write(newPassword.label, NEW_PASSWORD);
    await hand.write(newPassword.again, NEW_PASSWORD);
    await hand.touchExactly(joining.next);
    await hand.touchExactly(joining.consent.accept);
    await hand.arrive(joining.wait.title);
  },

  async lostPasswordTaps(hand) {
    await hand.touchExactly(lostPassword.open);
    await hand.arrive(lostPassword.email.title);
    await hand.write(joining.email.label, LEAFLET_TENANT);
    await hand.touchExactly(lostPassword.email.send);
    await hand.arrive(lostPassword.code.title);
    await hand.write(lostPassword.code.label, codeIn(lastEmail(hand.sandbox)));
    await hand.touchExactly(lostPassword.code.submit);
    await hand.write(newPassword.label, NEW_PASSWORD);
    await hand.write(newPassword.again, NEW_PASSWORD);
    await hand.touchExactly(newPassword.save);
    await hand.see(words.home.accountText);
  },

  async usefulNumbersTaps(hand) {
    await hand.touch(words.withoutSigningIn.open);
    await hand.touch(information.numbersTileText);
    await hand.see('05 36 49 10 99');
  },

  async explanationTaps(hand) {
    await hand.touch(help.open);
    await hand.touch(explain.open);
    await hand.see(explain.screens.signIn.purpose);
  },

  async staffCallTaps(hand) {
    await hand.touch(help.open);
    await hand.touch(helpCall.call);
    await hand.see(helpCall.waiting);
  },

  async assistanceTaps(hand) {
    await hand.touch(words.withoutSigningIn.open);
    await hand.touch(requests.tiles.assistanceText);
    await hand.write(requests.text.label, 'Je ne reçois pas l’e-mail.');
    await hand.touchExactly(requests.form.next);
    await hand.write(requests.person.name, 'Jeanne Martin');
    await hand.touchExactly(requests.form.next);
    await hand.write(requests.reach.phoneLabel, '06 12 34 56 78');
    await hand.touchExactly(requests.form.next);
    await hand.touchExactly(requests.summary.send);
    await hand.see(requests.assistance.transmitted);
  },

  async noticeInHandTaps(hand) {
    const { sandbox } = hand;
    const notice = sandbox.tenantApi.rentNotices.find(({ tenant }) => tenant.signInEmail === IN_DEBT);
    if (!notice) throw new Error('the sandbox has no rent notice');
    await hand.touch(rentNotice.payTitle);
    await hand.touch(rentNotice.type);
    await hand.write(rentNotice.reference, notice.reference);
    await hand.touchExactly(rentNotice.continue);
    await hand.touchExactly(rentNotice.yes);
    await hand.touch(payment.wholeText);
    await hand.touch(shaped(payment.pay));
    await sandbox.terminal.presentCard();
    await hand.touch(payment.printReceipt);
    await hand.arrive(words.printing.takePaper);
  },
});

/** @param day `1943-03-14` */
export async function writeDate(hand: Hand, day: string): Promise<void> {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  await hand.write(dateFields.day, dayOfMonth);
  await hand.write(dateFields.month, month);
  await hand.write(dateFields.year, year);
}
