import { createDoor } from './door.ts';

/** Whether the code pad is wanted. The gesture is watched for before the app is there, so this stands between the two. */
export const staffDoor = createDoor(() => true);
