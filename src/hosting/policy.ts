import { createHash } from 'node:crypto';
import { layerOrder } from '../styles/layer-order.ts';

/*
 * What a page may load and run: files of the site itself, and nothing that stands in the page but the order of the layers. It is the same
 * whatever is built, so that a host can say it once.
 */

const orderHash = `'sha256-${createHash('sha256').update(layerOrder).digest('base64')}'`;

/** Pagefind's search is WebAssembly; nothing can be evaluated as script. */
const wasm = "'wasm-unsafe-eval'";

function policy(scripts: readonly string[], more: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "worker-src 'self'",
    `style-src 'self' ${orderHash}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...more,
  ].join('; ');
}

/** What a page says of itself, in a `<meta>`: for a host that sets no headers, and no more than that page needs. */
export function pagePolicy(runs?: 'wasm'): string {
  return policy(["'self'", ...(runs === 'wasm' ? [wasm] : [])]);
}

/**
 * What a host says of every file, in a header. It is the search page's and the scripts' too, and says who may show a page within their own,
 * which a `<meta>` cannot: nobody.
 */
export const sitePolicy = policy(["'self'", wasm], ["frame-ancestors 'none'"]);
