/** The words on the screen, taken from the catalogues: a sentence that is reworded breaks no test. */
import english from '../../renderer/messages/en.json' with { type: 'json' };
import french from '../../renderer/messages/fr.json' with { type: 'json' };

export { english, french as words };

const BLANK = /\{\{(\w+)\}\}/g;

/** The sentence with its blanks filled in. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(BLANK, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence has a blank "${name}": ${sentence}`);
    return value;
  });
}

/** The sentence with anything in its blanks. */
export function shaped(sentence: string): RegExp {
  const pieces = sentence.split(BLANK).filter((_, index) => index % 2 === 0);
  return new RegExp(pieces.map(escaped).join('.+'));
}

/** A name as the screen sets it into a sentence, apart from the sentence's direction of writing. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Text as a person reads it: every kind of space is a space. */
export function readable(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s');
}
