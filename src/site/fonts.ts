import { fontProviders } from 'astro/config';

/** Unicode ranges of the font files' subsets. Source: `unicode.json` of the @fontsource-variable packages. */
const latin = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+0304',
  'U+0308',
  'U+0329',
  'U+2000-206F',
  'U+20AC',
  'U+2122',
  'U+2191',
  'U+2193',
  'U+2212',
  'U+2215',
  'U+FEFF',
  'U+FFFD',
] as const;
const latinExtended = [
  'U+0100-02BA',
  'U+02BD-02C5',
  'U+02C7-02CC',
  'U+02CE-02D7',
  'U+02DD-02FF',
  'U+1D00-1DBF',
  'U+1E00-1E9F',
  'U+1EF2-1EFF',
  'U+2020',
  'U+20A0-20AB',
  'U+20AD-20C0',
  'U+2113',
  'U+2C60-2C7F',
  'U+A720-A7FF',
] as const;

type Subset = 'latin' | 'latin-ext';

function faces(family: 'source-serif-4' | 'source-sans-3', subset: Subset) {
  const face = (style: 'normal' | 'italic') => ({
    src: [`@fontsource-variable/${family}/files/${family}-${subset}-wght-${style}.woff2`] as [string],
    weight: '200 900',
    style,
    // An italic face is too seldom on a first screen to be preloaded, and too short a run of text to move a line.
    display: style === 'normal' ? ('optional' as const) : ('swap' as const),
    unicodeRange: [...(subset === 'latin' ? latin : latinExtended)] as [string, ...string[]],
  });
  return { variants: [face('normal'), face('italic')] as [ReturnType<typeof face>, ReturnType<typeof face>] };
}

/**
 * The `fonts` of astro.config.mjs. An upright face that has not come when a page is first painted waits for the next page, so that
 * no line moves under a reader's eyes; styles/substitutes.css has what stands in for it. The extended subsets are families of their
 * own, without fallbacks, so that the preloads of the upright faces fetch the Latin subset alone and the extended ones are fetched
 * only for a name that needs them.
 */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: 'Source Serif 4',
    cssVariable: '--font-serif',
    fallbacks: ['Source Serif Substitute', 'serif'],
    optimizedFallbacks: false,
    options: faces('source-serif-4', 'latin'),
  },
  {
    provider: fontProviders.local(),
    name: 'Source Sans 3',
    cssVariable: '--font-sans',
    fallbacks: ['Source Sans Substitute', 'sans-serif'],
    optimizedFallbacks: false,
    options: faces('source-sans-3', 'latin'),
  },
  {
    provider: fontProviders.local(),
    name: 'Source Serif 4 Extended',
    cssVariable: '--font-serif-extended',
    fallbacks: [],
    options: faces('source-serif-4', 'latin-ext'),
  },
  {
    provider: fontProviders.local(),
    name: 'Source Sans 3 Extended',
    cssVariable: '--font-sans-extended',
    fallbacks: [],
    options: faces('source-sans-3', 'latin-ext'),
  },
];
