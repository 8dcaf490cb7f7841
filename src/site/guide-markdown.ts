import remarkGfm from 'remark-gfm';
import { withReportApparatus } from '../reports/index.ts';

/** How the guide's MDX becomes HTML, for `unified()` in astro.config.mjs: GFM, with tables and footnotes as in a report. */
export const guideMarkdown = {
  gfm: false,
  smartypants: false,
  remarkPlugins: [remarkGfm],
  // Without a prefix the footnotes' ids are those that the report's apparatus knows.
  remarkRehype: { clobberPrefix: '' },
  rehypePlugins: [() => withReportApparatus],
};
