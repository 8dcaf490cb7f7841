/** Words that a report answers a question with, at the beginning of the answer. Those that say more come first. */
const hedge =
  '(?:i huvudsak|i allt väsentligt|i stort(?: sett)?|till (?:viss|stor|övervägande|största) del(?:en)?|delvis|endast delvis|inte (?:fullt ut|helt|alltid|i tillräcklig (?:utsträckning|omfattning))|ej (?:fullt ut|helt)|på en övergripande nivå)';
const fulfilled =
  '(?:uppfyll(?:[tds]|da)|godkänt?|tillräcklig(?:[ta]|t)?|tillfredsställande|ändamålsenlig[ta]?)';
const leading = new RegExp(
  String.raw`^(?:svar|bedömning|vår bedömning|slutsats)?\s*[:–-]?\s*(` +
    [
      `(?:ja|nej)(?:,? (?:men )?(?:endast )?${hedge})?`,
      String.raw`(?:bedöms? )?(?:som )?(?:ej|inte|${hedge})\s+${fulfilled}`,
      hedge,
      fulfilled,
      '(?:kan |går )?(?:ej|inte)(?: att)? (?:bedömas|bedömt|bedöma)|ej granskat|(?:ej|inte) aktuellt',
      'otillräcklig[ta]?|bristfällig[ta]?|(?:mindre |större )?brister|gr[öo]n|gul|röd',
    ].join('|') +
    String.raw`)(?=\s*(?:[.:;–-]|$)|,(?! ${hedge}))[.:;,–-]*\s*`,
  'i',
);

/** The verdict that a text begins with, as printed, and the rest of it. */
export function verdictAtStart(
  text: string,
): { readonly verdict: string; readonly rest: string } | undefined {
  const match = leading.exec(text);
  const verdict = match?.[1];
  return match && verdict !== undefined ? { verdict, rest: text.slice(match[0].length).trim() } : undefined;
}

const within = new RegExp(
  String.raw`(?:(?<!\p{L})(?:är|bedöms?(?: som| vara)?|som|vara|var|har varit|har en)\s+)((?:(?:inte|ej|endast|i allt|i|till)\s+)?(?:(?:${hedge}|fullt ut|helt|huvudsak|väsentligt)\s+)?${fulfilled})(?!\p{L})`,
  'iu',
);

/**
 * The verdict that a sentence gives, and what stands before its verb: `inte tillfredsställande` in `Vi bedömer att kontrollen inte är
 * tillfredsställande`.
 */
export function verdictIn(
  sentence: string,
): { readonly verdict: string; readonly before: string } | undefined {
  const match = within.exec(sentence);
  const [, words] = match ?? [];
  if (!match || words === undefined) return undefined;
  const before = sentence.slice(0, match.index).trimEnd();
  const [, adverb] = new RegExp(String.raw`(?:^|\s)(inte|ej|${hedge})$`, 'i').exec(before) ?? [];
  return adverb === undefined
    ? { verdict: words, before }
    : { verdict: `${adverb} ${words}`, before: before.slice(0, -adverb.length).trimEnd() };
}

/** A cell that holds a verdict and nothing more. */
export function isVerdictAlone(text: string): boolean {
  return text.split(/\s+/).length <= 5 && verdictAtStart(text)?.rest === '';
}
