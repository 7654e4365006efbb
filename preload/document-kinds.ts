/** What a person says that a document is. Apart from the contract: the page has no use for the schemas. */
export const DOCUMENT_KINDS = ['insuranceCertificate', 'requestProof', 'identity', 'other'] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
