import type { Problem } from './problem.ts';

/**
 * Characters that are not seen but change what is: control characters but tab and newline, those that turn the direction of a text
 * so that it reads otherwise than it stands, invisible ones that hide words from search and from the check for personal identity
 * numbers, and code points that are none. A soft hyphen and what joins or parts letters in other scripts are let through. Source:
 * UAX #9, UTS #55.
 */
const hidden = /(?![\t\n\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

/** What is said of the first hidden character in a text, if it has one. */
export function hiddenCharacterIn(
  text: string,
): { readonly index: number; readonly message: string; readonly mend: string } | undefined {
  const match = hidden.exec(text);
  if (!match) return undefined;
  const code = match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return {
    index: match.index,
    message: `Här står ett osynligt styrtecken (U+${code}).`,
    mend: 'Det följer ofta med text som klistrats in från en PDF. Skriv om stället för hand.',
  };
}

/** A problem on each line of a file where a hidden character stands. */
export function hiddenCharacterProblems(file: string, text: string): readonly Problem[] {
  if (!hidden.test(text)) return [];
  return text.split('\n').flatMap((row, index) => {
    const found = hiddenCharacterIn(row);
    if (!found) return [];
    const { message, mend } = found;
    return [{ file, line: index + 1, severity: 'error', rule: 'styrtecken', message, mend }];
  });
}
