export * from './authoring-error.ts';
export { choicesMeant } from './choices.ts';
export { Dialogue, Interrupted } from './dialogue.ts';
export { flagList, reportFromFlags } from './flags.ts';
export { interviewed } from './interview.ts';
export { registerText, withBodies } from './new-entries.ts';
export { draftOf } from './new-report.ts';
export { type Registers, registersIn } from './registers.ts';
export { type FileChange, writeAll } from './write.ts';
