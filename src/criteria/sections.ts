import type { CodeOf, criterionDivisions } from '../schemas/index.ts';

type Division = CodeOf<typeof criterionDivisions>;

/** A part of a legal act or rule, as its division reads the key that an author wrote. */
export interface SectionReference {
  readonly kind: 'chapter' | 'section' | 'article';
  /** As authors write it: `6:7`, `6`, `7`, `5.1f`. */
  readonly key: string;
  /** The chapter's key, for a section in a chapter. */
  readonly chapter?: string;
  /** As readers see it: `6 kap. 7 §`, `6 kap.`, `7 §`, `artikel 5.1 f`. */
  readonly label: string;
  /** The last part of its address: `6-kap-7`, `6-kap`, `7`, `art-5-1-f`. */
  readonly slug: string;
}

/**
 * What a key means in a criterion that is divided so, or `undefined` where the criterion has no such parts: `6:7` needs chapters,
 * `5.1f` needs articles.
 */
export function sectionReference(key: string, division: Division): SectionReference | undefined {
  switch (division) {
    case 'chapters':
      return chapterOrSection(key);
    case 'sections': {
      const match = /^(\d+)([a-z])?$/.exec(key);
      if (!match) return undefined;
      const number = spaced(match[1], match[2]);
      return { kind: 'section', key, label: `${number} §`, slug: number.replace(' ', '-') };
    }
    case 'articles': {
      const match = /^(\d+)(?:\.(\d+))?([a-z])?$/.exec(key);
      if (!match) return undefined;
      const paragraph = match[2] === undefined ? match[1] : `${match[1]}.${match[2]}`;
      const number = spaced(paragraph, match[3]);
      return {
        kind: 'article',
        key,
        label: `artikel ${number}`,
        slug: `art-${number.replace(/[ .]/g, '-')}`,
      };
    }
    case 'undivided':
      return undefined;
  }
}

function chapterOrSection(key: string): SectionReference | undefined {
  const match = /^(\d+)([a-z])?(?::(\d+)([a-z])?)?$/.exec(key);
  if (!match) return undefined;
  const chapter = spaced(match[1], match[2]);
  const chapterSlug = `${chapter.replace(' ', '-')}-kap`;
  if (match[3] === undefined) return { kind: 'chapter', key, label: `${chapter} kap.`, slug: chapterSlug };
  const section = spaced(match[3], match[4]);
  return {
    kind: 'section',
    key,
    chapter: `${match[1]}${match[2] ?? ''}`,
    label: `${chapter} kap. ${section} §`,
    slug: `${chapterSlug}-${section.replace(' ', '-')}`,
  };
}

function spaced(number = '', letter: string | undefined): string {
  return letter === undefined ? number : `${number} ${letter}`;
}

/** The order of the text: chapters and sections by number, then letter; a chapter before its sections. */
export function compareSectionKeys(a: string, b: string): number {
  const left = a.match(/\d+|[a-z]+/g) ?? [];
  const right = b.match(/\d+|[a-z]+/g) ?? [];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = Number(part) - Number(other);
    if (Number.isNaN(difference) ? part !== other : difference !== 0) {
      return Number.isNaN(difference) ? (part < other ? -1 : 1) : difference;
    }
  }
  return left.length - right.length;
}
