/*
 * What scripts of pages take from the HTML that they came with.
 */

/**
 * The first element within another that a selector matches.
 *
 * @throws where the page has none: then the page and its script do not belong together
 */
export function found(within: ParentNode, selector: string): HTMLElement {
  const element = within.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

/**
 * A copy of what is in the first template that a selector matches.
 *
 * @throws where the page has no such template, or an empty one
 */
export function copied(within: ParentNode, selector: string): HTMLElement {
  const template = within.querySelector<HTMLTemplateElement>(`template${selector}`);
  const copy = template?.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The page has no template ${selector}.`);
  return copy;
}
