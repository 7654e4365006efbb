/** What the control server says to one request. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | Buffer;
}

export function json(value: unknown): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    content: JSON.stringify(value, null, 2),
  };
}

export function page(html: string): Reply {
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
    content: html,
  };
}

/** Where a browser goes after a button was pressed. */
export function seeOther(path: string): Reply {
  return { status: 303, headers: { Location: path }, content: '' };
}

export function nothing(): Reply {
  return { status: 204, headers: {}, content: '' };
}

export function refusal(status: number, reason: string): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    content: `${reason}\n`,
  };
}
