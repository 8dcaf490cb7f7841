import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../fixtures/content.ts';
import { madeUpRecord, plainRecommendations, plainReport } from '../made-up-record.ts';

/** Which pages are built: one for each report, or all that there are. */
export type Pages = 'reports' | 'all';

/** Something that builds a site of the made-up reports, in a folder of its own. */
export interface Contestant {
  readonly name: string;
  /** What it does less than this project, where it does. */
  readonly lacks: string;
  readonly folder: string;
  /** Where the site comes. */
  readonly output: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** The file of a report, from the folder. */
  readonly fileOf: (nth: number) => string;
  /** Takes away all that it has kept from earlier builds. */
  readonly forget: () => void;
}

const node = process.execPath;

/** Exact, so that a table can be made again. */
const rivalPackages = {
  '@11ty/eleventy': '3.1.8',
  '@astrojs/markdown-remark': '7.3.1',
  '@astrojs/mdx': '8.0.2',
  astro: '7.3.5',
  'rehype-stringify': '10.0.1',
  'remark-gfm': '4.0.1',
  'remark-mdx': '3.1.1',
  'remark-parse': '11.0.0',
  'remark-rehype': '11.1.2',
  unified: '11.0.5',
};

/** Installs the rivals where they are not, in a folder of their own; they are no dependencies of the project. */
export function installRivals(workshop: string): void {
  const folder = join(workshop, 'rivals');
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: rivalPackages }, undefined, 2);
  if (existsSync(join(folder, 'node_modules', '@11ty', 'eleventy'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), wanted);
  console.log('Installing the rivals …');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

/** Is Hugo on the machine? It comes with the system: `apt-get install hugo`. */
function hasHugo(): boolean {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * This project and its rivals, each with the same text in a folder below the workshop.
 *
 * @param names those that are wanted; all where it is empty
 */
export function contestants(
  workshop: string,
  reports: number,
  pages: Pages,
  names: readonly string[],
): readonly Contestant[] {
  const makers = { ours, 'eleventy-remark': eleventyRemark, eleventy, hugo, astro };
  return Object.entries(makers)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .filter(([name]) => name !== 'hugo' || hasHugo())
    .map(([, make]) => make(workshop, reports, pages));
}

function ours(workshop: string, reports: number, pages: Pages): Contestant {
  const folder = fresh(workshop, 'ours');
  for (const name of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of madeUpRecord(reports)) write(join(folder, 'content', name), text);
  if (pages === 'reports') keepReportPageAlone(folder);
  return {
    name: 'granskningsarkivet',
    lacks: '',
    folder,
    output: join(folder, 'dist'),
    command: [
      node,
      '--max-old-space-size=12288',
      pages === 'reports' ? 'build-reports.ts' : 'src/cli/build.ts',
    ],
    environment: { CONTENT_DIR: 'content', OUT_DIR: 'dist', SITE_URL: '', BASE_PATH: '/' },
    fileOf: (nth) => join('content', reportFile(nth)),
    forget: () => remove(folder, '.cache', 'dist', '.astro'),
  };
}

/** A copy of the project with one page a report, and neither search nor open data. */
function keepReportPageAlone(folder: string): void {
  const page = 'granskningar/[municipality]/[audit]/index.astro';
  remove(folder, 'src/pages');
  mkdirSync(dirname(join(folder, 'src/pages', page)), { recursive: true });
  cpSync(join(projectRoot, 'src/pages', page), join(folder, 'src/pages', page));
  write(
    join(folder, 'build-reports.ts'),
    `import { build, buildPages } from './src/cli/build.ts';
process.exit((await build(process.cwd(), [buildPages])) ? 0 : 1);
`,
  );
}

function reportFile(nth: number): string {
  return `audits/${plainReport(nth).name}.mdx`;
}

const layout = (title: string, topics: string, content: string) => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="/stil.css"></head>
<body><header><a href="/">Granskningsarkivet</a><nav><a href="/granskningar/">Granskningar</a> <a href="/rekommendationer/">Rekommendationer</a></nav></header>
<main><h1>${title}</h1><ul>${topics}</ul>${content}</main><footer>Granskningsarkivet</footer></body></html>
`;

const lacksOfAll =
  'no check, no relations, states or follow-ups, no components, citations, feeds, JSON, search index or Swedish footnotes';

function lacking(pages: Pages, more: string): string {
  const families =
    pages === 'all' ? 'reports and recommendations alone: no page of a principal, board, rule or list' : '';
  return [more, families, lacksOfAll].filter((part) => part !== '').join('; ');
}

/** Content collections with `glob()`, MDX and remark-gfm, as Astro's own guide has it. */
function astro(workshop: string, reports: number, pages: Pages): Contestant {
  const folder = fresh(workshop, 'astro');
  symlinkSync(join(workshop, 'rivals', 'node_modules'), join(folder, 'node_modules'));
  write(join(folder, 'package.json'), '{ "type": "module" }');
  write(
    join(folder, 'astro.config.mjs'),
    `import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import remarkGfm from 'remark-gfm';
export default {
  integrations: [mdx()],
  cacheDir: '.cache',
  vite: { cacheDir: '.cache/vite' },
  markdown: { syntaxHighlight: false, processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] }) },
};
`,
  );
  write(
    join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
const reports = defineCollection({
  loader: glob({ pattern: '**/*.mdx', base: './content' }),
  schema: z.object({ title: z.string(), municipality: z.string(), year: z.number(), topics: z.array(z.string()) }),
});
export const collections = { reports };
`,
  );
  write(
    join(folder, 'src/pages/granskningar/[...id].astro'),
    `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('reports')).map((report) => ({ params: { id: report.id }, props: { report } }));
}
const { report } = Astro.props;
const { Content } = await render(report);
---
${layout('{report.data.title}', '{report.data.topics.map((topic) => <li>{topic}</li>)}', '<Content />')}`,
  );
  writeReports(folder, 'content', 'mdx', reports, pages);
  return {
    name: 'Astro: glob(), MDX, remark-gfm',
    lacks: lacking(pages, ''),
    folder,
    output: join(folder, 'dist'),
    command: [node, '--max-old-space-size=12288', 'node_modules/astro/bin/astro.mjs', 'build', '--silent'],
    environment: { ASTRO_TELEMETRY_DISABLED: '1' },
    fileOf: (nth) => join('content', `${plainReport(nth).name}.mdx`),
    forget: () => remove(folder, '.cache', 'dist', '.astro'),
  };
}

