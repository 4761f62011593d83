import { GATES } from '../../core/matching/index.js';
import { CRITERIA, type CriterionName } from '../../core/requirement.js';
import { STANDARD_TOR } from '../../core/tor.js';
import { countryName } from '../../platform/reference-data/index.js';
import { dayText } from '../../web/components/index.js';
import { CRITERION_NAMES, GATE_NAMES } from '../../web/criteria.js';
import { decidedInLieu, type IneligiblePerson, type RankedPerson, type ShortlistView } from './shortlist-view.js';
import { count, counted, exactText } from './views/numbers.js';
import { availabilityWords, criterionWords, gateWords, IN_LIEU, nobodyWords, ORDER_RULE } from './views/wording.js';

/** Columns of a terminal that every line fits into. */
export const TEXT_WIDTH = 100;

const COLUMN_HEADS: Readonly<Record<CriterionName, string>> = {
  themes: 'themes',
  experience: 'years',
  languages: 'langs',
  knowledge: 'depth',
  field: 'field',
  country: 'place',
  skills: 'skills',
  trainings: 'train',
  education: 'degree',
  context: 'extra',
};
/** Four decimals: points are shown exactly, so that they sum to the total. With all ten criteria a row is just as wide as the terminal. */
const COLUMN = 8;
const TOTAL_COLUMN = 9;
const LEFT = 20;
const INDENT = 6;

export interface TextOptions {
  /** How many of the top to print; all that the view has unless said. */
  readonly candidates?: number;
  /** For how many of them every gate and criterion is opened; the others get one line. */
  readonly reasonsFor?: number;
  /** How many of those who are not eligible to print with their distance. */
  readonly ineligible?: number;
}

/** A shortlist as plain text for a terminal: the order, the scores by criterion, and the reasons in words. */
export function shortlistText(
  view: ShortlistView,
  { candidates = view.top.length, reasonsFor = 3, ineligible = 5 }: TextOptions = {},
): string {
  const { run, post, top } = view;
  const weighty = CRITERIA.filter((name) => run.requirement.weights[name] > 0);
  const lines = [
    `SHORTLIST  ${STANDARD_TOR.title}, ${post.level}, ${countryName(post.country)}`,
    ...wrap(
      `As of ${dayText(run.asOf)}; rubric ${run.rubricVersion}; roster revision ${count(run.rosterRevision)}. ${count(run.considered)} considered, ${count(run.eligible)} eligible, ${count(run.considered - run.eligible)} not eligible.`,
    ),
    ...wrap(ORDER_RULE),
    ...wrap('A machine orders, a human decides: nobody is rejected by this list.'),
    '',
    `${'rank'.padStart(4)} ${'roster'.padStart(6)}${'total'.padStart(TOTAL_COLUMN)}${weighty.map((name) => COLUMN_HEADS[name].padStart(COLUMN)).join('')}`,
    `${'weight'.padStart(LEFT)}${weighty.map((name) => String(run.requirement.weights[name]).padStart(COLUMN)).join('')}`,
    '-'.repeat(LEFT + COLUMN * weighty.length),
    ...top.slice(0, candidates).flatMap((person) => personLines(person, person.rank <= reasonsFor)),
    ...(top.length === 0 ? [`      ${nobodyWords(run.considered)}`] : []),
    '',
    ...ineligibleLines(view, ineligible),
  ];
  return `${lines.join('\n')}\n`;
}

function personLines(person: RankedPerson, opened: boolean): string[] {
  const { gates } = person.explanation;
  const criteria = person.explanation.criteria.filter(({ weight }) => weight > 0);
  const scores = criteria.map(({ points }) => exactText(points).padStart(COLUMN)).join('');
  const row = `${String(person.rank).padStart(4)} ${String(person.number).padStart(6)}${exactText(person.total).padStart(TOTAL_COLUMN)}${scores}`;
  const who = [
    person.name,
    decidedInLieu(person.explanation) ? IN_LIEU : null,
    person.availability ? availabilityWords(person.availability) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
  const lines = who ? [row, ...wrap(who, INDENT)] : [row];
  if (!opened) return lines;
  return [
    ...lines,
    ...gates.flatMap((verdict) => wrap(`✓ ${GATE_NAMES[verdict.gate]}: ${gateWords(verdict)}`, INDENT)),
    ...criteria.flatMap((result) =>
      wrap(`${exactText(result.points).padStart(7)} ${CRITERION_NAMES[result.criterion]}: ${criterionWords(result)}`, INDENT),
    ),
    '',
  ];
}

function ineligibleLines({ run, ineligible }: ShortlistView, shown: number): string[] {
  if (run.considered === 0) return [];
  const gates = GATES.filter((gate) => run.unmetByGate[gate] > 0).sort((a, b) => run.unmetByGate[b] - run.unmetByGate[a]);
  return [
    `NOT ELIGIBLE  ${counted(ineligible.total, 'person', 'people')}, none hidden. How many miss each gate:`,
    ...gates.map((gate) => `${count(run.unmetByGate[gate]).padStart(8)}  ${GATE_NAMES[gate]}`),
    ...(shown > 0 && ineligible.items.length > 0 ? ['', 'The nearest of them:'] : []),
    ...ineligible.items.slice(0, shown).flatMap(ineligiblePerson),
  ];
}

function ineligiblePerson({ number, name, unmet }: IneligiblePerson): string[] {
  return wrap(
    `${String(number).padStart(6)}  ${name ? `${name}: ` : ''}${unmet.map((verdict) => `${GATE_NAMES[verdict.gate]}: ${gateWords(verdict)}`).join(' ')}`,
    0,
    8,
  );
}

/** Breaks at spaces so that no line is wider than the terminal; later lines are indented a little more. */
function wrap(text: string, indent = 0, hang = indent + 2): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const word of text.split(/(?<=\S) /)) {
    const space = line.trim() === '' || line.endsWith(' ') ? '' : ' ';
    if (line.length + space.length + word.length > TEXT_WIDTH && line.trim() !== '') {
      lines.push(line);
      line = ' '.repeat(hang) + word;
    } else {
      line += space + word;
    }
  }
  return [...lines, line];
}
