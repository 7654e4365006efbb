import { describe, expect, test } from 'vitest';
import type { RequestNature, RequestTopic } from '../../../preload/request-contract.ts';
import { REQUEST_NATURES, REQUEST_TOPICS } from '../../../preload/request-subjects.ts';
import {
  type Draft,
  EMPTY_DRAFT,
  ofOnly,
  personOf,
  type Questions,
  reachFault,
  stepAfter,
  stepBefore,
  stepsOf,
  subjectOf,
  withNature,
  withTopic,
} from './draft.ts';

const SIGNED_IN: Questions = { natures: REQUEST_NATURES, asksPerson: false };
const SIGNED_OUT: Questions = { natures: ['onlineAccount'], asksPerson: true };

describe('the questions that are asked', () => {
  test.each([
    [
      'a leak at home',
      { nature: 'dwelling', topic: 'water' },
      ['nature', 'topic', 'urgent', 'place', 'text', 'summary'],
    ],
    [
      'something else at home',
      { nature: 'dwelling', topic: 'damp' },
      ['nature', 'topic', 'place', 'text', 'summary'],
    ],
    [
      'the lift, which has its place already',
      { nature: 'commonAreas', topic: 'lift' },
      ['nature', 'topic', 'urgent', 'text', 'summary'],
    ],
    [
      'threats',
      { nature: 'incivility', topic: 'threats' },
      ['nature', 'topic', 'urgent', 'anonymity', 'text', 'summary'],
    ],
    ['a question', { nature: 'question', topic: null }, ['nature', 'text', 'summary']],
  ] as const)('about %s', (_, about, steps) => {
    expect(stepsOf({ ...EMPTY_DRAFT, ...about }, SIGNED_IN)).toEqual(steps);
  });

  test.each(
    (Object.entries(REQUEST_TOPICS) as [RequestNature, readonly RequestTopic[]][]).flatMap(
      ([nature, topics]) => [null, ...topics].map((topic) => [nature, topic] as const),
    ),
  )('about %s, %s, one touch each, are few enough to stay within eight from home', (nature, topic) => {
    const toTheForm = ['requests', 'writeRequest'];

    expect(
      [...toTheForm, ...stepsOf({ ...EMPTY_DRAFT, nature, topic }, SIGNED_IN)].length,
    ).toBeLessThanOrEqual(8);
  });

  test('of somebody who has not signed in', () => {
    const draft = ofOnly(SIGNED_OUT.natures, EMPTY_DRAFT);

    expect(stepsOf(draft, SIGNED_OUT)).toEqual(['text', 'name', 'reach', 'summary']);
    expect(stepBefore('text', draft, SIGNED_OUT)).toBeNull();
  });

  test('any request can be written without signing in, too', () => {
    const draft: Draft = { ...EMPTY_DRAFT, nature: 'dwelling', topic: 'damp' };
    const questions = { ...SIGNED_OUT, natures: REQUEST_NATURES };

    expect(stepsOf(draft, questions)).toEqual([
      'nature',
      'topic',
      'place',
      'text',
      'name',
      'reach',
      'summary',
    ]);
  });

  test('back leads where one came from', () => {
    const draft: Draft = { ...EMPTY_DRAFT, nature: 'dwelling', topic: 'gas' };

    expect(stepAfter('topic', draft, SIGNED_IN)).toBe('urgent');
    expect(stepBefore('place', draft, SIGNED_IN)).toBe('urgent');
    expect(stepBefore('nature', draft, SIGNED_IN)).toBeNull();
  });
});

test('another nature takes away what hung on the one before, and nothing that was written', () => {
  const draft: Draft = {
    ...EMPTY_DRAFT,
    nature: 'dwelling',
    topic: 'water',
    place: 'kitchen',
    text: 'Fuite',
  };

  expect(withNature(draft, 'incivility')).toMatchObject({ topic: null, place: null, text: 'Fuite' });
  expect(withNature(draft, 'dwelling')).toEqual(draft);
  expect(withTopic(draft, 'damp').place).toBeNull();
  expect(withTopic(draft, 'water').place).toBe('kitchen');
});

test('a request is what was answered, with the text as it was typed', () => {
  const draft: Draft = { ...EMPTY_DRAFT, nature: 'question', text: ' Bonjour \n' };

  expect(subjectOf(draft)).toEqual({
    nature: 'question',
    topic: null,
    place: null,
    text: ' Bonjour \n',
    isAnonymous: false,
  });
  expect(subjectOf(EMPTY_DRAFT)).toBeNull();
});

describe('how somebody can be reached', () => {
  const person = EMPTY_DRAFT.person;

  test.each([
    '06 12 34 56 78',
    '0612345678',
    '05.49.01.02.03',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '0033 6 12 34 56 78',
    '+213 21 63 12 34',
    '00 44 7911 123456',
  ])('%s is a number', (phone) => {
    expect(reachFault({ ...person, phone })).toBeNull();
  });

  test.each([
    '',
    '12',
    '06 12 34',
    '06 12 34 56 7',
    '06 12 34 56 789',
    '00 00 00 00 00',
    '612345678',
    '+33 6 12 34 56',
    '+33 6 12 34 56 789',
    '00 12 34',
    'abc',
  ])('“%s” is none', (phone) => {
    expect(reachFault({ ...person, phone })).toBe('phone');
  });

  test('by the way that was chosen, and no other', () => {
    const typed = {
      ...person,
      name: ' Jeanne ',
      reach: 'email' as const,
      phone: '0612345678',
      email: 'j@exemple.fr',
    };

    expect(reachFault({ ...typed, email: 'j@exemple' })).toBe('email');
    expect(reachFault(typed)).toBeNull();
    expect(personOf(typed)).toEqual({
      name: 'Jeanne',
      tenantNumber: null,
      phone: null,
      email: 'j@exemple.fr',
    });
  });
});
