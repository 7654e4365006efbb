const MOST_CHARACTERS = 20;

/** A number while it is typed: a French one two by two, as people say it; others as they come. */
export function spacedPhone(typed: string): string {
  const isInternational = typed.trimStart().startsWith('+');
  const figures = typed.replace(/\D/g, '').slice(0, MOST_CHARACTERS);
  if (isInternational) return `+${figures}`;
  return figures.startsWith('00') ? figures : (figures.match(/.{1,2}/g)?.join(' ') ?? '');
}
