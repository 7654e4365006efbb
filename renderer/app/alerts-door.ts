import { createDoor } from './door.ts';

/** Whether somebody has touched an alert on the attract screen: it is the first thing that their session shows. */
export const alertsDoor = createDoor(() => true);
