import type { Claim, Grade, ShownState } from '../schemas/index.ts';

/** The family of squares. See `Mark.astro` for how each is drawn. */
export type MarkShape =
  | 'filled'
  | 'three-quarters'
  | 'half'
  | 'hatched'
  | 'heavy'
  | 'dotted'
  | 'struck'
  | 'dot'
  | 'dash'
  | 'dots'
  | 'outlined-filled'
  | 'outlined-hatched'
  | 'outlined-dotted'
  | 'outlined-empty';

const shapeByGrade = {
  met: 'filled',
  'mostly-met': 'three-quarters',
  'partly-met': 'half',
  'not-met': 'heavy',
  other: 'dot',
  'not-assessable': 'dash',
  ungraded: 'dots',
} as const satisfies Record<Grade, MarkShape>;

export function shapeOfGrade(grade: Grade): MarkShape {
  return shapeByGrade[grade];
}

/** A claim that nobody has verified is the shape of what it claims, in outline. */
const shapeByState = {
  implemented: 'filled',
  'mostly-implemented': 'three-quarters',
  'partly-implemented': 'half',
  'in-progress': 'hatched',
  'not-implemented': 'heavy',
  obsolete: 'struck',
  'not-assessed': 'dash',
  'not-followed-up': 'dotted',
  'claimed-done': 'outlined-filled',
  'claimed-in-progress': 'outlined-hatched',
  'claimed-planned': 'outlined-dotted',
  'claimed-nothing': 'outlined-empty',
} as const satisfies Record<ShownState, MarkShape>;

export function shapeOfState(state: ShownState): MarkShape {
  return shapeByState[state];
}

export function shapeOfClaim(claim: Claim): MarkShape {
  return shapeByState[`claimed-${claim}`];
}
