import { didYouMean } from '../problems/index.ts';
import type { Vocabulary } from '../schemas/index.ts';
import { type Choice, choicesMeant } from './choices.ts';
import type { Dialogue } from './dialogue.ts';

const mostShown = 40;
/** So many are shown before anything is typed. */
const fewEnough = 12;

/** A line of text, asked for until it has no fault. Enter gives `otherwise`, where there is one. */
export async function askedText(
  dialogue: Dialogue,
  question: string,
  {
    fault,
    otherwise,
  }: { readonly fault?: (value: string) => string | undefined; readonly otherwise?: string } = {},
): Promise<string> {
  const suffix = otherwise ? ` [${otherwise}]: ` : ': ';
  for (;;) {
    const answer = (await dialogue.ask(`${question}${suffix}`)) || otherwise;
    if (answer === '') return '';
    const found = answer === undefined ? 'Det behövs ett svar.' : fault?.(answer);
    if (found === undefined && answer !== undefined) return answer;
    dialogue.say(`  ${found}`);
  }
}

/** Ja or nej; Enter gives `otherwise`. */
export async function askedYes(dialogue: Dialogue, question: string, otherwise: boolean): Promise<boolean> {
  for (;;) {
    const answer = (await dialogue.ask(`${question} ${otherwise ? '[J/n]' : '[j/N]'} `)).toLowerCase();
    if (answer === '') return otherwise;
    if (['j', 'ja', 'n', 'nej'].includes(answer)) return answer.startsWith('j');
    dialogue.say('  Svara j eller n.');
  }
}

/** A word of a vocabulary, by its number in a list or by itself; Enter gives `otherwise`. */
export async function askedWord(
  dialogue: Dialogue,
  question: string,
  vocabulary: Vocabulary,
  otherwise: string,
): Promise<string> {
  const words = vocabulary.map(({ word }) => word);
  dialogue.say(`\n${question}:`);
  for (const [index, { word, label }] of vocabulary.entries()) {
    const meaning = label.toLowerCase() === word.toLowerCase() ? '' : ` – ${label}`;
    dialogue.say(`  ${String(index + 1).padStart(2)}  ${word}${meaning}`);
  }
  for (;;) {
    const answer = (await dialogue.ask(`Nummer eller ord [${otherwise}]: `, words)).toLowerCase();
    if (answer === '') return otherwise;
    const word = words[Number(answer) - 1] ?? words.find((each) => each.toLowerCase() === answer);
    if (word !== undefined) return word;
    dialogue.say(`  ${didYouMean(answer, words) ?? `Skriv ett nummer från 1 till ${words.length}.`}`);
  }
}

export interface ChoiceQuestion<Chosen extends Choice> {
  readonly question: string;
  readonly choices: readonly Chosen[];
  /** What they are called, with the article of the one that is not there: "ingen nämnd". */
  readonly none: string;
  /** Asks for a new one; without it only what is there can be chosen. Typed is what was looked for. */
  readonly make?: (typed: string) => Promise<Chosen>;
}

/**
 * One of the choices, or a new one; `undefined` for Enter. What is typed may be a part of its name, or its number in the last list,
 * which a few choices stand in from the beginning.
 *
 * @param list what was last shown, in this question and those before it about the same
 */
export async function askedChoice<Chosen extends Choice>(
  dialogue: Dialogue,
  { question, choices, none, make }: ChoiceQuestion<Chosen>,
  list: { shown?: readonly Chosen[] } = {},
): Promise<Chosen | undefined> {
  const show = (found: readonly Chosen[]) => {
    list.shown = found.slice(0, mostShown);
    for (const [index, { name, id }] of list.shown.entries()) {
      dialogue.say(`  ${String(index + 1).padStart(2)}  ${name} (${id})`);
    }
    const more = found.length - list.shown.length;
    if (more > 0) dialogue.say(`      … och ${more} till; skriv en del av namnet.`);
    if (found.length === 0) dialogue.say('      Registret är tomt.');
  };
  if (list.shown === undefined && choices.length > 0 && choices.length <= fewEnough) {
    dialogue.say(`\n${question}:`);
    show(choices);
  }
  for (;;) {
    const typed = await dialogue.ask(
      `${question}: `,
      choices.map(({ name }) => name),
    );
    if (typed === '') return undefined;
    if (typed === '?') {
      show(choices);
      continue;
    }
    if (typed.startsWith('+') && make) return make(typed.slice(1).trim());
    const numbered = /^\d{1,2}$/.test(typed) ? list.shown?.[Number(typed) - 1] : undefined;
    const meant = numbered ? [numbered] : choicesMeant(typed, choices);
    const [one] = meant;
    if (one && meant.length === 1) {
      dialogue.say(`  → ${one.name} (${one.id})`);
      return one;
    }
    if (meant.length > 1) {
      show(meant);
      continue;
    }
    const near = didYouMean(
      typed,
      choices.map(({ name }) => name),
    );
    dialogue.say(`  Det finns ${none} i registret som passar ”${typed}”.${near ? ` ${near}` : ''}`);
    if (make && (await askedYes(dialogue, '  Lägga till i registret?', false))) return make(typed);
  }
}

/** Choices until Enter, none of them twice. */
export async function askedChoices<Chosen extends Choice>(
  dialogue: Dialogue,
  asked: ChoiceQuestion<Chosen>,
): Promise<readonly Chosen[]> {
  const chosen: Chosen[] = [];
  const list = {};
  for (;;) {
    const question = chosen.length === 0 ? asked.question : 'En till, eller Enter';
    const next = await askedChoice(dialogue, { ...asked, question }, list);
    if (next === undefined) return chosen;
    if (chosen.some(({ id }) => id === next.id)) dialogue.say(`  ${next.name} är redan med.`);
    else chosen.push(next);
  }
}
