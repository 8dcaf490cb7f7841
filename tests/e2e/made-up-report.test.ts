import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openedSite } from './opened-site.ts';
import { asRead, textShownIn } from './page-text.ts';

/*
 * The made-up report has everything a report can have (tests/fixtures/archive-report.ts). Does its page say it, and say it right?
 */

const site = await openedSite('provarkivet');
const page = await site.open('/granskningar/exempelstad/2021-arkivvard/', {
  viewport: { width: 1280, height: 800 },
});
after(() => page.close());

const textOf = (selector: string) => textShownIn(page.locator(selector));

describe('The head of a report', () => {
  test('says that the archive retells it, where the report is, and what the archive has not seen', async () => {
    const text = await textShownIn(page.getByRole('article').locator('header'));
    assert.match(text, /Återberättad av arkivet\./);
    assert.match(text, /\(Exempelrevisorerna, 41 sidor, rapporter\.exempel\.se\)/);
    assert.match(
      text,
      /Arkivet har inte sett detta i rapporten: bilaga 2, frågorna i enkäten och bilden över arkivets våningar\./,
    );
    const source = page.getByRole('link', { name: 'Granskning av arkivvård 2021' }).first();
    assert.equal(await source.getAttribute('href'), 'https://rapporter.exempel.se/arkivvard-2021.pdf');
  });

  test('says that it has been corrected and leads to the corrections', async () => {
    await page.getByText('Ändrad 15 januari 2023.').waitFor();
    assert.equal(
      await page.getByRole('link', { name: 'Se vad som ändrats.' }).getAttribute('href'),
      '#del-rattelser',
    );
    const corrections = page.getByRole('list').filter({ hasText: 'Antalet lådor var 1 300' }).last();
    assert.deepEqual((await corrections.getByRole('listitem').allInnerTexts()).map(asRead), [
      '1 mars 2022 Antalet lådor var 1 300 i den första versionen; det rätta är 1 200. Ställe avsnitt 2 Före 1 300 lådor Efter 1 200 lådor Ställe q1 Före Fanns inte. Efter En fråga som hade fallit bort.',
      '1 maj 2022 Komplettering Bilaga 1 är införd.',
      '1 juni 2022 Maskning Namnet på en privatperson är borttaget. Det som togs bort visas inte.',
      '15 januari 2023 Nämndens namn är rättat.',
    ]);
  });

  test('has title and subtitle with their characters as written', async () => {
    await page
      .getByRole('heading', { level: 1, name: 'Granskning av arkivvård & gallring (<5 % kvar?)' })
      .waitFor();
    await page.getByText('Hur Exempelstad tar hand om det som ska finnas kvar').waitFor();
  });
});

describe('The overview', () => {
  test('has the overall verdicts with the auditors’ words and the grades of the report’s scale', async () => {
    const overview = await textOf('#del-oversikt');
    assert.match(overview, /svag Gäller arkivvården i dess helhet · Delvis uppfyllt/);
    assert.match(overview, /Fullgod Gäller hanteringen av papper · Uppfyllt/);
    assert.match(await textOf('main'), /Bedömningsskala fullgod – godtagbar – svag – undermålig/);
  });

  test('has criticisms, apart from recommendations, each with whom it is against', async () => {
    assert.equal(await textOf('#k1'), 'Anmärkning mot Arkivnämnden Nämnden har inte följt 6 kap. 6 § EXL.');
    assert.equal(await textOf('#k2'), 'Erinran mot Socialnämnden Nämnden har svarat för sent.');
  });

  test('has what the auditors and the council said of discharge, with a date as coarse as it is known', async () => {
    const overview = await textOf('#del-oversikt');
    assert.match(overview, /Arkivnämnden: ansvarsfrihet avstyrks.+vägrad, 30 maj 2022/i);
    assert.match(overview, /Socialnämnden: ansvarsfrihet tillstyrks.+beviljad, maj 2022/i);
    assert.match(overview, /Fullmäktige följde revisorerna\./);
  });
});

