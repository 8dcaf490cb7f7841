/*
 * What `npm run check` says, a file of tests for each kind of mistake. They run in one process, since most of a process's time here
 * goes to loading the compiler.
 */
import './check/shape.ts';
import './check/yaml.ts';
import './check/files.ts';
import './check/references.ts';
import './check/registers.ts';
import './check/thesaurus.ts';
import './check/parts.ts';
import './check/dates.ts';
import './check/warnings.ts';
import './check/report.ts';
import './check/command.ts';
import './check/advice.ts';
import './check/anything.ts';
