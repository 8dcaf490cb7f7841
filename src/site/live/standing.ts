/** How the content stands, as the server tells open pages in development. */
export interface Standing {
  /** Of the archive that pages show: another after each change without errors. */
  readonly version: string;
  /** What `check` prints of the content as it is saved, where it has errors. */
  readonly report?: string;
}

/** The server tells of a standing; a page asks for it. */
export const standingEvent = 'granskningsarkivet:standing';
export const askEvent = 'granskningsarkivet:ask';

/** The metric of the response header `Server-Timing` that tells a page which version it shows. */
export const versionMetric = 'granskningsarkivet';
