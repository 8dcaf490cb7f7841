import {
  commonHeaders,
  contentTypes,
  contentTypesByName,
  lastingCaching,
  lastingFolders,
  notFoundFile,
  type SiteToServe,
  textTypes,
  usualCaching,
} from './described.ts';

/** Where nginx finds and shows the site. */
export interface NginxServer {
  /** `arkiv.exempel.se`; several with spaces between; `_` for any. */
  readonly serverName: string;
  /** The folder that answers to the root of the host: the built site, or where it has a base path the folder that the path leads from. */
  readonly root: string;
  readonly port: number;
}

/**
 * A configuration of plain nginx, 1.18 or later, to stand in `sites-available` or `conf.d`. It serves over HTTP; certbot adds HTTPS to it.
 *
 * Headers are added in one place: in nginx a block that adds one of its own loses all those around it.
 */
export function nginxConfig(site: SiteToServe, { serverName, root, port }: NginxServer): string {
  const { base } = site.home;
  const lasting = lastingFolders.map((segments) => {
    const path = segments.map((segment) => (segment.startsWith(':') ? '[^/]+' : segment)).join('/');
    return `    "~^${escaped(base)}${path}/" ${quoted(lastingCaching)};`;
  });
  return `# Granskningsarkivet. Skriven av: npm run nginx. Kör kommandot igen hellre än att ändra här.

map $uri $granskningsarkivet_caching {
    default ${quoted(usualCaching)};
${lasting.join('\n')}
}

${redirectMap(site)}server {
    listen ${port};
    listen [::]:${port};
    server_name ${serverName};
    root ${quoted(root)};
    server_tokens off;
    absolute_redirect off;

    default_type application/octet-stream;
    types {
${Object.entries(contentTypes)
  .map(([extension, type]) => `        ${type} ${extension};`)
  .join('\n')}
    }
    charset utf-8;
    charset_types ${textTypes.filter((type) => type !== 'text/html').join(' ')};

    gzip on;
    gzip_comp_level 6;
    gzip_min_length 512;
    gzip_proxied any;
    gzip_vary on;
    gzip_types ${[...textTypes.filter((type) => type !== 'text/html'), 'image/svg+xml'].filter(isFirst).join(' ')};

${Object.entries({ ...commonHeaders, 'Cache-Control': '$granskningsarkivet_caching' })
  .map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`)
  .join('\n')}

    error_page 404 ${base}${notFoundFile};
    location = ${base}${notFoundFile} {
        internal;
    }
    location ${base} {
${redirecting(site)}        index index.html;
    }
    # Files for other hosts, and what an editor left.
    location ~ /(?:\\.|_headers$|_redirects$) {
        return 404;
    }
    location ^~ /.well-known/ {
    }
${Object.entries(contentTypesByName)
  .map(
    ([name, type]) => `    location ~ /${escaped(name)}$ {
        types {
        }
        default_type ${type};
    }`,
  )
  .join('\n')}
}
`;
}

function redirectMap({ home: { base }, redirects }: SiteToServe): string {
  if (redirects.length === 0) return '';
  const lines = redirects.map(
    ({ from, to }) => `    ${quoted(base + from.slice(1))} ${quoted(base + to.slice(1))};`,
  );
  // A bucket has to hold the longest address.
  return `map_hash_bucket_size 512;
map $uri $granskningsarkivet_moved {
    default "";
${lines.join('\n')}
}

`;
}

function redirecting({ redirects }: SiteToServe): string {
  if (redirects.length === 0) return '';
  return `        if ($granskningsarkivet_moved) {
            return 301 $granskningsarkivet_moved;
        }
`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isFirst<Item>(item: Item, index: number, items: readonly Item[]): boolean {
  return items.indexOf(item) === index;
}
