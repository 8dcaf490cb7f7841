/** A search engine in the browser, as it is measured. */
export interface Engine {
  /** Ids of the records that answer a query, best first. */
  rank(query: string, most: number): Promise<readonly string[]>;
  /** What a reader waits for: the first ten results with what is shown of them. */
  answer(query: string): Promise<void>;
}

declare global {
  /** Set by the page of an engine. */
  var engine: Engine;
}
