import { citationGrammar, type CitableAct } from '../../criteria/index.ts';
import { CitationTokens, folded, stemOfWritten, stopWords, wholeToken, wordsIn } from '../language/index.ts';
import { type Analysis, analysed, type Term } from './analyse.ts';
import { Dictionary } from './dictionary.ts';
import type { Manifest, PlacesFile, StoredRecord, TextsFile } from './files.ts';
import { PostingIndex } from './postings.ts';
import { parsedQuery } from './query.ts';
import { type Ranked, ranked, withNeighbours } from './rank.ts';
import { Store } from './store.ts';
import type { ClientOptions } from './types.ts';

/** prototype wiring, to be replaced */
export class RankedSearch {
  store: Store; manifest: Manifest; index: PostingIndex; dictionary: Dictionary; places: PlacesFile;
  constructor(store: Store, manifest: Manifest, index: PostingIndex, dictionary: Dictionary, places: PlacesFile) { this.store=store; this.manifest=manifest; this.index=index; this.dictionary=dictionary; this.places=places; }
  static async open(o: ClientOptions & { load: (a: string) => Promise<unknown> }) {
    const store = new Store(o); const manifest = await store.manifest();
    return new RankedSearch(store, manifest, await PostingIndex.open(store, manifest, o.load), new Dictionary(store, manifest), await store.file<PlacesFile>(`${manifest.shards[0]!.folder}/places.json`));
  }
  async find(typed: string): Promise<{ places: readonly number[]; analysis: Analysis }> {
    const parsed = parsedQuery(typed);
    let text = parsed.text; const cites: Term[] = []; const named = new Map<string,string[]>(); const blank: [number,number][]=[];
    {
      const acts = await this.store.file<readonly CitableAct[]>(this.manifest.acts);
      const tokens = new CitationTokens(acts);
      for (const c of citationGrammar(acts).citationsIn(text, { isQuery: true })) {
        const toks = tokens.ofQuery(c); if (!toks.length) continue;
        const w = text.slice(...c.span);
        if (!c.citation.parts.length && this.manifest.actNames.includes(w.toLowerCase())) { named.set(w.toLowerCase(), toks.map(t=>t.exactly)); continue; }
        for (const t of toks) cites.push({ ways: [{tokens:[t.exactly],weight:1}, ...(t.unnamed?[{tokens:[t.unnamed],weight:.6}]:[]), ...t.wider.map((x,i)=>({tokens:[x],weight:i===t.wider.length-1?.3:.45, isFallback:true as const}))], isFaint: false, stems: [] });
        for (const [a,b] of [c.span, ...c.partSpans]) blank.push([a,b]);
      }
      for (const [a,b] of blank) text = text.slice(0, a) + ' '.repeat(b - a) + text.slice(b);
    }
    const analysis = await analysed(text, this.dictionary, named);
    const terms = [...cites, ...analysis.terms];
    let result: readonly Ranked[] = terms.length ? await ranked(terms, this.index, this.manifest.shards.reduce((n,x)=>n+x.records,0)) : [];
    for (const phrase of parsed.phrases) {
      const toks = await Promise.all(wordsIn(phrase).filter(({word})=>!stopWords.has(word.toLowerCase())).map(async ({ word }) => { const k = await this.dictionary.word(stemOfWritten(word)); return k ? wholeToken(k.stems) : wholeToken([stemOfWritten(word)]); }));
      const found = [...await this.index.having(toks)].sort((a, b) => b[1].score - a[1].score).slice(0, 300);
      const recs = await this.records(found.map((f) => f[0]));
      const p = folded(phrase).replace(/\s+/g, ' ');
      const lit = found.filter((_, i) => ` ${folded(recs[i]!.title + ' ' + recs[i]!.text).replace(/[^\p{L}\p{N}-]+/gu, ' ')} `.includes(` ${p.replace(/[^\p{L}\p{N}-]+/gu, ' ')} `));
      result = (lit.length ? lit : found).map(([place, {score}]) => ({ place, score, hasAll: true }));
    }
    if (!process.env.NOFILL) result = withNeighbours(result, (p) => { let a = 0; for (const n of this.places.groups) { if (p < a + n) return [a, a + n - 1]; a += n; } return [p, p]; });
    return { places: result.map((r) => r.place), analysis: { ...analysis, terms } };
  }
  async records(places: readonly number[]): Promise<readonly StoredRecord[]> {
    return Promise.all(places.map(async (place) => {
      let first = 0;
      for (const [n, size] of this.places.texts.entries()) {
        if (place < first + size) { const f = await this.store.file<TextsFile>(`${this.manifest.shards[0]!.folder}/t${n}.json`); return f.records[place - first]!; }
        first += size;
      }
      throw new Error();
    }));
  }
}
