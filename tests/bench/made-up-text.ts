/*
 * Sentences of the length and kind that auditors write, made up of parts by a number: the same number gives the same text.
 */

/** Numbers from 0 up to 1, the same ones for the same seed. Source: Mulberry32, by Tommy Ettinger. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const actors = words(
  'Nämnden|Förvaltningen|Verksamheten|Styrelsen|Enheten|Ledningen|Avdelningen|Stödfunktionen|Controllern|Systemförvaltaren|Enhetschefen|Arbetsgruppen|Samordnaren|Kansliet',
);
const verbs = words(
  'saknar|har inte beslutat om|följer inte upp|bör ta fram|dokumenterar inte|tillämpar|har påbörjat|prövar inte|bör säkerställa|redovisar|känner inte till|har reviderat|överväger|behöver stärka',
);
const beginnings = words(
  'ärende|behörighets|upphandlings|avtals|arkiv|delegations|lokal|fordons|intern|risk|kris|jour|placerings|handläggnings|anmälnings|utbildnings|rekryterings|attest|faktura|projekt|journal|inköps|bidrags|tillsyns|underhålls|miljö|avvikelse|synpunkts|system|informations',
);
const ends = words(
  'rutiner|planer|kontroller|uppföljning|dokumentation|styrning|redovisning|hantering|analyser|anvisningar|processer|bedömningar|prövning|ansvar|granskning|förteckningar|beskrivningar|register',
);
const conditions = words(
  'trots att det krävs enligt riktlinjerna|vilket bekräftas i intervjuerna|och stickproven visar samma sak|utan att skälen framgår|sedan föregående granskning|i de enheter som besökts|enligt den senaste redovisningen|när ansvaret byter händer|under hela det granskade året|i merparten av de prövade ärendena|fast frågan har tagits upp flera gånger|så att arbetet kan prövas i efterhand',
);

/** A speaker who says the same things each time. */
export class MadeUpSpeech {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /** A compound with its ends joined: `behörighetskontroller`. */
  compound(): string {
    return this.one(beginnings) + this.one(ends);
  }

  sentence(): string {
    const share = Math.floor(this.#random() * 100);
    const tail = share < 8 ? `i ${share + 2} % av fallen` : this.one(conditions);
    return `${this.one(actors)} ${this.one(verbs)} ${this.compound()} för ${this.compound()}, ${tail}.`;
  }

  sentences(count: number): string {
    return Array.from({ length: count }, () => this.sentence()).join(' ');
  }

  one<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.#random() * items.length)] ?? items[0];
  }
}

function words(text: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = text.split('|');
  return [first, ...rest];
}
