import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxConfig, siteToServe } from '../hosting/index.ts';
import { didYouMean } from '../problems/index.ts';

/** What scripts can tell apart: written; could not be written; wrong flags. */
const exitCodes = { written: 0, refused: 1, misused: 2 } as const;

const usualFile = 'granskningsarkivet.nginx.conf';

const help = `npm run nginx skriver en konfiguration för nginx. Flaggor skrivs efter --:

  npm run nginx -- --domain arkiv.exempel.se --root /var/www/granskningsarkivet

  --domain   värdnamnet som webbplatsen svarar på. Utan flaggan svarar den på alla
  --root     mappen på servern där den byggda webbplatsen ligger. Har den en sökväg (BASE_PATH) är det mappen som
             sökvägen utgår från: ligger webbplatsen i /var/www/html/arkiv skrivs --root /var/www/html
  --port     porten, 80 om inget sägs
  --out      filen som skrivs, ${usualFile} om inget sägs`;

/** Writes nginx's configuration to a file. Gives the exit code. */
function nginxCommand(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return exitCodes.written;
  }
  const { fault, domain, root, port, out } = settingsIn(args);
  if (fault !== undefined) {
    console.error(`${fault}\nInget har skrivits. npm run nginx -- --help visar alla flaggor.`);
    return exitCodes.misused;
  }
  let config: string;
  try {
    config = nginxConfig(siteToServe(), { serverName: domain, root, port: Number(port) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return exitCodes.refused;
  }
  try {
    writeFileSync(out, config);
  } catch (error) {
    console.error(`${out} kunde inte skrivas: ${error instanceof Error ? error.message : error}`);
    return exitCodes.refused;
  }
  console.log(`Skrivet: ${out}

På servern (Debian och Ubuntu):
  1. Lägg innehållet i den byggda webbplatsen i ${root}.
  2. Lägg filen i /etc/nginx/sites-enabled/.
  3. sudo nginx -t && sudo systemctl reload nginx
  4. HTTPS: sudo certbot --nginx${domain === '_' ? '' : ` -d ${domain}`}`);
  return exitCodes.written;
}

interface Settings {
  readonly domain: string;
  readonly root: string;
  readonly port: string;
  readonly out: string;
}

/** What the flags say, and what is wrong with them, in a sentence. */
function settingsIn(args: readonly string[]): Settings & { readonly fault?: string } {
  const settings = { domain: '_', root: resolve(process.env.OUT_DIR ?? 'dist'), port: '80', out: usualFile };
  const names = Object.keys(settings);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });
  for (const token of tokens) {
    const given = token.kind === 'positional' ? token.value : token.kind === 'option' ? token.rawName : '--';
    if (token.kind !== 'option' || !names.includes(token.name)) {
      const suggestion = didYouMean(
        given,
        names.map((name) => `--${name}`),
      );
      return { ...settings, fault: [`"${given}" hör inte hemma här.`, suggestion].filter(Boolean).join(' ') };
    }
    if (token.value === undefined || token.value === '') {
      return { ...settings, fault: `${given} saknar ett värde.` };
    }
    Object.assign(settings, { [token.name]: token.value });
  }
  const fault = faultIn(settings);
  return fault === undefined ? settings : { ...settings, fault };
}

function faultIn({ domain, root, port }: Settings): string | undefined {
  if (!/^[\w.*-]+(?: [\w.*-]+)*$/.test(domain)) {
    return `"${domain}" är inget värdnamn. Skriv det utan https:// och snedstreck: arkiv.exempel.se.`;
  }
  if (!root.startsWith('/') || /[\n$"]/.test(root)) {
    return `"${root}" är ingen mapp på en server. Skriv hela sökvägen: /var/www/granskningsarkivet.`;
  }
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) return `"${port}" är ingen port.`;
  return undefined;
}

process.exitCode = nginxCommand(process.argv.slice(2));
