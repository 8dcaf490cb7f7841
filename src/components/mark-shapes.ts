import type { Grade } from '../schemas/index.ts';

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
  | 'dots';

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
