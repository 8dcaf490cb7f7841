// Runs before every command, on whatever Node the machine has (20 or later): installs what is missing, once.
// Plain JavaScript, since an older Node cannot read TypeScript and nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const stamp = join(root, 'node_modules', '.granskningsarkivet-install');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const bundledNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installerar det som behövs (första gången, en minut eller två) …');
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional packages, and not every registry serves them.
  // Nothing that we depend on needs its install script; not running them is safer. Dependencies for tests are wanted too.
  const install = spawnSync(
    'npm',
    [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (install.status !== 0) {
    console.error('Installationen misslyckades. Kontrollera att npm når sitt paketförråd, och försök igen.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const version = existsSync(bundledNode)
  ? spawnSync(bundledNode, ['--version'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }).stdout.trim()
  : process.version;
const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Arkivet behöver Node 22.18 eller senare, men här finns ${version}, och någon egen Node följer inte med för ${process.platform} ${process.arch}.`,
  );
  console.error('Installera Node 24 från https://nodejs.org och försök igen.');
  process.exit(1);
}
