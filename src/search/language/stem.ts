import { folded } from './fold.ts';
import { isAcronym, piecesOf } from './forms.ts';

/*
 * What a Swedish word is searched as. Two forms of a word have the same stem, and so have words derived from each other as granska
 * and granskning are. A stem is a name for them and need not be a word. It is made by rules alone, so that the browser and the build
 * come to the same. It keeps å, ä and ö, since värde is not vård.
 */

/** Words whose forms no ending explains. The first is their stem. */
const irregular: ReadonlyMap<string, string> = new Map(
  [
    'bok böcker böckerna boken',
    'stad städer städerna staden',
    'land länder länderna landet',
    'man män männen mannen mäns männens mannens',
    'sjö sjön sjöar sjöarna sjöns',
    'miljö miljön miljöns miljöer miljöerna',
    'hand händer händerna handen',
    'tand tänder tänderna',
    'fot fötter',
    'natt nätter',
    'barn barnen barnet barnens',
    'ledamot ledamoten ledamöter ledamöterna ledamöternas ledamots',
    'konto kontot konton kontona kontots',
    'få fick fått får fås',
    'läs läst läste lästes lästs',
    'gå gick gått går gås',
    'gör göra gjorde gjort gjorts görs göras gjorda',
    'se ser såg sett ses sågs',
    'ge ger gav gett ges gavs getts gavs',
    'stå står stod stått',
    'säg säga säger sade sagt sägs',
    'vet veta visste vetat',
    'skriv skriver skriva skrev skrivit skrivs skrivna skrivet skriven skrevs',
    'liten mindre små lilla litet minst',
    'bra bättre bäst',
    'dålig sämre sämst dåligt dåliga',
    'gammal gamla gammalt',
    'äldre äldst äldres äldsta',
    'ung unga yngre yngst',
    'slutsats slutsatsen slutsatser slutsatserna slutsatsens slutsatsers',
    'insats insatsen insatser insatserna insatsens insatsers insatsernas',
    'närvaro närvaron',
    'frånvaro frånvaron',
    'mobbning mobba mobbad mobbade mobbas mobbningen',
  ].flatMap((forms) => {
    const [stem = '', ...others] = forms.split(' ');
    // A short form without its dots may be another word: får, far.
    return [stem, ...others].flatMap((form) =>
      (form.length > 4 ? [form, folded(form)] : [form]).map((key) => [key, stem] as const),
    );
  }),
);

/** Endings of nouns and verbs made from verbs, which are taken off once: kopiering, kopiera. */
const derived = listed(
  'ationernas ationerna ationens ationers ationen ationer ations ation',
  'eringarnas eringarna eringens eringars eringen eringar erings ering',
  'erande erades erats erade erats erad erat eras erar era',
);

/** Other endings, taken off again and again. */
const endings = listed(
  'ningarnas ningarna ningens ningars ningen ningar nings ning',
  'ingarnas ingarna ingens ingars ingen ingar ings ing',
  'andes ande endenas endena endets enden endet endes ende',
  'ornas orna orns orn ors or arnas arna arens aren ares are ars ar ernas erna ers er',
  'ades ade ats ats ad at ast aste as',
  'ans an ens en ets et es e a',
);
/** As those, where more is left: samband has no -andet. */
const longEndings = listed('andenas andena andets anden andet');

/** Forms that keep what stands here. */
const kept: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/(?<=..)het(?:ernas|erna|ers|ens|en|er|s)$/, 'het'],
  [/lig(?:ast|are|en|a|t)?$/, 'lig'],
  [/(?<=..)ig(?:ast|are|a|t)$/, 'ig'],
  [/(?<=int|ext|mod)ern(?:as?|t)$/, 'ern'],
  [/(?<=..)elns?$/, 'el'],
  [/(?<=...)skt$/, 'sk'],
  [/(?<=..)(iv|ern)t$/, '$1'],
  [/skilt$/, 'skild'],
  [/jun(?:s)?$/, 'ju'],
  [/(?<=.)(ll|öm|ör|yr|lj|äv|öv|äl)(?:des?|das?|d|ta|ts?)$/, '$1'],
  [/(?<=..)änt$/, 'änd'],
];

const shortest = 3;
const rounds = 5;

function listed(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(' ')).toSorted((a, b) => b.length - a.length);
}

/** The stem of a word without hyphens. A word with digits is its own. */
export function stemOf(word: string): string {
  let stem = word.toLowerCase();
  const known = irregular.get(stem);
  if (known !== undefined) return known;
  if (/[^\p{L}]/u.test(stem)) return stem;
  for (let round = 0; round < rounds && stem.length > shortest; round += 1) {
    const withoutDerived = without(stem, derived, shortest);
    if (withoutDerived !== undefined) return contracted(withoutDerived);
    const shorter = shortened(stem, round === 0 ? shortest : shortest + 1);
    if (shorter === stem) break;
    stem = shorter;
  }
  return stem;
}

/** @param least how many letters an ending must leave: what is left of an ending already taken may only look like one */
function shortened(word: string, least: number): string {
  if (/(?:het|lig)$/.test(word)) return word;
  for (const [ending, instead] of kept) if (ending.test(word)) return word.replace(ending, instead);
  const rest = without(word, longEndings, shortest + 2) ?? without(word, endings, least);
  if (rest !== undefined) return rest;
  if ((word.length > 4 && /[^s]s$/.test(word)) || /[lmrtv]s$/.test(word)) return word.slice(0, -1);
  if (word.length > 4 && /[yi]n$/.test(word)) return word.slice(0, -1);
  return contracted(word);
}

function without(word: string, list: readonly string[], least: number): string | undefined {
  for (const ending of list) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= least && /[aeiouyåäöé]/.test(rest)) return rest;
  }
  return undefined;
}

/** Numret and nummer, regler and regel, vattnet and vatten: what comes and goes before an ending is left out. */
function contracted(word: string): string {
  if (word.length > shortest) {
    if (/[bcdfgkmpstv]r$/.test(word)) return word.slice(0, -1);
    if (/[gk]l$/.test(word)) return word.slice(0, -1);
  }
  if (word.length > shortest + 1) {
    if (/[bfgkmpsv]el$/.test(word)) return word.slice(0, -2);
    if (/[bfgkmpsv]l$/.test(word)) return word.slice(0, -1);
    if (/[dgkst]n$/.test(word)) return word.slice(0, -1);
  }
  return word.length > shortest && /([mn])\1$/.test(word) ? word.slice(0, -1) : word;
}

/** The stem of a word as it is written, hyphens and all. An abbreviation is its own. */
export function stemOfWritten(word: string): string {
  return isAcronym(word) ? word.toLowerCase() : stemOf(piecesOf(word).join(''));
}
