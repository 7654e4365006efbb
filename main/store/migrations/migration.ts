/** One step forward of the schema. What has shipped is never edited: a change is a new step. */
export interface Migration {
  /** The `user_version` of a database that has taken this step: 1, 2, 3 … without a gap. */
  version: number;
  sql: string;
}
