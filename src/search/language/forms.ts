/** What a compound's first part may be a form of, likeliest first: `säkerhets` of säkerhet, `gatu` of gata, `skol` of skola. */
export function wordsOfFirstPart(part: string): readonly string[] {
  return [
    part,
    ...(part.endsWith('s') ? [part.slice(0, -1)] : []),
    ...(/[oue]$/.test(part) ? [`${part.slice(0, -1)}a`] : []),
    ...(/[ae]$/.test(part) ? [part.slice(0, -1)] : []),
    `${part}a`,
    `${part}e`,
  ];
}
