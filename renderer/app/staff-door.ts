import { createDoor } from './door.ts';

/**
 * Whether staff want in: by the gesture, or with a badge. Both are watched for before the app is there, so this stands
 * between the two.
 */
export const staffDoor = createDoor((way: 'gesture' | 'badge') => way);
