import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText, yearOf } from '../archive/index.ts';
import {
  auditorKinds,
  auditTypes,
  bodyForms,
  criterionDivisions,
  criterionKinds,
  identifier,
  identifierFrom,
  isOrganisationNumber,
  line,
  type PlainDate,
  principalKinds,
  renditions,
} from '../schemas/index.ts';
import { dateFault, faultBy, questionFault, slugFault, slugFrom, titleFault, yearFault } from './answers.ts';
import type { Choice } from './choices.ts';
import type { Dialogue } from './dialogue.ts';
import { type NewBody, type RegisterFolder, registerFile, registerText, withBodies } from './new-entries.ts';
import { draftOf, type NewReport, reportFile } from './new-report.ts';
import { askedChoice, askedChoices, askedText, askedWord, askedYes } from './questions.ts';
import type { AuditorChoice, MunicipalityChoice, Registers } from './registers.ts';
import type { FileChange } from './write.ts';

const firmsAndOffices = auditorKinds.filter(({ code }) => code !== 'elected-auditors');

const lineFault = (value: string) => faultBy(line(), value);

/**
 * Asks for a new report, and for what it refers to that is in no register yet. Nothing is written.
 *
 * @returns every file to write; `undefined` if the author does not want to
 */
export function interviewed(
  dialogue: Dialogue,
  registers: Registers,
  today: PlainDate,
): Promise<readonly FileChange[] | undefined> {
  return new Interview(dialogue, registers, today).changes();
}

class Interview {
  readonly #dialogue: Dialogue;
  readonly #registers: Registers;
  readonly #today: PlainDate;
  /** New files of registers, by name. The municipality's own is made last, when its bodies are known. */
  readonly #files = new Map<string, string>();
  readonly #newBodies: NewBody[] = [];
  #newMunicipality: Readonly<Record<string, string>> | undefined;

  constructor(dialogue: Dialogue, registers: Registers, today: PlainDate) {
    this.#dialogue = dialogue;
    this.#registers = registers;
    this.#today = today;
  }

