/**
 * The only home of the archive's controlled words. `word` is what an author types, `code` what code and open data use,
 * `label` what a reader sees. Sources: the table of words in the design; SKR's and SKYREV's usage in Swedish municipal audit.
 */

interface Term {
  readonly word: string;
  readonly code: string;
  readonly label: string;
}

/** Terms in their natural order; order matters where a vocabulary is a scale. */
export type Vocabulary = readonly Term[];

export type CodeOf<V extends Vocabulary> = V[number]['code'];

export const principalKinds = [
  { word: 'kommun', code: 'municipality', label: 'Kommun' },
  { word: 'region', code: 'region', label: 'Region' },
  { word: 'kommunalförbund', code: 'federation', label: 'Kommunalförbund' },
] as const satisfies Vocabulary;

export const bodyForms = [
  { word: 'styrelse', code: 'executive-board', label: 'Styrelse' },
  { word: 'nämnd', code: 'board', label: 'Nämnd' },
  { word: 'gemensam nämnd', code: 'joint-board', label: 'Gemensam nämnd' },
  { word: 'utskott', code: 'committee', label: 'Utskott' },
  { word: 'bolag', code: 'company', label: 'Bolag' },
  { word: 'stiftelse', code: 'foundation', label: 'Stiftelse' },
  { word: 'förbund', code: 'federation', label: 'Förbund' },
  { word: 'samordnad grupp', code: 'group', label: 'Samordnad grupp' },
] as const satisfies Vocabulary;

export const auditorKinds = [
  { word: 'förtroendevalda revisorer', code: 'elected-auditors', label: 'Förtroendevalda revisorer' },
  { word: 'revisionskontor', code: 'audit-office', label: 'Revisionskontor' },
  { word: 'revisionsbyrå', code: 'audit-firm', label: 'Revisionsbyrå' },
] as const satisfies Vocabulary;

export const auditTypes = [
  { word: 'fördjupad', code: 'in-depth', label: 'Fördjupad granskning' },
  { word: 'översiktlig', code: 'overview', label: 'Översiktlig granskning' },
  { word: 'grundläggande', code: 'basic', label: 'Grundläggande granskning' },
  { word: 'uppföljande', code: 'follow-up', label: 'Uppföljande granskning' },
  { word: 'förstudie', code: 'preliminary', label: 'Förstudie' },
  { word: 'kartläggning', code: 'survey', label: 'Kartläggning' },
  { word: 'löpande', code: 'continuous', label: 'Löpande granskning' },
  { word: 'delårsrapport', code: 'interim-report', label: 'Granskning av delårsrapport' },
  { word: 'årsredovisning', code: 'annual-report', label: 'Granskning av årsredovisning' },
  { word: 'årsrapport per nämnd', code: 'annual-board-report', label: 'Årsrapport per nämnd' },
  { word: 'revisionsberättelse', code: 'auditors-statement', label: 'Revisionsberättelse' },
  { word: 'lekmannarevision', code: 'lay-audit', label: 'Lekmannarevision' },
  { word: 'granskning', code: 'unspecified', label: 'Granskning' },
] as const satisfies Vocabulary;

/** How a published report was changed: an error of the archive's, something added, or personal data taken away. */
export const correctionKinds = [
  { word: 'rättelse', code: 'correction', label: 'Rättelse' },
  { word: 'komplettering', code: 'supplement', label: 'Komplettering' },
  { word: 'maskning', code: 'redaction', label: 'Maskning' },
] as const satisfies Vocabulary;

/** Things with an address of their own, as the record of what is published names them. */
export const publishedKinds = [
  { word: 'granskning', code: 'audit', label: 'Granskning' },
  { word: 'rekommendation', code: 'recommendation', label: 'Rekommendation' },
  { word: 'del', code: 'part', label: 'Del av rekommendation' },
  { word: 'fråga', code: 'question', label: 'Revisionsfråga' },
  { word: 'iakttagelse', code: 'finding', label: 'Iakttagelse' },
  { word: 'stickprov', code: 'sample', label: 'Stickprov' },
  { word: 'uppföljning', code: 'follow-up', label: 'Uppföljning' },
  { word: 'svar', code: 'response', label: 'Svar' },
  { word: 'huvudman', code: 'municipality', label: 'Huvudman' },
  { word: 'nämnd', code: 'body', label: 'Nämnd' },
  { word: 'nämndtyp', code: 'body-type', label: 'Nämndtyp' },
  { word: 'ämne', code: 'topic', label: 'Ämne' },
  { word: 'revisor', code: 'auditor', label: 'Revisor' },
  { word: 'system', code: 'system', label: 'System' },
  { word: 'kriterium', code: 'criterion', label: 'Kriterium' },
  { word: 'lagrum', code: 'criterion-part', label: 'Lagrum' },
  { word: 'uppslagsord', code: 'glossary-term', label: 'Uppslagsord' },
  { word: 'sida', code: 'page', label: 'Sida' },
] as const satisfies Vocabulary;

