import { columnRole } from '../column-roles.ts';
import { essence, type Report, type Standing, type Taken, taken } from '../report.ts';
import type { Cell, Place, Table } from '../source-text.ts';
import { isVerdictAlone, verdictAtStart, verdictIn } from './verdict-words.ts';

export interface FoundAnswer {
  /** As printed: `Delvis`. */
  readonly verdict?: string;
  readonly text?: string;
}

export interface FoundQuestion {
  readonly text: Taken<string>;
  readonly label?: string;
  readonly answers: readonly Taken<FoundAnswer>[];
}

export interface Questions {
  readonly questions: readonly FoundQuestion[];
  /** Blocks in which questions stand beside their answers, and that `<Questions />` stands for. */
  readonly tables: readonly number[];
}

const heading =
  /revisionsfråg|kontrollmål|frågeställning|delfråg|granskningsmål|kontrollfråg|granskningsfråg|^frågor|syfte och/i;
const leadIn =
  /(?:revisionsfråg|kontrollmål|frågeställning|delfråg|granskningsmål|kontrollfråg|granskningsfråg|följande frågor|frågor (?:ska|har)|besvara|svar på)[^.?]*:$/i;

/** The questions that the report was to answer, with the answers. */
export function questionsOf(report: Report): Questions {
  const asked = askedIn(report);
  const tables: number[] = [];
  const inTables: { question: Cell; label?: string; answer: Taken<FoundAnswer> | undefined }[] = [];
  for (const { index, block } of report.all('table')) {
    const rows = answeredIn(block);
    if (rows.length === 0) continue;
    tables.push(index);
    inTables.push(...rows);
  }
  const questions = asked.map((question): FoundQuestion => {
    const answers = inTables.filter(({ question: cell }) => isSame(cell.text, question.text.value));
    const found = answers.flatMap(({ answer }) => answer ?? []);
    const later = found.length > 0 ? [] : answerInText(report, question);
    return { ...question, answers: [...found, ...later].slice(0, 1) };
  });
  for (const { question, label, answer } of inTables) {
    const known = questions.some(({ text }) => isSame(text.value, question.text));
    const words = labelled(question.text);
    if (!known) {
      questions.push({
        text: taken(words.text, question.place, asked.length === 0 ? 'säker' : 'trolig'),
        ...((words.label ?? label) !== undefined && { label: words.label ?? label ?? '' }),
        answers: answer ? [answer] : [],
      });
    }
  }
  return { questions, tables };
}

/** `Kontrollmål 3`, where a question is printed with it. */
function labelled(text: string): { readonly label?: string; readonly text: string } {
  const [, label, words] =
    /^((?:revisionsfråga|kontrollmål|fråga|delfråga|kontrollfråga|granskningsmål|granskningsfråga)\s*\d{1,2})\s*[:.–-]?\s+(\S.*)$/i.exec(
      text,
    ) ?? [];
  if (label !== undefined && words !== undefined) return { label, text: words };
  const [, number, rest] = /^(\d{1,2}|[a-h](?=\)))[.)]\s+(\S.*)$/.exec(text) ?? [];
  return number !== undefined && rest !== undefined ? { label: number, text: rest } : { text };
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [essence(labelled(a).text), essence(labelled(b).text)];
  return (
    left === right ||
    (Math.min(left.length, right.length) > 40 && (left.startsWith(right) || right.startsWith(left)))
  );
}

/** Questions as they are set out: in their own part, or after a sentence that announces them. */
function askedIn(report: Report): readonly Omit<FoundQuestion, 'answers'>[] {
  const found: Omit<FoundQuestion, 'answers'>[] = [];
  const add = (text: string, place: Place, confidence: 'säker' | 'trolig', label?: string) => {
    const parts = labelled(text);
    if (found.some((question) => isSame(question.text.value, parts.text))) return;
    const printed = parts.label ?? label;
    found.push({
      text: taken(parts.text, place, confidence),
      ...(printed !== undefined && { label: printed }),
    });
  };
  for (const [index, { block, under }] of report.standing.entries()) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue;
    const announcement = announcementBefore(report, index);
    const title = under.at(-1)?.title ?? '';
    const isAnnounced = announcement !== undefined && leadIn.test(announcement);
    if (!isAnnounced && !heading.test(title)) continue;
    if (/sammanfatt|svar|bedömning/i.test(title) && !isAnnounced) continue;
    const isQuestion = /\?$/.test(block.text);
    if (block.kind === 'item') {
      const isGoal = isAnnounced && /kontrollmål|granskningsmål/i.test(announcement ?? title);
      const isAsked = isQuestion || /^(?:om|att|huruvida|hur|vilka?|finns|har|är|sker)\b/i.test(block.text);
      if (
        isQuestion ||
        isGoal ||
        (isAnnounced && isAsked) ||
        (/kontrollmål|granskningsmål/i.test(title) && !isAnnounced)
      ) {
        add(block.text, block.place, isQuestion ? 'säker' : 'trolig');
      }
    } else if (isQuestion && block.text.length < 400 && (isAnnounced || heading.test(title))) {
      for (const question of block.text.match(/[^?]+\?/g) ?? []) {
        const [sentence = ''] = /\p{Lu}[^.!]*\?$/u.exec(question) ?? [];
        if (sentence !== '') add(sentence, block.place, 'trolig');
      }
    }
  }
  return found.length > 0 ? found : listedQuestions(report);
}

