import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';

/** Where Debian, Ubuntu, macOS and Windows put a Chromium or Chrome of their own. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const isRoot = process.getuid?.() === 0;

/** The Chromium to use: `CHROMIUM_PATH`, Playwright's own, or the machine's; `undefined` where there is none. */
function browserPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemBrowsers].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/**
 * Sees to it that there is a browser: one that is there, else Playwright's download, else the system's package.
 *
 * @param what needs it, as the message says
 * @throws if none can be had, saying what to do
 */
export function ensureBrowser(what = 'Proven'): void {
  if (browserPath() !== undefined) return;
  console.log('Ingen webbläsare hittades. Försöker hämta Chromium …');
  run('playwright', ['install', 'chromium']);
  if (browserPath() === undefined && isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (browserPath() === undefined) {
    throw new Error(
      `${what} behöver Chromium, som varken finns eller kunde hämtas. Installera Chromium eller Google Chrome ` +
        '(på Debian: sudo apt-get install chromium), eller ange sökvägen i CHROMIUM_PATH.',
    );
  }
}

/** A headless Chromium. Close it after use. */
export async function launchedBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    // Chromium refuses to run its sandbox as root.
    args: isRoot ? ['--no-sandbox'] : [],
  });
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}
