import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Audit, type CheckedContent, checkedContent } from '../../src/archive/index.ts';
import { compilerRoot, projectRoot } from '../fixtures/content.ts';

export const realContentDir = join(projectRoot, 'content');

let read: CheckedContent | undefined;

/** The record itself, read and checked once in a process. */
export function realContent(): CheckedContent {
  read ??= checkedContent(realContentDir, compilerRoot());
  return read;
}

/** An audit of the record, by its id. */
export function realAudit(id: string): Audit {
  const audit = realContent().archive?.audits.find((candidate) => candidate.id === id);
  assert.ok(audit, `${id} is not in the record`);
  return audit;
}
