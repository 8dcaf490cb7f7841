import type { ComponentName } from './types.ts';

/** What an author may write as an attribute; `true` where it must be there. */
type Attributes = Readonly<Record<string, { readonly required: boolean }>>;

const optional = { required: false };
const required = { required: true };

/** The components that stand alone at the top level of a text. */
export const blockComponents: Readonly<Record<ComponentName, Attributes>> = {
  Questions: {},
  Findings: { area: optional },
  Recommendations: { to: optional },
  Criteria: {},
  Measures: { system: optional },
  Samples: { system: optional },
  FollowUps: {},
  Sources: {},
  Figure: { src: required, alt: required, caption: optional },
};

/** The components that stand in running text. */
export const inlineComponents: Readonly<Record<'Cite', Attributes>> = {
  Cite: { criterion: required, section: optional },
};

export const componentNames: readonly string[] = [
  ...Object.keys(blockComponents),
  ...Object.keys(inlineComponents),
];
