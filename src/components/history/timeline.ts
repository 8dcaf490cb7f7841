import type { Addressee, RecordedEvent, Response, Standing } from '../../archive/index.ts';
import type { CoarseDate } from '../../schemas/index.ts';
import { slugOf } from '../../site/index.ts';

/*
 * The history of a recommendation, or of a part of one, as its page tells it: addressees who share all of it stand together.
 */

export interface Timeline {
  readonly addressees: readonly Addressee[];
  readonly state: Standing['state'];
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly event: RecordedEvent;
  /** Its fragment on the page: the same for as long as the event is in the record. */
  readonly id: string;
  /** Does it have its fragment here? An event that concerns several addressees has it the first time. */
  readonly isAnchored: boolean;
  /** The promised day that it moved. */
  readonly move?: { readonly from: CoarseDate; readonly to: CoarseDate; readonly count: number };
}

/** @param seen the fragments that the page already has; those of these timelines are added */
export function timelinesOf(standings: readonly Standing[], seen = new Set<string>()): readonly Timeline[] {
  const alike = Map.groupBy(standings, ({ history }) => history.map(({ event }) => eventId(event)).join(' '));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      addressees: group.map(({ addressee }) => addressee),
      state: first.state,
      entries: first.history.map(({ event, state }): TimelineEntry => {
        const id = eventId(event);
        const isAnchored = !seen.has(id);
        seen.add(id);
        const last = state.dueMoves.at(-1);
        const move = last?.by === event && { from: last.from, to: last.to, count: state.dueMoves.length };
        return { event, id, isAnchored, ...(move && { move }) };
      }),
    };
  });
}

function eventId(event: RecordedEvent): string {
  if (event.kind === 'verdict') {
    const { audit, id } = event.followUp;
    return `uppfoljning-${slugOf(audit.path)}-${id}`;
  }
  const { response, part } = event.answer;
  return [responseFragment(response), part].filter(Boolean).join('-');
}

/** A response's fragment, on its report's page. */
export function responseFragment({ path }: Pick<Response, 'path'>): string {
  return path.slice(path.indexOf('#') + 1);
}
