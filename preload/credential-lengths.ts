/** How long what one signs in with may be. Apart from the contract: the page has no use for the schemas. */

/** The landlord's system asks for as many, and the screen explains what else makes a password good. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;
export const LONGEST_EMAIL = 254;
