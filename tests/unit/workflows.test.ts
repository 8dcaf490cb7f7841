import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../fixtures/content.ts';

/*
 * The workflows of GitHub Actions, as files: what they may do, what they run, and that the scripts they run are there.
 */

const step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z
    .string()
    .regex(/^actions\/[a-z-]+(?:\/[a-z]+)?@v\d+$/)
    .optional(),
  with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  'working-directory': z.string().optional(),
});

const access = z.partialRecord(z.enum(['contents', 'pages', 'id-token']), z.enum(['read', 'write']));

/** As much of GitHub's syntax as these use. Source: "Workflow syntax for GitHub Actions". */
const workflow = z.strictObject({
  name: z.string(),
  on: z.partialRecord(z.enum(['pull_request', 'push', 'workflow_dispatch']), z.unknown()),
  permissions: access,
  concurrency: z.strictObject({
    group: z.string(),
    'cancel-in-progress': z.union([z.boolean(), z.string()]),
  }),
  env: z.record(z.string(), z.string()).optional(),
  jobs: z.record(
    z.string(),
    z.strictObject({
      if: z.string().optional(),
      needs: z.string().optional(),
      'runs-on': z.literal('ubuntu-24.04'),
      'timeout-minutes': z.number(),
      permissions: access.optional(),
      environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
      steps: z.array(step.refine(({ uses, run }) => (uses === undefined) !== (run === undefined))),
    }),
  ),
});

const files = {
  check: '.github/workflows/check.yml',
  publish: '.github/workflows/publish.yml',
  own: 'src/pages/guide/eget-arkiv/_arkivet.yml',
} as const;

const read = (name: keyof typeof files) => {
  const source = readFileSync(join(projectRoot, files[name]), 'utf8');
  // In GitHub's YAML, as in YAML 1.2, `on` is a word.
  return { source, ...workflow.parse(parse(source)) };
};
const expression = (text: string) => `$\{{ ${text} }}`;
const commandsOf = ({ jobs }: ReturnType<typeof read>) =>
  Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
const stepsOf = ({ jobs }: ReturnType<typeof read>) => Object.values(jobs).flatMap(({ steps }) => steps);

describe('The workflows', () => {
  for (const name of Object.keys(files) as (keyof typeof files)[]) {
    test(`${files[name]} may read the code and no more, but where it publishes`, () => {
      const { permissions, jobs } = read(name);
      assert.deepEqual(permissions, { contents: 'read' });
      for (const [job, { permissions }] of Object.entries(jobs)) {
        const writes = Object.entries(permissions ?? {}).filter(([, level]) => level === 'write');
        assert.deepEqual(
          writes.map(([what]) => what),
          job === 'deploy' ? ['pages', 'id-token'] : [],
        );
      }
    });

    test(`${files[name]} runs scripts that are there`, () => {
      const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
      const commands = commandsOf(read(name));
      assert.ok(commands.length > 0);
      for (const command of commands) {
        const script = /^npm (?:run (?:--silent )?)?([a-z:]+)/.exec(command)?.[1] ?? '';
        assert.ok(script in scripts, command);
      }
    });

    test(`${files[name]} keeps what has been compiled`, () => {
      const caches = stepsOf(read(name)).filter(({ uses }) => uses?.startsWith('actions/cache'));
      assert.equal(caches.length, 1);
      assert.match(String(caches[0]?.with?.path), /(?:^|\/)\.cache$/);
      assert.ok(String(caches[0]?.with?.key).startsWith(String(caches[0]?.with?.['restore-keys'])));
    });

    test(`${files[name]} takes no words of strangers into a command`, () => {
      for (const command of commandsOf(read(name))) assert.doesNotMatch(command, /\$\{\{/);
    });
  }

  test('a pull request is checked for what GitHub shows at its lines, built, and tested', () => {
    const check = read('check');
    assert.deepEqual(Object.keys(check.on), ['pull_request']);
    assert.deepEqual(commandsOf(check), [
      'npm run --silent check -- --format=github',
      'npm run build',
      'npm test',
    ]);
  });

  for (const name of ['publish', 'own'] as const) {
    test(`${files[name]} builds for the address that GitHub Pages gives, and publishes what was built`, () => {
      const { on, jobs } = read(name);
      assert.deepEqual(on.push, { branches: ['main'] });
      const steps = jobs.build?.steps ?? [];
      const build = steps.find(({ run }) => run === 'npm run build');
      assert.deepEqual(build?.env, {
        SITE_URL: expression('steps.pages.outputs.origin'),
        BASE_PATH: `${expression('steps.pages.outputs.base_path')}/`,
      });
      const folder = build?.['working-directory'];
      const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'));
      assert.equal(upload?.with?.path, folder === undefined ? 'dist' : `${folder}/dist`);
      assert.equal(jobs.deploy?.needs, 'build');
    });
  }

  test('an archive of its own is checked before it is built, and a pull request publishes nothing', () => {
    const own = read('own');
    assert.match(own.env?.CONTENT_DIR ?? '', /\/content$/);
    assert.deepEqual(commandsOf(own), ['npm run --silent check -- --format=github', 'npm run build']);
    const published = "github.event_name != 'pull_request'";
    assert.equal(own.jobs.deploy?.if, published);
    for (const { uses, if: condition } of stepsOf(own)) {
      if (/configure-pages|upload-pages/.test(uses ?? '')) assert.equal(condition, published);
    }
  });
});
