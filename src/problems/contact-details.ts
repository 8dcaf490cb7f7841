/** An address or number by which a private person may be reached, as it stands in a text. */
export interface ContactDetail {
  readonly kind: 'e-post' | 'telefon';
  readonly found: string;
  readonly index: number;
}

/** Words in an address that is an office's and not a person's. */
const office =
  /^(?:info|kontakt|kommun(?:en)?|region(?:en)?|registrator|diarium|diariet|kansli(?:et)?|revision(?:en)?|stadsrevisionen|revisor(?:erna|skontoret)?|post|myndighetspost|brevlada|kundtjanst|kundcenter|kontaktcenter|dataskydd(?:sombud)?|dso|press|support|webb?master|service|reception|forvaltning(?:en)?|namnd(?:en)?|arkiv(?:et)?|imy|digg|noreply|no-reply)(?:[._-].*)?$/i;
const officeEnding =
  /(?:namnd(?:en)?|forvaltning(?:en)?|kontor(?:et)?|kansli(?:et)?|styrelsen|revision(?:en)?|kommun|region)$/i;

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,20}/gu;
/** A Swedish number with its area code, or +46: eight to eleven digits, grouped by spaces or hyphens. */
const phone =
  /(?<![\p{L}\p{N}/:._-])(?:(?:\+|00)46[ -]?(?:\(0\)[ -]?)?|0)[1-9]\d{0,2}(?:[-–/ ]|\) ?| - )?\d{2,3}(?:[ -]?\d{2,3}){1,3}(?![\p{N}/:])/gu;

/**
 * E-mail addresses and telephone numbers in a Swedish text that may be a private person's, in order. An address that begins or ends
 * with the name of an office is none of a person's; every telephone number may be.
 */
export function contactDetailsIn(text: string): readonly ContactDetail[] {
  const found: ContactDetail[] = [];
  for (const { 0: address, index } of text.matchAll(email)) {
    const [name = ''] = address.normalize('NFKD').replace(/\p{M}/gu, '').split('@');
    if (!office.test(name) && !officeEnding.test(name)) found.push({ kind: 'e-post', found: address, index });
  }
  for (const { 0: number, index } of text.matchAll(phone)) {
    const digits = number
      .replace(/^(?:\+|00)46/, '0')
      .replace('(0)', '')
      .replace(/\D/g, '');
    const isWritten = /[-–/ ]/.test(number) || /^(?:0|\+46|0046)7/.test(number);
    if (isWritten && digits.length >= 8 && digits.length <= 11)
      found.push({ kind: 'telefon', found: number, index });
  }
  return found.toSorted((a, b) => a.index - b.index);
}
