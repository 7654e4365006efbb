import { createDoor } from './door.ts';

/**
 * Whether somebody wants help with their online account, from wherever they are: the help of every screen leads there,
 * and the screens of whoever is there, signed in or not, listen.
 */
export const assistanceDoor = createDoor(() => true);
