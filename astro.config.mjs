// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { fonts } from './src/site/fonts.ts';
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
  devToolbar: { enabled: false },
  // However short, a script is a file: none stands in a page.
  vite: { build: { assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) } },
  markdown: {
    syntaxHighlight: false,
    processor: unified(guideMarkdown),
  },
  integrations: [mdx(), archiveIntegration()],
  fonts,
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
    },
  },
});