describe('Questions', () => {
  test('under questions stand below them with numbers that say so', async () => {
    const numbers = await page
      .locator('#del-revisionsfragor')
      .getByRole('link', { name: /^Länk till / })
      .evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')?.split(' ').at(-1)));
    assert.deepEqual(numbers, ['1', '1.1', '1.2', '1.2.1', '2']);
  });

  test('have an answer for each board and system, with verdict, grade and words', async () => {
    assert.match(
      await textOf('#q1a'),
      /Arkivnämnden Ja Uppfyllt Den antogs 2019\. Socialnämnden Nej Ej uppfyllt$/,
    );
    assert.match(await textOf('#q1b'), /Papyrus undermålig Ej uppfyllt Handlingar från 1987 låg kvar\./);
    assert.match(await textOf('#q1b'), /Pergament på god väg Utanför skalan/);
    assert.match(await textOf('#q2'), /Kan ej bedömas/);
    assert.match(await textOf('#q1b-i'), /Inget eget svar/);
  });
});

describe('Findings', () => {
  test('stand with their assessment, verdict and what they are measured against', async () => {
    const first = await textOf('#f1');
    assert.match(first, /Ingen har sett den sedan dess\..*Mäts mot 6 kap. 6 § EXL/);
    assert.match(first, /undermålig Ej uppfyllt Det är för länge sedan\./);
  });

  test('say what was lost in the source, what the archive has not seen, and what the report does not give', async () => {
    assert.match(await textOf('#f2'), /Iakttagelsen har gått förlorad i källan\./);
    assert.match(await textOf('#f3'), /Arkivet har inte sett bedömningen\./);
    assert.match(await textOf('#f5'), /Rapporten anger ingen iakttagelse här\./);
    assert.match(
      await textOf('#f6'),
      /Arkivet har inte sett iakttagelsen\. Bedömning Bedömningen har gått förlorad i källan\./,
    );
  });

  test('say what was lost of an assessment also where a recommendation is left of it', async () => {
    const text = await textOf('#f8');
    assert.match(text, /Bedömningen har gått förlorad i källan\..*Skaffa ett lock\./);
  });

  test('that are shown twice have their address where they stand first', async () => {
    assert.equal(await page.getByText('Arkivbeskrivningen är från 2004.').count(), 2);
    assert.equal(await page.locator('#f1').count(), 1);
    const first = await page.locator('#f1').boundingBox();
    const second = await page.getByRole('heading', { name: 'Övriga iakttagelser' }).boundingBox();
    assert.ok(first && second && first.y < second.y);
  });
});

