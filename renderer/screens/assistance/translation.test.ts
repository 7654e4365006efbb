import { describe, expect, test } from 'vitest';
import english from '../../messages/en.json';
import french from '../../messages/fr.json';
import { translator } from './translation.ts';

describe('the same screen in another language', () => {
  const toEnglish = translator(french, english);

  test('has each text that the other catalogue has', () => {
    expect(toEnglish(french.signIn.title)).toBe(english.signIn.title);
    expect(toEnglish(french.home.accountText)).toBe(english.home.accountText);
  });

  test('fills in what is filled in here, whatever the spaces and marks around it', () => {
    const written = french.payment.pay.replace('{{amount}}', '27,74\u00a0€');

    expect(toEnglish(written)).toBe(english.payment.pay.replace('{{amount}}', '27,74 €'));
  });

  test('leaves names and amounts as they are', () => {
    expect(toEnglish('Madame Jeanne Martin')).toBe('Madame Jeanne Martin');
    expect(toEnglish('1 234,56 €')).toBe('1 234,56 €');
  });

  test('works the other way round', () => {
    expect(translator(english, french)(english.signIn.title)).toBe(french.signIn.title);
  });
});
