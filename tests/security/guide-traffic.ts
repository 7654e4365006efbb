/** Looks for secrets in what a kiosk sent to the desk: whole, in part, with other spaces, or one key at a time. */

/** As much of a secret as chance does not bring along: by six letters somebody would be known. */
const PART = 6;

/** Each by what it is. @returns the names of those found */
export function secretsIn(traffic: string, secrets: Readonly<Record<string, string>>): string[] {
  // When something happened is a figure, too.
  const plain = withoutSpaces(traffic.replace(/"timestamp":\d+/g, ''));
  const keys = withoutSpaces(shortTextsIn(traffic).join(''));
  return Object.entries(secrets)
    .filter(([, secret]) => {
      const sought = withoutSpaces(secret);
      const beginning = sought.slice(0, PART);
      const end = sought.slice(-PART);
      return [plain, keys].some((where) => [beginning, end].some((part) => where.includes(part)));
    })
    .map(([name]) => name);
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, '').toLowerCase();
}

/** Single letters and figures, wherever they stand in the frames, in the order in which they went out. */
function shortTextsIn(traffic: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.trim().length === 1) found.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const line of traffic.split('\n')) if (line !== '') walk(JSON.parse(line));
  return found;
}
