import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HookParameters } from 'astro';
import type { Archive, CheckedContent } from '../../archive/index.ts';
import { writeEditorSchemas } from '../../editor/index.ts';
import { live as words } from '../../i18n/sv-live.ts';
import { problemReport } from '../../problems/index.ts';
import { figureFiles } from '../figures.ts';
import { pageWithoutArchive } from './page-without-archive.ts';
import { askEvent, type Standing, standingEvent, versionMetric } from './standing.ts';

type DevServer = HookParameters<'astro:server:setup'>['server'];
type ArchiveModule = typeof import('../../archive/index.ts');

const archiveModule = fileURLToPath(new URL('../../archive/index.ts', import.meta.url));

/** An editor's save can be several events: one that follows within this time belongs to it. */
const burstInMs = 30;
/** How long what is wrong may be but half a save: a file that is emptied before it is written, or away before it is back. */
const halfSaveInMs = 250;
/** Schemas are for what is typed next: they wait until pages have been shown. */
const schemaDelayInMs = 1_500;

/**
 * The archive of a content folder that is written in, served in development. Pages run in Vite's module graph, and so does the archive that
 * they ask; this reaches it there, so that there is one.
 */
export class LiveServing {
  readonly #server: DevServer;
  readonly #contentDir: string;
  readonly #root: string;
  readonly #startedAt = Date.now();
  #goodCount = 0;
  /** What `check` prints of the content that was told of last. */
  #told: { readonly report: string; readonly isGood: boolean } | undefined;
  /** The archive's module that was asked last. It is another after a change in its code. */
  #asked: ArchiveModule | undefined;
  #reading: Promise<void> | undefined;
  #areSchemasStale = true;
  #burst: NodeJS.Timeout | undefined;
  #halfSave: NodeJS.Timeout | undefined;
  #schemas: NodeJS.Timeout | undefined;

  /**
   * @param contentDir the content folder
   * @param root the project's root folder
   */
  constructor(server: DevServer, contentDir: string, root: string) {
    this.#server = server;
    this.#contentDir = contentDir;
    this.#root = root;
    server.watcher.add(contentDir);
    server.watcher.on('all', (event, path) => {
      if (!this.#isContent(path)) return;
      // Schemas know ids: those in registers, and those that are files' names.
      if (event !== 'change' || path.endsWith('.yaml')) this.#areSchemasStale = true;
      clearTimeout(this.#burst);
      this.#burst = setTimeout(() => this.#refresh(), burstInMs);
    });
    server.environments.client.hot.on(askEvent, (_data, client) =>
      client.send(standingEvent, this.#standing),
    );
    server.middlewares.use((request, response, next) => {
      this.#answered(request, response).then((isAnswered) => {
        if (!isAnswered) next();
      }, next);
    });
    server.httpServer?.on('close', () => {
      for (const timer of [this.#burst, this.#halfSave, this.#schemas]) clearTimeout(timer);
    });
  }

  /** Reads all content, so that it is read when the first page is asked for. */
  async start(): Promise<void> {
    console.log(words.reading);
    await this.#archive();
  }

  get #standing(): Standing {
    return {
      version: `${this.#startedAt}-${this.#goodCount}`,
      ...(this.#told && !this.#told.isGood && { report: this.#told.report }),
    };
  }

  /** What is hidden is no content: the schemas, and files that are being written. */
  #isContent(path: string): boolean {
    const parts = relative(this.#contentDir, path).split(sep);
    return !parts.some((part) => part.startsWith('.'));
  }

  /** The last archive without errors, read if it has not been. */
  async #archive(): Promise<Archive | undefined> {
    const module = await this.#archiveModule();
    if (module !== this.#asked) {
      this.#reading ??= this.#refresh().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
    return module.liveArchive().lastGood;
  }

  #archiveModule(): Promise<ArchiveModule> {
    const environment = this.#server.environments.ssr;
    if (!isRunnable(environment)) throw new Error('Astro runs its pages elsewhere than in this process.');
    return environment.runner.import(archiveModule);
  }

  async #refresh(): Promise<void> {
    clearTimeout(this.#halfSave);
    const module = await this.#archiveModule();
    this.#asked = module;
    const { report, isGood, content } = this.#read(module);
    if (content && this.#areSchemasStale) this.#refreshSchemasOf(content);
    if (isGood) {
      this.#goodCount += 1;
      // Astro keeps what getStaticPaths gave until content of its own kind has changed.
      this.#server.environments.ssr.hot.send('astro:content-changed', {});
      this.#tell(report, true);
    } else if (this.#told === undefined) {
      this.#tell(report, false);
    } else {
      this.#halfSave = setTimeout(() => this.#tell(report, false), halfSaveInMs);
    }
  }

  #read({ liveArchive }: ArchiveModule): {
    readonly report: string;
    readonly isGood: boolean;
    readonly content?: CheckedContent['content'];
  } {
    try {
      const { problems, content, archive } = liveArchive().refresh();
      const shownFolder = relative(process.cwd(), this.#contentDir) || '.';
      return {
        report: problemReport(problems, content.fileCount, shownFolder),
        isGood: archive !== undefined,
        content,
      };
    } catch (error) {
      return { report: error instanceof Error ? error.message : String(error), isGood: false };
    }
  }

  /** Tells every open page, and the terminal what it has not been told. */
  #tell(report: string, isGood: boolean): void {
    const isNews = report !== this.#told?.report;
    this.#told = { report, isGood };
    this.#server.environments.client.hot.send(standingEvent, this.#standing);
    if (!isNews) return;
    if (isGood) console.log(report);
    else console.error(report);
  }

  #refreshSchemasOf(content: CheckedContent['content']): void {
    clearTimeout(this.#schemas);
    this.#schemas = setTimeout(() => {
      this.#areSchemasStale = false;
      writeEditorSchemas(content, this.#root);
    }, schemaDelayInMs);
  }

  /** Answers what Astro is not to: a report's figures, and pages when there is no archive to show. */
  async #answered(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { base } = this.#server.config;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) return false;
    const path = `/${pathname.slice(base.length)}`;
    if (/\.(?:png|jpe?g|webp|avif)$/i.test(path)) {
      const archive = await this.#archive();
      const file = archive && figureFiles(archive, this.#contentDir).get(decodeURIComponent(path));
      if (file === undefined) return false;
      response.setHeader('cache-control', 'no-store');
      createReadStream(file).pipe(response);
      return true;
    }
    if (!path.endsWith('/')) return false;
    const archive = await this.#archive();
    response.setHeader('server-timing', `${versionMetric};desc="${this.#standing.version}"`);
    if (archive) return false;
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pageWithoutArchive(base));
    return true;
  }
}

/** An environment of Vite's that runs modules in this process. */
interface Runnable {
  readonly runner: { import<Module>(path: string): Promise<Module> };
}

function isRunnable(environment: object): environment is Runnable {
  return 'runner' in environment;
}
