import { nginxRules } from '../redirects/index.ts';
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
  // nginx takes HTML to be among both by itself, and warns where it is told.
  const listed = textTypes.filter((type) => type !== 'text/html').join(' ');
  return `# Granskningsarkivet. Skriven av: npm run nginx. Kör kommandot igen hellre än att ändra här.

map $uri $granskningsarkivet_caching {
    default ${quoted(usualCaching)};
${lasting.join('\n')}
}

server {
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
    charset_types ${listed};

    gzip on;
    gzip_comp_level 6;
    gzip_min_length 512;
    gzip_proxied any;
    gzip_vary on;
    gzip_types ${listed};

${Object.entries({ ...commonHeaders, 'Cache-Control': '$granskningsarkivet_caching' })
  .map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`)
  .join('\n')}

    error_page 404 ${base}${notFoundFile};
    location = ${base}${notFoundFile} {
        internal;
    }
    location ${base} {
        index index.html;
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
${nginxRules(site, base).replaceAll(/^(?=.)/gm, '    ')}}
`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
