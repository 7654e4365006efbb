/** An e-mail that the landlord's system sent. Here it goes no further than this. */
export interface Email {
  readonly id: string;
  readonly sentAt: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailbox {
  /** In the order they were sent. */
  readonly emails: readonly Email[];
  send(email: Omit<Email, 'id'>): Email;
  clear(): void;
}

export function createMailbox(): Mailbox {
  const emails: Email[] = [];
  let sentCount = 0;

  return {
    emails,
    send(email) {
      sentCount += 1;
      const sent = { id: `email-${sentCount}`, ...email };
      emails.push(sent);
      return sent;
    },
    clear() {
      emails.length = 0;
    },
  };
}
