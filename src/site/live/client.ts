import { live } from '../../i18n/sv-live.ts';
import noticeStyles from './notice.css?inline';
import { askEvent, type Standing, standingEvent, versionMetric } from './standing.ts';

/*
 * In development every page runs this: it is loaded again when there is a newer archive to show, and says what is wrong where there is not.
 */

/** The version that this page shows, where the browser tells. */
function versionOfPage(): string | undefined {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming)) return undefined;
  return navigation.serverTiming.find(({ name }) => name === versionMetric)?.description;
}

/** What says that the content has errors, at the top of the page. */
class Notice {
  #bar: HTMLElement | undefined;
  readonly #report = document.createElement('pre');

  /** `undefined` takes the notice away. */
  show(report: string | undefined): void {
    if (report === undefined) {
      this.#bar?.remove();
      this.#bar = undefined;
      return;
    }
    this.#report.textContent = report;
    this.#bar ??= this.#newBar();
  }

  #newBar(): HTMLElement {
    const bar = document.createElement('aside');
    bar.className = 'live-notice';
    bar.ariaLabel = live.noticeLabel;
    const details = document.createElement('details');
    details.open = true;
    const summary = document.createElement('summary');
    summary.textContent = live.notice;
    // A long report scrolls, also for those who have no mouse.
    this.#report.tabIndex = 0;
    this.#report.role = 'alert';
    this.#report.ariaLabel = live.report;
    details.append(summary, this.#report);
    bar.append(details);
    document.body.prepend(bar);
    return bar;
  }
}

/**
 * Puts the newest version of this page in its place, which takes a third of the time of loading it anew, and gives the version.
 * `undefined` where only the browser can do it: what the page runs has to run again, and pictures have to be fetched.
 */
async function replacedPage(): Promise<string | undefined> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return undefined;
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const isThere = (selector: string, attribute: string) => {
    const known = new Set(
      [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute)),
    );
    return [...next.querySelectorAll(selector)].every((element) =>
      known.has(element.getAttribute(attribute)),
    );
  };
  const needsLoading =
    next.body.querySelector('script, img') !== null ||
    document.body.querySelector('script, img') !== null ||
    !isThere('script[src]', 'src') ||
    !isThere('style[data-vite-dev-id]', 'data-vite-dev-id');
  if (needsLoading) return undefined;
  document.title = next.title;
  document.body.replaceChildren(...next.body.childNodes);
  return new RegExp(`${versionMetric};desc="([^"]*)"`).exec(response.headers.get('server-timing') ?? '')?.[1];
}

// Vite looks for these very words.
const hot = import.meta.hot;
if (hot) {
  // A constructed style sheet is let through by the CSP.
  const styles = new CSSStyleSheet();
  styles.replaceSync(noticeStyles);
  document.adoptedStyleSheets.push(styles);

  let shown = versionOfPage();
  let told = 0;
  const notice = new Notice();
  hot.on(standingEvent, async ({ version, report }: Standing) => {
    told += 1;
    const nth = told;
    shown ??= version;
    if (version !== shown) {
      notice.show(undefined);
      const replaced = await replacedPage().catch(() => undefined);
      if (replaced === undefined) return location.reload();
      shown = replaced;
    }
    // What has been told since is for the one that was told last to show.
    if (nth === told) notice.show(report);
  });
  hot.send(askEvent);
}