export const renditions = [
  { word: 'original', code: 'original', label: 'Revisionens egen text' },
  { word: 'restated', code: 'restated', label: 'Återberättad av arkivet' },
  { word: 'catalogue', code: 'catalogue', label: 'Katalogpost' },
] as const satisfies Vocabulary;

/** Does what was audited hold? Best first; the last three stand outside the order. */
export const grades = [
  { word: 'uppfyllt', code: 'met', label: 'Uppfyllt' },
  { word: 'i huvudsak', code: 'mostly-met', label: 'I huvudsak uppfyllt' },
  { word: 'delvis', code: 'partly-met', label: 'Delvis uppfyllt' },
  { word: 'ej uppfyllt', code: 'not-met', label: 'Ej uppfyllt' },
  { word: 'annat', code: 'other', label: 'Utanför skalan' },
  { word: 'kan ej bedömas', code: 'not-assessable', label: 'Kan ej bedömas' },
  { word: 'ej graderat', code: 'ungraded', label: 'Ej graderat' },
] as const satisfies Vocabulary;

export type Grade = CodeOf<typeof grades>;

/** How strongly a recommendation is worded. One without a modality is printed as an infinitive or an imperative. */
export const modalities = [
  { word: 'ska', code: 'shall', label: 'ska' },
  { word: 'bör', code: 'should', label: 'bör' },
  { word: 'kan', code: 'may', label: 'kan' },
] as const satisfies Vocabulary;

export const addresseeRoles = [
  { word: 'huvudansvar', code: 'lead', label: 'huvudansvar' },
  { word: 'medverkar', code: 'cooperates', label: 'medverkar' },
  { word: 'för kännedom', code: 'for-information', label: 'för kännedom' },
] as const satisfies Vocabulary;

export const recommendationKinds = [
  { word: 'rekommendation', code: 'recommendation', label: 'Rekommendation' },
  { word: 'förbättringsområde', code: 'improvement-area', label: 'Förbättringsområde' },
  { word: 'åtgärdsförslag', code: 'proposed-measure', label: 'Åtgärdsförslag' },
] as const satisfies Vocabulary;

/** Who recommends: the firm or office that made the audit, or the elected auditors in their own letter. */
export const recommenders = [
  { word: 'sakkunniga', code: 'experts', label: 'De sakkunniga' },
  { word: 'förtroendevalda', code: 'elected-auditors', label: 'De förtroendevalda revisorerna' },
] as const satisfies Vocabulary;

export const criticismKinds = [
  { word: 'erinran', code: 'reprimand', label: 'Erinran' },
  { word: 'anmärkning', code: 'formal-remark', label: 'Anmärkning' },
] as const satisfies Vocabulary;

export const dischargeOpinions = [
  { word: 'tillstyrks', code: 'supported', label: 'Ansvarsfrihet tillstyrks' },
  { word: 'avstyrks', code: 'opposed', label: 'Ansvarsfrihet avstyrks' },
] as const satisfies Vocabulary;

export const dischargeDecisions = [
  { word: 'beviljad', code: 'granted', label: 'Ansvarsfrihet beviljad' },
  { word: 'vägrad', code: 'refused', label: 'Ansvarsfrihet vägrad' },
] as const satisfies Vocabulary;

export const criterionKinds = [
  { word: 'grundlag', code: 'constitutional-act', label: 'Grundlag' },
  { word: 'lag', code: 'act', label: 'Lag' },
  { word: 'förordning', code: 'ordinance', label: 'Förordning' },
  { word: 'EU-förordning', code: 'eu-regulation', label: 'EU-förordning' },
  { word: 'EU-direktiv', code: 'eu-directive', label: 'EU-direktiv' },
  { word: 'föreskrift', code: 'agency-rule', label: 'Föreskrift' },
  { word: 'allmänna råd', code: 'general-advice', label: 'Allmänna råd' },
  { word: 'vägledning', code: 'guidance', label: 'Vägledning' },
  { word: 'standard', code: 'standard', label: 'Standard' },
  { word: 'policy', code: 'policy', label: 'Kommunalt styrdokument' },
  { word: 'avtal', code: 'agreement', label: 'Avtal' },
  { word: 'god sed', code: 'good-practice', label: 'God sed' },
] as const satisfies Vocabulary;