  async changes(): Promise<readonly FileChange[] | undefined> {
    const dialogue = this.#dialogue;
    dialogue.say(
      'En ny granskning. Där ett register har svaren räcker en del av namnet: Tabb fyller i, ? visar alla och + lägger till en ny.',
    );
    dialogue.say('Enter hoppar över det som får vara tomt. Ctrl-C avbryter, och då skrivs ingenting.\n');
    const municipality = await this.#municipality();
    const report = await this.#report(municipality);
    const changes = [...this.#registerChanges(municipality), draftOf(report, yearOf(this.#today))];
    dialogue.say('\nDet här skrivs:');
    for (const { name, before } of changes) {
      dialogue.say(`  ${name}${before === undefined ? '' : ' (ändras)'}`);
    }
    return (await askedYes(dialogue, 'Ska det skrivas?', true)) ? changes : undefined;
  }

  async #report(municipality: MunicipalityChoice): Promise<NewReport> {
    const dialogue = this.#dialogue;
    const { systems, criteria, topics } = this.#registers;
    const title = await askedText(dialogue, 'Rapportens titel', { fault: titleFault });
    const year = await askedText(dialogue, 'Det granskade året', {
      fault: (value) => yearFault(value, this.#today),
      otherwise: String(yearOf(this.#today)),
    });
    const published = await askedText(
      dialogue,
      'När gavs den ut, t.ex. 2026-11 (Enter om det inte är klart)',
      {
        fault: (value) => dateFault(value, this.#today, year),
        otherwise: '',
      },
    );
    const type = await askedWord(dialogue, 'Vad för slags granskning är det', auditTypes, 'granskning');
    const rendition = await askedWord(dialogue, 'Hur återges texten', renditions, 'original');
    dialogue.say('');
    const auditors = this.#auditorsOf(municipality);
    const commissionedBy = await askedChoice(dialogue, {
      question: 'De förtroendevalda revisorerna',
      choices: auditors.filter(({ isElected }) => isElected),
      none: 'ingen revisor',
      make: (typed) => this.#auditor(typed, municipality, 'förtroendevalda revisorer'),
    });
    const experts = await askedChoices(dialogue, {
      question: 'Byrå eller kontor som gjorde granskningen',
      choices: auditors.filter(({ isElected }) => !isElected),
      none: 'ingen revisor',
      make: (typed) => this.#auditor(typed, municipality),
    });
    const bodies = await askedChoices(dialogue, {
      question: 'Granskad nämnd',
      choices: municipality.bodies,
      none: 'ingen nämnd',
      make: (typed) => this.#body(typed, municipality),
    });
    const audited = await askedChoices(dialogue, {
      question: 'Granskat system',
      choices: systems,
      none: 'inget system',
      make: (typed) => this.#system(typed),
    });
    const yardsticks = await askedChoices(dialogue, {
      question: 'Lag eller annat kriterium',
      choices: criteria,
      none: 'inget kriterium',
      make: (typed) => this.#criterion(typed),
    });
    const subjects = await askedChoices(dialogue, { question: 'Ämne', choices: topics, none: 'inget ämne' });
    const questions: string[] = [];
    for (;;) {
      const question = await askedText(
        dialogue,
        questions.length === 0 ? 'Revisionsfråga' : 'En till, eller Enter',
        { fault: questionFault, otherwise: '' },
      );
      if (question === '') break;
      questions.push(question);
    }
    const report = {
      title,
      municipality: municipality.id,
      year: Number(year),
      ...(published !== '' && { published }),
      type,
      rendition,
      bodies: idsOf(bodies),
      ...(commissionedBy && { commissionedBy: commissionedBy.id, publisher: commissionedBy.name }),
      experts: idsOf(experts),
      systems: idsOf(audited),
      topics: idsOf(subjects),
      criteria: idsOf(yardsticks),
      questions,
    };
    const suggested = slugFrom(title);
    const slug = await askedText(dialogue, `Filens namn och adress: ${year}-…`, {
      fault: (value) => {
        const file = reportFile({ ...report, slug: value }, yearOf(this.#today));
        return (
          slugFault(value) ?? (this.#isTaken(file) ? `${file} finns redan; välj ett annat namn.` : undefined)
        );
      },
      ...(suggested !== '' && { otherwise: suggested }),
    });
    return { ...report, slug };
  }

  /** The municipality's own first, then firms and offices; another municipality's auditors do not audit this one. */
  #auditorsOf({ id }: MunicipalityChoice): readonly AuditorChoice[] {
    const { auditors } = this.#registers;
    return [
      ...auditors.filter(({ municipality }) => municipality === id),
      ...auditors.filter(({ municipality }) => municipality === undefined),
    ];
  }

  async #municipality(): Promise<MunicipalityChoice> {
    for (;;) {
      const municipality = await askedChoice(this.#dialogue, {
        question: 'Kommun, region eller kommunalförbund',
        choices: this.#registers.municipalities,
        none: 'ingen huvudman',
        make: (typed) => this.#madeMunicipality(typed),
      });
      if (municipality) return municipality;
      this.#dialogue.say('  Det behövs ett svar.');
    }
  }

  async #madeMunicipality(typed: string): Promise<MunicipalityChoice> {
    const dialogue = this.#dialogue;
    const name = await this.#name('Namnet så som huvudmannen skriver det, t.ex. Borås Stad', typed);
    const kind = await askedWord(dialogue, 'Vad är det', principalKinds, 'kommun');
    const place = await askedText(dialogue, 'Det korta namnet i listor, t.ex. Borås', {
      fault: lineFault,
      otherwise: name.replace(/s? (?:kommun|stad)$/i, ''),
    });
    const { asked, holds, expected } = codeRules[kind] ?? codeRules.kommun;
    const code = await askedText(dialogue, asked, {
      fault: (value) => {
        if (!holds(value)) return `"${value}" har fel form: ${expected}.`;
        const taken = this.#registers.municipalities.find(({ id }) => id.startsWith(`${value}-`));
        return taken ? `Koden är redan tagen av ${taken.name} (${taken.id}).` : undefined;
      },
    });
    const slug = await askedText(dialogue, 'Adressens sista del', {
      fault: (value) => this.#addressFault(value),
      otherwise: identifierFrom(place),
    });
    const id = `${code}-${slug}`;
    this.#newMunicipality = {
      code,
      kind,
      name,
      place,
      // The first two digits of a kommun's code are its county's.
      ...(kind === 'kommun' && { county: code.slice(0, 2) }),
    };
    return { id, name, words: [place], file: registerFile('municipalities', id), bodies: [] };
  }

  #addressFault(slug: string): string | undefined {
    const fault = faultBy(identifier(), slug);
    if (fault !== undefined) return fault;
    const taken =
      slug === 'sida' || this.#registers.municipalities.some(({ id }) => id.replace(/^[\d-]+-/, '') === slug);
    return taken ? `Adressen "${slug}" är redan tagen.` : undefined;
  }

  async #body(typed: string, municipality: MunicipalityChoice): Promise<Choice> {
    const name = await this.#name('Nämndens namn', typed);
    const form = await askedWord(
      this.#dialogue,
      'Vad för slags organ är det',
      bodyForms,
      /styrelse/i.test(name) ? 'styrelse' : 'nämnd',
    );
    const type = await askedChoice(this.#dialogue, {
      question: 'Nämndtyp, så att nämnder kan jämföras (Enter om ingen passar)',
      choices: this.#registers.bodyTypes,
      none: 'ingen nämndtyp',
    });
    const taken = [...municipality.bodies.map((body) => body.id), ...this.#newBodies.map((body) => body.id)];
    const id = await askedText(this.#dialogue, 'Id, som står i adressen och aldrig ändras', {
      fault: (value) =>
        faultBy(identifier(), value) ?? (taken.includes(value) ? `"${value}" är redan tagen.` : undefined),
      otherwise: identifierFrom(name),
    });
    this.#newBodies.push({ id, name, form, type: type?.id });
    return { id, name, words: [] };
  }

  async #system(typed: string): Promise<Choice> {
    const name = await this.#name('Systemets namn', typed);
    const kind = await askedText(this.#dialogue, 'Vad för slags system, t.ex. personal- och lönesystem', {
      fault: lineFault,
    });
    return this.#registered('systems', name, name, { name, kind });
  }

  async #criterion(typed: string): Promise<Choice> {
    const dialogue = this.#dialogue;
    const kind = await askedWord(dialogue, 'Vad för slags regel är det', criterionKinds, 'lag');
    const name = await this.#name('Namnet i löpande text, t.ex. Kommunallagen', typed);
    const title = await askedText(dialogue, 'Den officiella titeln, t.ex. Kommunallag (2017:725)', {
      fault: lineFault,
      otherwise: name,
    });
    const shortName = await askedText(dialogue, 'Förkortning, t.ex. KL (Enter om ingen finns)', {
      fault: lineFault,
      otherwise: '',
    });
    const number = await askedText(dialogue, 'Nummer, t.ex. 2017:725 (Enter om inget finns)', {
      fault: lineFault,
      otherwise: '',
    });
    const division = await askedWord(dialogue, 'Hur är det indelat', criterionDivisions, 'odelad');
    return this.#registered('criteria', name, shortName || name, {
      kind,
      name,
      title,
      shortNames: shortName === '' ? [] : [shortName],
      number,
      division,
    });
  }

  /** @param known the kind, where it is known */
  async #auditor(typed: string, municipality: MunicipalityChoice, known?: string): Promise<AuditorChoice> {
    const name = await this.#name(known ? 'Revisorernas namn' : 'Byråns eller kontorets namn', typed);
    const kind = known ?? (await askedWord(this.#dialogue, 'Vad är det', firmsAndOffices, 'revisionsbyrå'));
    const choice = await this.#registered('auditors', name, name, {
      name,
      kind,
      ...(kind !== 'revisionsbyrå' && { municipality: municipality.id }),
    });
    return { ...choice, isElected: known !== undefined };
  }

  #name(question: string, typed: string): Promise<string> {
    return askedText(this.#dialogue, question, {
      fault: lineFault,
      ...(typed !== '' && { otherwise: typed }),
    });
  }

  /** Asks for the id of something new and keeps its file to be written. */
  async #registered(
    folder: RegisterFolder,
    name: string,
    idSource: string,
    fields: Parameters<typeof registerText>[1],
  ): Promise<Choice> {
    const suggested = identifierFrom(idSource);
    const id = await askedText(this.#dialogue, 'Id, som står i adressen och aldrig ändras', {
      fault: (value) =>
        faultBy(identifier(), value) ??
        (this.#isTaken(registerFile(folder, value)) ? `"${value}" är redan tagen.` : undefined),
      ...(suggested !== '' && { otherwise: suggested }),
    });
    this.#files.set(registerFile(folder, id), registerText(folder, fields));
    return { id, name, words: [] };
  }

  #isTaken(file: string): boolean {
    return this.#files.has(file) || existsSync(join(this.#registers.contentDir, file));
  }

  #registerChanges({ file }: MunicipalityChoice): readonly FileChange[] {
    const others = [...this.#files].map(([name, text]) => ({ name, text }));
    if (this.#newMunicipality) {
      const text = registerText('municipalities', this.#newMunicipality, this.#newBodies);
      return [{ name: file, text }, ...others];
    }
    if (this.#newBodies.length === 0) return others;
    const before = readText(join(this.#registers.contentDir, file));
    return [{ name: file, before, text: withBodies(file, before, this.#newBodies) }, ...others];
  }
}

interface CodeRule {
  readonly asked: string;
  readonly expected: string;
  readonly holds: (code: string) => boolean;
}

const codeRules: { readonly kommun: CodeRule } & Readonly<Record<string, CodeRule>> = {
  kommun: {
    asked: 'Kommunkoden, t.ex. 1490',
    expected: 'en kommuns kod är fyra siffror',
    holds: (code) => /^\d{4}$/.test(code),
  },
  region: {
    asked: 'Länskoden, t.ex. 03',
    expected: 'en regions kod är länskodens två siffror',
    holds: (code) => /^\d{2}$/.test(code),
  },
  kommunalförbund: {
    asked: 'Organisationsnumret, tio siffror',
    expected: 'organisationsnumret har tio siffror och en kontrollsiffra som stämmer',
    holds: isOrganisationNumber,
  },
};

function idsOf(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ id }) => id);
}
