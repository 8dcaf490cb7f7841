/** Does a kommun's, region's or federation's code have the right form? Source: SCB's codes; Skatteverket SKV 709. */

/** The ten digits' control digit (Luhn, mod 10), as in organisation numbers and personal identity numbers. */
export function hasValidControlDigit(tenDigits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...tenDigits].entries()) {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** An organisation number: ten digits, the third at least 2, with a valid control digit; the hyphen is optional. */
export function isOrganisationNumber(text: string): boolean {
  const digits = text.replace('-', '');
  return /^\d{2}[2-9]\d{7}$/.test(digits) && hasValidControlDigit(digits);
}
