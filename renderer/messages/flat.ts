/** A catalogue, or a part of one. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** Each text under its whole key: `errors.INTERNAL`. */
export function flat(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}
