/** As much as a landlord has to ask of a password at the least: the kiosk asks for more, and explains it. */
const SHORTEST = 12;
const LONGEST = 256;

export function isTooEasy(password: string): boolean {
  if (password.length < SHORTEST || password.length > LONGEST) return true;
  return new Set(password.toLowerCase()).size < 5;
}
