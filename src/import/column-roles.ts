/** What a column of a table is for, as reports head them. */
export type ColumnRole =
  | 'observation'
  | 'assessment'
  | 'question'
  | 'verdict'
  | 'comment'
  | 'recommendation'
  | 'addressee'
  | 'area'
  | 'number';

const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'observation',
    /^(?:våra |gjorda |väsentliga )?(?:iakttagelse(?:r|n)?|observation(?:er)?|avvikelse(?:r)?)$/,
  ],
  [
    'recommendation',
    /^(?:våra |revisionens |vår )?(?:rekommendation(?:er)?|åtgärdsförslag|förslag till åtgärd(?:er)?|förbättringsområden?|förbättringsförslag)$/,
  ],
  [
    'question',
    /^(?:revisionsfråg(?:a|or|orna)|delfråg(?:a|or)|kontrollmål(?:en)?|kontrollfråg(?:a|or)|granskningsmål|fråg(?:a|or|eställning(?:ar)?)|granskad fråga|kontrollmoment|granskningsfråg(?:a|or))$/,
  ],
  [
    'verdict',
    /^(?:svar|betyg|utfall|uppfyllt\??|uppfylld\??|uppfyllelse|grad av uppfyllelse|måluppfyllelse|omdöme|slutsats|resultat|status|nivå)$/,
  ],
  ['assessment', /^(?:vår |våra |revisionens |samlad |revisionell )?bedömning(?:ar|en)?$/],
  [
    'comment',
    /^(?:kommentar(?:er)?|motivering(?:ar)?|motiv|förklaring|underlag|grund för bedömning(?:en)?|skäl)$/,
  ],
  [
    'addressee',
    /^(?:nämnd(?:er)?(?:\/styrelse)?|ansvarig(?: nämnd)?|adressat|mottagare|riktas till|till|granskad nämnd|styrelse\/nämnd|bolag|nämnd\/bolag|berörd nämnd)$/,
  ],
  ['area', /^(?:område|granskningsområde|delområde|avsnitt)$/],
  ['number', /^(?:nr\.?|nummer|#|id|prioritet|prio|risk)$/],
];

/** What a column with this heading holds, if it says. */
export function columnRole(heading: string): ColumnRole | undefined {
  const words = heading
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[:.*]+$/, '')
    .trim();
  return roles.find(([, pattern]) => pattern.test(words))?.[0];
}

/**
 * The headings of columns that stand after one another on a line without a gap, as in text that was taken out of a PDF: `Iakttagelse
 * Bedömning`. Nothing where the line is anything else.
 */
export function headingsInLine(line: string): readonly string[] | undefined {
  const words = line.trim().split(/\s+/);
  if (words.length < 2 || words.length > 8) return undefined;
  const found = parted(words);
  return found && found.length > 1 ? found : undefined;
}

function parted(words: readonly string[]): readonly string[] | undefined {
  if (words.length === 0) return [];
  for (let length = Math.min(4, words.length); length > 0; length--) {
    const heading = words.slice(0, length).join(' ');
    if (!/^\p{Lu}/u.test(heading) || !columnRole(heading)) continue;
    const rest = parted(words.slice(length));
    if (rest) return [heading, ...rest];
  }
  return undefined;
}
