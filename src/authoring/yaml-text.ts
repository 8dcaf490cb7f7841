import { stringify } from 'yaml';

/** A value as YAML on one line, in quotation marks where YAML would read it as something else. */
export function oneLine(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}
