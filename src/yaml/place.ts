/** What a report's parts are called in messages: `recommendations[3]` with the id r4 is "rekommendation r4". */
const partNames: ReadonlyMap<string, string> = new Map([
  ['areas', 'område'],
  ['answers', 'svar'],
  ['bodies', 'nämnd'],
  ['chapters', 'kapitel'],
  ['criteria', 'kriterium'],
  ['criticisms', 'kritik'],
  ['findings', 'iakttagelse'],
  ['followsUp', 'uppföljning'],
  ['measures', 'mätvärde'],
  ['parts', 'del'],
  ['people', 'person'],
  ['questions', 'fråga'],
  ['recommendations', 'rekommendation'],
  ['responsesRequested', 'begärt svar'],
  ['samples', 'stickprov'],
  ['scales', 'skala'],
  ['sections', 'paragraf'],
  ['sources', 'källa'],
  ['silence', 'silence'],
  ['verdicts', 'omdöme'],
]);

/**
 * Where in a file's data a value stands, as an author would say it: `rekommendation r4, to` for `recommendations.3.to.0`. A part
 * with an id is named by it, another by its place in the list, from 1.
 */
export function placeName(path: readonly PropertyKey[], data: unknown): string {
  const names: string[] = [];
  let value: unknown = data;
  for (const [index, step] of path.entries()) {
    const list = value;
    value = valueIn(value, step);
    if (typeof step === 'number') {
      const listName = index > 0 ? String(path[index - 1]) : '';
      const partName = partNames.get(listName);
      const id = valueIn(value, 'id');
      const isLastOfTexts = index === path.length - 1 && typeof value !== 'object';
      if (isLastOfTexts && listName) continue;
      if (listName) names.pop();
      const noun = partName ?? (listName || 'post');
      names.push(
        typeof id === 'string'
          ? `${noun === 'post' ? '' : `${noun} `}${id}`
          : `${noun} ${Array.isArray(list) ? step + 1 : step}`,
      );
    } else {
      names.push(String(step));
    }
  }
  return names.join(', ');
}

/** What stands at a path in read data, or `undefined`. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(valueIn, data);
}

function valueIn(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<PropertyKey, unknown>>)[step];
}
