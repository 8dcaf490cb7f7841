import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveWith, lines } from '../../fixtures/content.ts';
import { printedOf } from '../../fixtures/printed.ts';

const printed = (...groups: readonly string[]): readonly string[] =>
  printedOf('thesaurus.yaml', { 'thesaurus.yaml': lines(...groups) });

const group = (fields: string) => `- { field: personal, ${fields} }`;

describe('A group of the thesaurus', () => {
  test('gives the archive its words, with the lists that are left out empty', () => {
    const { thesaurus } = archiveWith({
      'thesaurus.yaml': group('terms: [pappersark], capitals: [ARK], everyday: [blad att skriva på]'),
    });
    assert.deepEqual(thesaurus, [
      {
        field: 'staff',
        terms: ['pappersark'],
        acronyms: [],
        capitals: ['ARK'],
        everyday: ['blad att skriva på'],
        narrower: [],
        related: [],
      },
    ]);
  });

  test('has each word once, however it is cased', () => {
    assert.deepEqual(
      printed(
        '- field: personal',
        '  terms: [ark, papper, ark]',
        '  acronyms: [ARK]',
        '  everyday:',
        '    - blad',
        '    - Papper',
      ),
      [
        'rad 2 post 1, terms: "ark" står redan i gruppen, bland terms; ta bort det ena.',
        'rad 3 post 1, acronyms: "ARK" står redan i gruppen, bland terms; ta bort det ena.',
        'rad 6 post 1, everyday: "Papper" står redan i gruppen, bland terms; ta bort det ena.',
      ],
    );
  });

  test('joins at least two words', () => {
    const alone =
      'post 1, terms: har bara ett ord, så att gruppen inte leder någonstans; skriv ett till eller ta bort gruppen.';
    assert.deepEqual(printed(group('terms: [ark]')), [`rad 1 ${alone}`]);
    assert.deepEqual(printed(group('terms: []')), ['rad 1 post 1, terms: är tomt; skriv minst ett ord.']);
    assert.deepEqual(printed(group('everyday: [ark]')), [
      'rad 1 post 1: fältet terms saknas. Ord som betyder samma sak, så som rapporter skriver dem. Sökning på ett ger träffar på alla. Det första ordet är det som används mest. Obestämd form singular; böjningar behövs bara när stammen ändras (bok, böcker).',
    ]);
  });

  test('belongs to a field that is there', () => {
    assert.deepEqual(printed('- { field: persona, terms: [ark, papper] }'), [
      'rad 1 post 1, field: "persona" är inget av de ord som gäller här. Menade du "personal"? Orden är förskola och skola, vuxenutbildning och arbetsmarknad, individ och familj, funktionsstöd, äldreomsorg, hälso- och sjukvård, integration, plan, mark och bostäder, gator och parker, kollektivtrafik och region, vatten, avfall och energi, fastighet och lokaler, måltider och lokalvård, it och informationssäkerhet, ekonomi, upphandling, bolag, kris och beredskap, kultur och fritid, miljö och 6 till.',
    ]);
  });

  test('has only words that can be typed in a search, and short ones', () => {
    assert.deepEqual(
      printed(
        '- field: personal',
        '  terms:',
        '    - "papper?"',
        '    - det ena blad som man kan skriva på här',
      ),
      [
        'rad 3 post 1, terms: "papper?" är inget sökord; skriv bara bokstäver, siffror, mellanslag och bindestreck.',
        'rad 4 post 1, terms: "det ena blad som man kan skriva på här" är för långt; skriv högst 8 ord.',
      ],
    );
  });

  test('has abbreviations in one word, with a capital', () => {
    const fault = 'är ingen förkortning; skriv den i ett ord med minst en versal.';
    assert.deepEqual(printed(group('terms: [papper], acronyms: [A K, ak, ArK, AK-P], capitals: [pa]')), [
      `rad 1 post 1, acronyms: "A K" ${fault}`,
      `rad 1 post 1, acronyms: "ak" ${fault}`,
      `rad 1 post 1, capitals: "pa" ${fault}`,
    ]);
  });
});

describe('Two groups of the thesaurus', () => {
  test('have no word in common that means the same in both', () => {
    assert.deepEqual(
      printed(
        group('terms: [ark, papper]'),
        group('terms: [blad, Papper]'),
        group('terms: [folio], acronyms: [ARK]'),
      ),
      [
        'rad 2 "Papper" står i två grupper, först i den på rad 1. Slå ihop grupperna, eller låt ordet stå bland everyday, narrower eller related i den ena.',
        'rad 3 "ARK" står i två grupper, först i den på rad 1. Slå ihop grupperna, eller låt ordet stå bland everyday, narrower eller related i den ena.',
      ],
    );
  });

  test('may share an abbreviation when both say in a note that it has two meanings', () => {
    const one = 'terms: [arkivkista], acronyms: [AK]';
    const other = 'terms: [arkkniv], capitals: [AK]';
    const note = ', note: Betyder också annat.';
    const fault =
      'rad 2 "AK" står i två grupper, först i den på rad 1. Slå ihop grupperna. Betyder förkortningen olika saker, skriv det i note i båda.';
    assert.deepEqual(printed(group(one), group(other)), [fault]);
    assert.deepEqual(printed(group(one + note), group(other)), [fault]);
    assert.deepEqual(printed(group(one), group(other + note)), [fault]);
    assert.deepEqual(printed(group(one + note), group(other + note)), []);
  });

  test('may be reached from the same everyday word, and lead to the same narrower and related words', () => {
    assert.deepEqual(
      printed(
        group('terms: [ark], everyday: [blad], narrower: [folio], related: [bok]'),
        group('terms: [kvarto], everyday: [blad, ark], narrower: [folio], related: [bok]'),
      ),
      [],
    );
  });
});
