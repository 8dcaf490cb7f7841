import type { NameFinder } from '../known.ts';
import { type Report, sentencesOf, type Taken, taken } from '../report.ts';
import { isVerdictAlone, verdictIn } from './verdict-words.ts';

export interface OverallVerdict {
  /** What it is about, in the report's words; not known where the sentence cannot be taken apart. */
  readonly about?: string;
  readonly verdict?: string;
  readonly bodies: readonly string[];
  readonly text?: string;
}

export interface Overall {
  readonly verdicts: readonly Taken<OverallVerdict>[];
  /** Tables with a row for each body and a column for each thing that is judged. */
  readonly scorecards: readonly number[];
}

const sums =
  /(?:sammanfattande|sammantagna|samlade|övergripande) (?:revisionella )?(?:bedömning(?:en)?|slutsats(?:en)?)(?: utifrån [^.,]{3,40}?)? (?:är|att|blir)|sammanfattningsvis (?:bedömer|är)|(?:sammantaget|sammanfattningsvis)[^.]{0,40} (?:bedömer|bedömning)|vi bedömer (?:sammantaget|sammanfattningsvis)|bedöms sammantaget/i;

/** What the report says of it all: in its sentence of summary, and in tables that judge body by body. */
export function overallOf(report: Report, bodies: NameFinder): Overall {
  const verdicts: Taken<OverallVerdict>[] = [];
  const scorecards: number[] = [];
  for (const { block } of report.all('paragraph')) {
    const sentence = sentencesOf(block.text).find((each) => sums.test(each));
    if (sentence === undefined || verdicts.some(({ value }) => value.text === sentence)) continue;
    // In a chapter of its own it judges that chapter.
    if (verdicts.length > 0) continue;
    verdicts.push(taken(partsOf(sentence), block.place, 'trolig'));
  }
  for (const { index, block } of report.all('table')) {
    const rows = block.rows.flatMap((row): Taken<OverallVerdict>[] => {
      const [first, ...rest] = row;
      const ids = first ? bodies.idsIn(first.text) : [];
      if (!first || ids.length === 0) return [];
      return rest.flatMap((cell, column): Taken<OverallVerdict>[] => {
        const about = block.header[column + 1] ?? '';
        if (!cell || about === '' || !isVerdictAlone(cell.text)) return [];
        return [
          taken({ about: lowered(about), verdict: cell.text.replace(/\.$/, ''), bodies: ids }, [
            first.place,
            cell.place,
          ]),
        ];
      });
    });
    if (rows.length < 2) continue;
    verdicts.push(...rows);
    scorecards.push(index);
  }
  return { verdicts, scorecards };
}

/** What is judged, and how: `den interna kontrollen … inte är tillfredsställande`. */
function partsOf(sentence: string): OverallVerdict {
  const found = verdictIn(sentence);
  const verdict = found?.verdict;
  // What stands between the last `att` and the verb is what is judged, where nothing else stands there.
  const [, about] = /.*\batt ([^,.]{8,160})$/.exec(found?.before ?? '') ?? [];
  return {
    ...(about !== undefined && verdict !== undefined && { about }),
    ...(verdict !== undefined && { verdict }),
    bodies: [],
    text: sentence,
  };
}

function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text[0]?.toLowerCase()}${text.slice(1)}` : text;
}
