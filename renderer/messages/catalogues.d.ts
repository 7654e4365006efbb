/** A whole catalogue, in a chunk of its own: where single texts are imported from it, they are not to bring it all. */
declare module '*/fr.json?catalogue' {
  const messages: typeof import('./fr.json')['default'];
  export = messages;
}
declare module '*/en.json?catalogue' {
  const messages: typeof import('./en.json')['default'];
  export = messages;
}
