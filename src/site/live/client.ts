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
    this.#report.role = 'log';
    this.#report.ariaLabel = live.report;
    details.append(summary, this.#report);
    bar.append(details);
    document.body.prepend(bar);
    return bar;
  }
}

// Vite looks for these very words.
const hot = import.meta.hot;
if (hot) {
  // A constructed style sheet is let through by the CSP.
  const styles = new CSSStyleSheet();
  styles.replaceSync(noticeStyles);
  document.adoptedStyleSheets.push(styles);

  let shown = versionOfPage();
  const notice = new Notice();
  hot.on(standingEvent, ({ version, report }: Standing) => {
    shown ??= version;
    if (version === shown) notice.show(report);
    else location.reload();
  });
  hot.send(askEvent);
}
