// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { guideMarkdown } from './src/site/guide-markdown.ts';
import { archiveIntegration } from './src/site/integration.ts';

export default defineConfig({
  ...(process.env.SITE_URL && { site: process.env.SITE_URL }),
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.OUT_DIR ?? 'dist',
  cacheDir: '.cache/astro',
  trailingSlash: 'always',
  // The default, 'jsx', eats the space between inline elements on different lines.
  compressHTML: true,
  // Nothing stands in a page that the CSP would have to make an exception for (src/hosting/policy.ts); and what many pages share is
  // fetched once.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified(guideMarkdown),
  },
  integrations: [mdx(), archiveIntegration()],
});
