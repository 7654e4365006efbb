/**
 * How the program tells whoever started it why it ended. The units in the hall start it again after any end but
 * EXIT_BY_STAFF (systemd: `Restart=always`, `RestartPreventExitStatus=86`).
 */

/** A member of staff wanted the program to end, and to stay ended until the machine or its session starts again. */
export const EXIT_BY_STAFF = 86;

/** A member of staff wanted the program to begin anew. */
export const EXIT_FOR_RESTART = 87;

/** EX_USAGE of sysexits.h: the program was asked to start in a way that would open it. */
export const EXIT_REFUSED_START = 64;

/** EX_SOFTWARE of sysexits.h: nothing can be shown any more. */
export const EXIT_SCREEN_LOST = 70;
