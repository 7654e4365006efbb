/** What a badge reader tells. The number says whose badge it is: it goes into no log and onto no screen. */
export type BadgeEvent =
  | { readonly name: 'presented'; readonly readerId: string; readonly number: string }
  /** Told by readers that know it only: one that sends each badge once never says that it has left. */
  | { readonly name: 'removed'; readonly readerId: string };

export type OnBadge = (event: BadgeEvent) => void;