/** How a criterion is divided, and so how it is cited and addressed. */
export const criterionDivisions = [
  { word: 'kapitel', code: 'chapters', label: 'kapitel och paragrafer' },
  { word: 'paragrafer', code: 'sections', label: 'löpande paragrafer' },
  { word: 'artiklar', code: 'articles', label: 'artiklar' },
  { word: 'odelad', code: 'undivided', label: 'odelad' },
] as const satisfies Vocabulary;

export const sourceKinds = [
  { word: 'intervju', code: 'interview', label: 'Intervjuer' },
  { word: 'enkät', code: 'survey', label: 'Enkäter' },
  { word: 'författning', code: 'legislation', label: 'Lagar och andra författningar' },
  { word: 'standard', code: 'standard', label: 'Standarder' },
  { word: 'vägledning', code: 'guidance', label: 'Vägledningar' },
  { word: 'tillsynsbeslut', code: 'supervisory-decision', label: 'Tillsynsbeslut' },
  { word: 'rapport', code: 'report', label: 'Rapporter' },
  { word: 'styrdokument', code: 'governing-document', label: 'Kommunala styrdokument' },
  { word: 'avtal', code: 'agreement', label: 'Avtal' },
  { word: 'systemuppgift', code: 'system-data', label: 'Uppgifter ur system' },
  { word: 'webbsida', code: 'web-page', label: 'Webbsidor' },
  { word: 'nyhetsartikel', code: 'news-article', label: 'Nyhetsartiklar' },
  { word: 'övrigt', code: 'other', label: 'Övrigt' },
] as const satisfies Vocabulary;

/** What an auditor found had become of something, in the order from done to not done; the last two stand outside it. */
export const verifiedStatuses = [
  { word: 'åtgärdad', code: 'implemented', label: 'Åtgärdad' },
  { word: 'i huvudsak', code: 'mostly-implemented', label: 'I huvudsak åtgärdad' },
  { word: 'delvis', code: 'partly-implemented', label: 'Delvis åtgärdad' },
  { word: 'pågår', code: 'in-progress', label: 'Pågår' },
  { word: 'ej åtgärdad', code: 'not-implemented', label: 'Ej åtgärdad' },
  { word: 'inaktuell', code: 'obsolete', label: 'Inaktuell' },
  { word: 'ej bedömd', code: 'not-assessed', label: 'Ej bedömd' },
] as const satisfies Vocabulary;

export type VerifiedStatus = CodeOf<typeof verifiedStatuses>;

/** What a follow-up looked at. */
export const followUpObjects = [
  { word: 'granskning', code: 'audit', label: 'Granskningen i sin helhet' },
  { word: 'rekommendation', code: 'recommendation', label: 'Rekommendation' },
  { word: 'rekommendationer', code: 'recommendations', label: 'Rekommendationerna samlat' },
  { word: 'iakttagelse', code: 'finding', label: 'Iakttagelse' },
  { word: 'fråga', code: 'question', label: 'Revisionsfråga' },
  { word: 'bedömning', code: 'assessment', label: 'Tidigare bedömning' },
  { word: 'åtgärdsplan', code: 'action-plan', label: 'Åtgärdsplan' },
  { word: 'åtgärd', code: 'measure', label: 'Enskild åtgärd' },
] as const satisfies Vocabulary;

/** What a body says of a recommendation. */
export const stances = [
  { word: 'instämmer', code: 'agrees', label: 'Instämmer' },
  { word: 'delvis', code: 'partly-agrees', label: 'Instämmer delvis' },
  { word: 'instämmer inte', code: 'disagrees', label: 'Instämmer inte' },
] as const satisfies Vocabulary;

/** What a body says it has done. A claim, never a verdict. */
export const claims = [
  { word: 'gjort', code: 'done', label: 'Uppges åtgärdad' },
  { word: 'pågår', code: 'in-progress', label: 'Uppges pågå' },
  { word: 'planerat', code: 'planned', label: 'Uppges planerad' },
  { word: 'inget', code: 'nothing', label: 'Uppges inte åtgärdas' },
] as const satisfies Vocabulary;

export type Claim = CodeOf<typeof claims>;

/**
 * How a recommendation stands with an addressee, as lists show it: from least done to most. What a body says has a word of its own,
 * so that a claim is never taken for a verdict.
 */
