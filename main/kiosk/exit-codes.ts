/**
 * How the program tells whoever started it why it ended. The units in the hall start it again after any end but
 * EXIT_BY_STAFF (systemd: `Restart=always`, `RestartPreventExitStatus=86`).
 */

/** A member of staff wanted the program to end, and to stay ended until the machine or its session starts again. */
export const EXIT_BY_STAFF = 86;

/** A member of staff wanted the program to begin anew. */
export const EXIT_FOR_RESTART = 87;
