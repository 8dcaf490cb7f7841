import { build } from './build.ts';
import { preview } from './preview.ts';

// A tool that starts the server must not have it slip into the background.
process.env.ASTRO_PREVIEW_BACKGROUND = '0';

if (await build()) await preview();
else process.exit(1);
