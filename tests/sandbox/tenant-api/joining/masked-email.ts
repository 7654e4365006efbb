/** `jeanne.martin@exemple.fr` → `j•••@exemple.fr` */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0]}•••${email.slice(at)}`;
}