const eleventyLayout = `const page = ${JSON.stringify(layout('@title', '@topics', '@content'))};
export const render = ({ title, topics, content }) =>
  page
    .replaceAll('@title', () => title)
    .replace('@topics', () => topics.map((topic) => '<li>' + topic + '</li>').join(''))
    .replace('@content', () => content);
`;

function eleventyWith(
  workshop: string,
  reports: number,
  pages: Pages,
  parser: { readonly name: string; readonly folder: string; readonly config: string; readonly lacks: string },
): Contestant {
  const folder = fresh(workshop, parser.folder);
  symlinkSync(join(workshop, 'rivals', 'node_modules'), join(folder, 'node_modules'));
  write(join(folder, 'package.json'), '{ "type": "module" }');
  write(join(folder, 'eleventy.config.js'), parser.config);
  write(join(folder, 'input/_includes/report.11ty.js'), eleventyLayout);
  write(join(folder, 'input/granskningar/granskningar.json'), '{ "layout": "report.11ty.js" }');
  writeReports(folder, 'input/granskningar', 'md', reports, pages);
  return {
    name: parser.name,
    lacks: lacking(pages, parser.lacks),
    folder,
    output: join(folder, 'dist'),
    command: [node, '--max-old-space-size=12288', 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    environment: {},
    fileOf: (nth) => join('input/granskningar', `${plainReport(nth).name}.md`),
    forget: () => remove(folder, '.cache', 'dist'),
  };
}

const folders = "dir: { input: 'input', output: 'dist' }, markdownTemplateEngine: false";

function eleventyRemark(workshop: string, reports: number, pages: Pages): Contestant {
  return eleventyWith(workshop, reports, pages, {
    name: 'Eleventy with the same remark plugins',
    folder: 'eleventy-remark',
    lacks: '',
    config: `import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkRehype).use(rehypeStringify).freeze();
export default function (config) {
  config.setLibrary('md', { set() {}, disable() {}, render: (text) => String(processor.processSync(text)) });
  return { ${folders} };
}
`,
  });
}

function eleventy(workshop: string, reports: number, pages: Pages): Contestant {
  return eleventyWith(workshop, reports, pages, {
    name: 'Eleventy with its own parser',
    folder: 'eleventy',
    lacks: 'no MDX and no footnotes',
    config: `export default function () {\n  return { ${folders} };\n}\n`,
  });
}

function hugo(workshop: string, reports: number, pages: Pages): Contestant {
  const folder = fresh(workshop, 'hugo');
  write(
    join(folder, 'config.toml'),
    'baseURL = "/"\ntitle = "Granskningsarkivet"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404"]\npublishDir = "dist"\n',
  );
  write(
    join(folder, 'layouts/_default/single.html'),
    layout('{{ .Title }}', '{{ range .Params.topics }}<li>{{ . }}</li>{{ end }}', '{{ .Content }}'),
  );
  writeReports(folder, 'content/granskningar', 'md', reports, pages);
  return {
    name: 'Hugo (Debian)',
    lacks: lacking(pages, 'no MDX'),
    folder,
    output: join(folder, 'dist'),
    command: ['hugo', '--quiet'],
    environment: {},
    fileOf: (nth) => join('content/granskningar', `${plainReport(nth).name}.md`),
    forget: () => remove(folder, 'dist', 'resources'),
  };
}

function writeReports(folder: string, below: string, ending: string, reports: number, pages: Pages): void {
  for (let nth = 0; nth < reports; nth += 1) {
    const all = [plainReport(nth), ...(pages === 'all' ? plainRecommendations(nth) : [])];
    for (const { name, markdown } of all) write(join(folder, below, `${name}.${ending}`), markdown);
  }
}

function fresh(workshop: string, name: string): string {
  const folder = join(workshop, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function remove(folder: string, ...names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