export const shownStates = [
  { word: 'ej åtgärdad', code: 'not-implemented', label: 'Ej åtgärdad' },
  { word: 'ej uppföljd', code: 'not-followed-up', label: 'Ej uppföljd' },
  { word: 'uppges inte åtgärdas', code: 'claimed-nothing', label: 'Uppges inte åtgärdas, ej verifierat' },
  { word: 'uppges planerad', code: 'claimed-planned', label: 'Uppges planerad, ej verifierat' },
  { word: 'uppges pågå', code: 'claimed-in-progress', label: 'Uppges pågå, ej verifierat' },
  { word: 'uppges åtgärdad', code: 'claimed-done', label: 'Uppges åtgärdad, ej verifierat' },
  { word: 'ej bedömd', code: 'not-assessed', label: 'Ej bedömd' },
  { word: 'pågår', code: 'in-progress', label: 'Pågår' },
  { word: 'delvis', code: 'partly-implemented', label: 'Delvis åtgärdad' },
  { word: 'i huvudsak', code: 'mostly-implemented', label: 'I huvudsak åtgärdad' },
  { word: 'åtgärdad', code: 'implemented', label: 'Åtgärdad' },
  { word: 'inaktuell', code: 'obsolete', label: 'Inaktuell' },
] as const satisfies Vocabulary;

export type ShownState = CodeOf<typeof shownStates>;

/** What municipalities and regions do, as the thesaurus is parted: in the order of its file. */
export const thesaurusFields = [
  { word: 'förskola och skola', code: 'school', label: 'Förskola och skola' },
  {
    word: 'vuxenutbildning och arbetsmarknad',
    code: 'adult-education',
    label: 'Vuxenutbildning och arbetsmarknad',
  },
  { word: 'individ och familj', code: 'social-care', label: 'Individ och familj' },
  { word: 'funktionsstöd', code: 'disability', label: 'Funktionsstöd' },
  { word: 'äldreomsorg', code: 'elderly-care', label: 'Äldreomsorg' },
  { word: 'hälso- och sjukvård', code: 'health-care', label: 'Hälso- och sjukvård' },
  { word: 'integration', code: 'integration', label: 'Integration' },
  { word: 'plan, mark och bostäder', code: 'planning', label: 'Plan, mark och bostäder' },
  { word: 'gator och parker', code: 'streets', label: 'Gator och parker' },
  { word: 'kollektivtrafik och region', code: 'regional', label: 'Kollektivtrafik och regional utveckling' },
  { word: 'vatten, avfall och energi', code: 'utilities', label: 'Vatten, avfall och energi' },
  { word: 'fastighet och lokaler', code: 'premises', label: 'Fastighet och lokaler' },
  { word: 'måltider och lokalvård', code: 'meals', label: 'Måltider och lokalvård' },
  { word: 'it och informationssäkerhet', code: 'it', label: 'IT och informationssäkerhet' },
  { word: 'ekonomi', code: 'finance', label: 'Ekonomi' },
  { word: 'upphandling', code: 'procurement', label: 'Upphandling' },
  { word: 'bolag', code: 'companies', label: 'Bolag' },
  { word: 'kris och beredskap', code: 'crisis', label: 'Kris och beredskap' },
  { word: 'kultur och fritid', code: 'culture', label: 'Kultur och fritid' },
  { word: 'miljö', code: 'environment', label: 'Miljö' },
  { word: 'personal', code: 'staff', label: 'Personal' },
  { word: 'demokrati och förvaltning', code: 'democracy', label: 'Demokrati och förvaltning' },
  { word: 'oegentligheter', code: 'irregularities', label: 'Oegentligheter' },
  { word: 'revision', code: 'audit', label: 'Revision' },
  { word: 'lagar och myndigheter', code: 'law', label: 'Lagar och myndigheter' },
  { word: 'allmänna ord', code: 'general', label: 'Allmänna ord' },
] as const satisfies Vocabulary;

/** The label that a reader sees for a code. */
export function labelOf<const V extends Vocabulary>(vocabulary: V, code: CodeOf<V>): string {
  const term = vocabulary.find((candidate) => candidate.code === code);
  if (!term) throw new Error(`The vocabulary has no code "${code}".`);
  return term.label;
}

/** The word that an author types for a code. */
export function wordOf<const V extends Vocabulary>(vocabulary: V, code: CodeOf<V>): string {
  const term = vocabulary.find((candidate) => candidate.code === code);
  if (!term) throw new Error(`The vocabulary has no code "${code}".`);
  return term.word;
}
