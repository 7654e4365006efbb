/** In the kiosk's data folder. */
export const DATABASE_FILE = 'kiosk.sqlite';