/** Where nothing announces questions: the first list in which every item, of two or more, is one. */
function listedQuestions(report: Report): readonly Omit<FoundQuestion, 'answers'>[] {
  for (let start = 0; start < report.standing.length; start++) {
    const rest = report.standing.slice(start);
    const end = rest.findIndex(({ block }) => block.kind !== 'item');
    const items = report
      .all('item')
      .filter(({ index }) => index >= start && index < start + (end < 0 ? rest.length : end));
    if (items.length >= 2 && items.every(({ block }) => /\?$/.test(block.text))) {
      return items.map(({ block: { text, label, place } }) => ({
        text: taken(text, place, 'trolig'),
        ...(label !== undefined && { label }),
      }));
    }
    start += items.length;
  }
  return [];
}

/** The paragraph that announces the list in which an item stands. */
function announcementBefore(report: Report, index: number): string | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const block = report.standing[at]?.block;
    if (!block || block.kind === 'heading' || block.kind === 'table') return undefined;
    if (block.kind === 'paragraph')
      return /\?$/.test(block.text) ? announcementBefore(report, at) : block.text;
  }
  return undefined;
}

/** Rows of a table that has a column for questions and one for answers. */
function answeredIn(
  table: Table,
): readonly { question: Cell; label?: string; answer: Taken<FoundAnswer> | undefined }[] {
  const roles = table.header.map(columnRole);
  const questionAt = roles.indexOf('question');
  const others = roles.flatMap((role, index) =>
    role === 'verdict' || role === 'assessment' || role === 'comment' ? [index] : [],
  );
  if (questionAt < 0 || others.length === 0) return [];
  const numberAt = roles.indexOf('number');
  return table.rows.flatMap((row) => {
    const question = row[questionAt];
    if (!question) return [];
    const cells = others.flatMap((index) => row[index] ?? []);
    const label = numberAt < 0 ? undefined : row[numberAt]?.text;
    return [{ question, ...(label !== undefined && { label }), answer: answerFrom(cells) }];
  });
}

/** One answer from the cells beside a question: a verdict, and what is said of it. */
function answerFrom(cells: readonly Cell[]): Taken<FoundAnswer> | undefined {
  const [first] = cells;
  if (!first) return undefined;
  const places = cells.map(({ place }) => place);
  const verdictAt = cells.findIndex(({ text }) => isVerdictAlone(text));
  const verdictCell = cells[verdictAt];
  if (verdictCell) {
    const text = cells
      .filter((cell) => cell !== verdictCell)
      .map((cell) => cell.text)
      .join(' ');
    return taken({ verdict: verdictCell.text.replace(/\.$/, ''), ...(text !== '' && { text }) }, places);
  }
  return answerInWords(cells.map(({ text }) => text).join(' '), places, 'säker');
}

function answerInWords(
  text: string,
  places: readonly Place[],
  confidence: 'säker' | 'trolig',
): Taken<FoundAnswer> {
  const start = verdictAtStart(text);
  if (start)
    return taken(
      { verdict: start.verdict, ...(start.rest !== '' && { text: start.rest }) },
      places,
      confidence,
    );
  const within = verdictIn(text)?.verdict;
  return taken(
    { ...(within !== undefined && { verdict: within }), text },
    places,
    within === undefined ? 'osäker' : 'trolig',
  );
}

/** The answer below a question that stands again, further on: as a heading, an item or a paragraph; or below its label. */
function answerInText(
  report: Report,
  question: Omit<FoundQuestion, 'answers'>,
): readonly Taken<FoundAnswer>[] {
  const asked = question.text.places[0];
  for (const { index, block } of report.standing) {
    if (block.place === asked) continue;
    const title =
      block.kind === 'heading'
        ? block.title
        : 'text' in block && block.kind !== 'footnote'
          ? block.text
          : undefined;
    if (title === undefined) continue;
    const isLabel =
      question.label !== undefined &&
      block.kind === 'heading' &&
      new RegExp(`^${question.label}(?!\\d)`, 'i').test(title);
    const rest = isLabel ? '' : restAfter(title, question.text.value);
    if (!isLabel && rest === undefined) continue;
    if (rest !== undefined && rest !== '') {
      const answer = answerInWords(rest, [block.place], 'trolig');
      if (answer.value.verdict !== undefined) return [answer];
    }
    const answer = answerBelow(report.standing.slice(index + 1));
    if (answer) return [answer];
  }
  return [];
}

/** What stands after a question in the text that begins with it. */
function restAfter(text: string, question: string): string | undefined {
  const plain = labelled(text).text;
  const end = plain.indexOf('?');
  const rest = end < 0 ? '' : plain.slice(end + 1).trim();
  if (rest === '') return isSame(plain, question) ? '' : undefined;
  return plain.toLowerCase().startsWith(question.toLowerCase().slice(0, 40)) ? rest : undefined;
}

/** The first paragraphs up to the next question or part that give a verdict. */
function answerBelow(following: readonly Standing[]): Taken<FoundAnswer> | undefined {
  let isUnderAssessment = false;
  for (const [position, { block }] of following.slice(0, 40).entries()) {
    if (block.kind === 'heading') {
      if (/^(?:iakttagelse|bedömning|vår bedömning|svar|slutsats|revisionens)/i.test(block.title)) {
        isUnderAssessment = !/^iakttagelse/i.test(block.title);
        continue;
      }
      return undefined;
    }
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (/\?$/.test(block.text)) return undefined;
    const start = verdictAtStart(block.text);
    const sentence =
      isUnderAssessment ||
      position < 2 ||
      /^(?:vår bedömning|vi bedömer|den samlade|kontrollmålet|revisionsfrågan|bedömning)/i.test(block.text);
    const within = sentence ? verdictIn(block.text)?.verdict : undefined;
    if (start || within !== undefined) return answerInWords(block.text, [block.place], 'trolig');
  }
  return undefined;
}
