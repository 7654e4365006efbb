/** The lines of a ticket as the terminal wrote them. The end of its last line begins no other. */
export function linesOfTicket(ticketText: string): string[] {
  return ticketText.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/);
}
