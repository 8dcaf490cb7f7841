/** Names as a Swedish register orders them: å, ä and ö last. */
export const swedishOrder = new Intl.Collator('sv');