describe('Recommendations', () => {
  test('say whom they are to, in what role, and how strongly they are worded', async () => {
    assert.match(await textOf('#r1'), /ska.*Till Arkivnämnden/);
    assert.match(
      await textOf('#r2'),
      /bör.*Till Kommunstyrelsen \(huvudansvar\), Socialnämnden \(medverkar\), övriga nämnder med egna arkiv \(för kännedom\)/,
    );
    assert.match(await textOf('#r3'), /kan.*Till alla granskade/);
    assert.match(await textOf('#r4'), /^(?!.*(?:ska|bör|kan)\b).*Till den som har nyckeln/);
  });

  test('keep a space between how strongly they are worded and whom they are to', async () => {
    assert.doesNotMatch(await textOf('#r1'), /skaTill/);
  });

  test('have their parts, what they rest on, who gives them and their state', async () => {
    assert.match(await textOf('#r1'), /Gå igenom det som finns\. Kasta det som inte ska finnas\./);
    assert.match(await textOf('#r3'), /Bygger på iakttagelse 4, 5 Ges av de sakkunniga/);
    assert.match(await textOf('#r4'), /Ges av de förtroendevalda revisorerna/);
    assert.match(await textOf('#r1'), /Ej uppföljd$/);
  });

  test('have pages of their own that say what kind they are', async () => {
    await using own = await site.open('/granskningar/exempelstad/2021-arkivvard/r3/');
    const text = await textShownIn(own.getByRole('main'));
    for (const part of [
      'Gallra oftare.',
      'Förbättringsområde',
      'alla granskade:',
      'Provbyrån',
      'Gallringen i Papyrus',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });
});

describe('Figures in numbers', () => {
  test('say what is approximate, all, below nought, of what unit, when and by whom', async () => {
    const rows = (await page.getByRole('row').allInnerTexts()).map(asRead);
    for (const row of [
      /^Handlingar oktober 2021 · Arkivnämndens förvaltning omkring 1 250 000$/,
      /^Användare med nyckel Också de som har slutat\. samtliga$/,
      /^Inloggningar Socialnämnden 7$/,
      /^Andel gallrat −2,5 procent$/,
      /^Hyllmeter 812$/,
    ]) {
      assert.ok(
        rows.some((candidate) => row.test(candidate)),
        String(row),
      );
    }
  });

  test('of a sample say how it was drawn and what came of it', async () => {
    const sample = await textOf('#s1');
    for (const part of [
      /40 akter i Papyrus/,
      /Kontrollerad tid hösten 2021/,
      /3 av 40/,
      /Svarade inte 2 av 12/,
      /Misstankar 5/,
      /Fick sin förklaring 4/,
      /Avvikelser 1 av 40/,
      /Var tionde akt drogs\. En akt var tom\./,
    ]) {
      assert.match(sample, part);
    }
    assert.match(await textOf('#s2'), /Avvikelser Inga/);
  });

  test('of a sample say that the source gives only the least number', async () => {
    assert.match(await textOf('#s1'), /minst 40 akter/i);
  });

  test('of a sample are the same on the page of the system', async () => {
    await using system = await site.open('/system/papyrus/');
    const sample = await textShownIn(system.getByRole('region', { name: 'Stickprov' }));
    for (const part of ['minst 40 akter', 'Socialnämnden', 'hösten 2021', 'En akt var tom.']) {
      assert.ok(sample.includes(part), part);
    }
  });

  test('of a sample say both in which system and with which board it was drawn', async () => {
    assert.match(await textOf('#s1'), /Socialnämnden/);
  });
});

describe('A picture', () => {
  test('has its text for those who do not see it, its size and its caption', async () => {
    const picture = page.getByRole('img', { name: 'Arkivet sett från dörren: fyra hyllor och en låda' });
    assert.equal(await picture.getAttribute('width'), '640');
    assert.equal(await picture.getAttribute('height'), '360');
    await page.getByRole('figure').getByText('Centralarkivet hösten 2021').waitFor();
  });

  test('is served from beside the report', async () => {
    for (const picture of await page.getByRole('img').filter({ visible: true }).all()) {
      if ((await picture.evaluate(({ tagName }) => tagName)) !== 'IMG') continue;
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate((image: HTMLImageElement) => image.decode());
      assert.notEqual(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth), 0);
    }
  });

  test('written in Markdown is shown in the same way, no wider than the page', async () => {
    const picture = page.getByRole('img', { name: 'En låda utan lock' });
    assert.equal(await picture.getAttribute('width'), '2000');
    const box = await picture.boundingBox();
    assert.ok(box && box.width > 300 && box.x + box.width <= 1280);
    assert.equal(Math.round(box.width / box.height), 4);
  });
});

describe('Sources', () => {
  test('stand under their kind, with publisher, number, date, informant and what they support', async () => {
    const sources = (await page.locator('#del-kallor').getByRole('definition').allInnerTexts()).map(asRead);
    assert.deepEqual(sources.toSorted(), [
      'Exempelbladet: Nyckeln borta igen (bakom betalvägg; stöder uppgiften om när nyckeln försvann)',
      'Exempellagen (2010:1)',
      'Intervju 1, arkivchefen, 14 september 2021',
      'Provverket: Arkiven i riket, 2019',
      'Två handläggare, oktober 2021',
    ]);
  });
});

describe('A catalogue entry', async () => {
  await using entry = await site.open('/granskningar/provregionen/2019-katalogpost/');
  const text = await textShownIn(entry.getByRole('main'));

  test('says that it is one, and what the archive has not seen', () => {
    assert.match(text, /Katalogpost\. Här finns bara det som behövs för att hitta och jämföra rapporten/);
    assert.match(text, /Vad arkivet inte har sett Hela rapporten utom omslaget/);
  });

  test('says that it has not seen answers, boards, commissioner and audited year, rather than that there are none', () => {
    for (const unseen of [
      'Arkivet har inte sett svaren.',
      'Arkivet har inte sett vilka som granskades.',
      'Arkivet har inte sett vem som gav uppdraget.',
      'Arkivet känner inte det granskade året.',
      'Arkivet har inte sett iakttagelsen.',
    ]) {
      assert.ok(text.includes(unseen), unseen);
    }
  });
});

test('A report in the auditors’ own words says so', async () => {
  await using original = await site.open('/granskningar/provforbundet/2018-original/');
  assert.match(
    await textShownIn(original.getByRole('main')),
    /Revisionens egen text\. Rapporten står här så som revisionen skrev den:/,
  );
});
