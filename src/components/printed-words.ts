/** Do printed words open with a label, so that a reader need not see both? "Delvis" says "Delvis uppfyllt". */
export function opensWithLabel(printed: string, label: string): boolean {
  const words = printed.trim().toLocaleLowerCase('sv');
  const whole = label.trim().toLocaleLowerCase('sv');
  return words.startsWith(whole) || whole.startsWith(`${words} `);
}
