/** What can be asked for, and how much of it: for the screen as for the machine. */

/** What a request is about. Each has words in the message catalogues, under `requests.natures.<name>`. */
export const REQUEST_NATURES = [
  'dwelling',
  'commonAreas',
  'incivility',
  'administrative',
  'question',
  'onlineAccount',
] as const;

/** What exactly, where that is asked. Each has words under `requests.topics.<name>`. */
export const REQUEST_TOPICS = {
  dwelling: ['water', 'heating', 'electricity', 'gas', 'doorsWindows', 'damp', 'pests', 'other'],
  commonAreas: ['door', 'lift', 'lighting', 'cleanliness', 'water', 'damage', 'other'],
  incivility: ['noise', 'waste', 'damage', 'animals', 'parking', 'threats', 'other'],
  administrative: ['rentNotice', 'lease', 'benefit', 'certificate', 'leaving', 'other'],
  question: [],
  onlineAccount: [],
} as const;

/** Where exactly, where that is asked. Each has words under `requests.places.<name>`. */
export const REQUEST_PLACES = {
  dwelling: ['kitchen', 'bathroom', 'toilet', 'livingRoom', 'bedroom', 'entrance', 'balcony', 'whole'],
  commonAreas: ['hall', 'lift', 'stairs', 'binRoom', 'cellar', 'carPark', 'outdoors', 'roof'],
  incivility: [],
  administrative: [],
  question: [],
  onlineAccount: [],
} as const;

/** What the landlord takes, in characters as people count them: Unicode code points. */
export const REQUEST_TEXT_MAX = 4_000;
export const REQUEST_ATTACHMENTS_MAX = 5;

/** As people count, and as the landlord does. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Whether a topic and a place belong to the nature. */
export function isPossible({ nature: of, topic: about, place: at }: RequestTopicAndPlace): boolean {
  const topics: readonly string[] = REQUEST_TOPICS[of];
  const places: readonly string[] = REQUEST_PLACES[of];
  return (about === null || topics.includes(about)) && (at === null || places.includes(at));
}

export type RequestNature = (typeof REQUEST_NATURES)[number];

type RequestTopicAndPlace = { nature: RequestNature; topic: string | null; place: string | null };
