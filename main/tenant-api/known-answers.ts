/** What was read already, and under which name the API knows it: in memory only, for as long as a person is signed in. */
export interface KnownAnswers {
  /** `question`: the operation and all that is asked. */
  of<Value>(question: string): KnownAnswer<Value> | null;
  /** `etag` as the API sent it; without one that makes sense, nothing is kept. */
  keep(question: string, etag: unknown, value: unknown): void;
  forget(): void;
}

export interface KnownAnswer<Value> {
  readonly etag: string;
  readonly value: Value;
}

/** openapi.yaml, `ETag`. */
const ETAG = /^(W\/)?"[!#-~]{0,195}"$/;

/** Nobody looks at more than that in one visit. */
const MOST_ANSWERS = 100;

export function createKnownAnswers(): KnownAnswers {
  const answers = new Map<string, KnownAnswer<unknown>>();
  return {
    // The same question names the same operation, whose answers have one shape.
    of: <Value>(question: string) => (answers.get(question) as KnownAnswer<Value> | undefined) ?? null,
    keep(question, etag, value) {
      answers.delete(question);
      if (typeof etag !== 'string' || !ETAG.test(etag)) return;
      const oldest = answers.size >= MOST_ANSWERS ? answers.keys().next() : null;
      if (oldest && !oldest.done) answers.delete(oldest.value);
      answers.set(question, { etag, value });
    },
    forget: () => answers.clear(),
  };
}
