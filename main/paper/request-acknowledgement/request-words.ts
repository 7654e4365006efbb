import type { Locale } from '../../../preload/contract.ts';
import type { RequestHead } from '../../../preload/request-contract.ts';
import { messagesIn } from '../messages/messages.ts';

/** What a request is about, in the words that stand on its acknowledgement. */
export function requestWordsOnPaper(
  {
    nature,
    topic,
    place,
    isAnonymous,
  }: Pick<RequestHead, 'nature' | 'topic' | 'place'> & { isAnonymous: boolean },
  locale: Locale,
): { nature: string; place: string | null; attachments(count: number): string[] } {
  const { natures, topics, places, anonymous, attachment } = messagesIn(locale).requestAcknowledgement;
  const said = [
    natures[nature],
    ...(topic === null ? [] : [topics[topic]]),
    ...(isAnonymous ? [anonymous] : []),
  ];
  return {
    nature: said.join(', '),
    place: place === null ? null : `${natures[nature]}, ${places[place]}`,
    attachments: (count) => Array.from({ length: count }, (_, index) => attachment(index + 1)),
  };
}
