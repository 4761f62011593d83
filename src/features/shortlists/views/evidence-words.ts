import { type Backing, type ClaimStatus, KNOWLEDGE_AREA_NAMES } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { dayText } from '../../../web/components/index.js';
import type { FrozenEvidence } from '../evidence.js';
import { DEGREE_NAMES, FIELD_NAMES, TRAINING_NAMES } from './wording.js';

interface Claim {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly backing?: readonly Backing[];
}

/** One piece of evidence in words. */
export interface EvidenceLine extends Claim {
  readonly kind: 'Job' | 'Degree' | 'Knowledge' | 'Language' | 'Theme' | 'Training';
  readonly text: string;
}

/** Everything a profile offers as evidence, by id, as it stood in the run. */
export function evidenceLines({
  degrees,
  experience,
  knowledge,
  languages,
  themes,
  trainings,
}: FrozenEvidence): ReadonlyMap<string, EvidenceLine> {
  const lines: EvidenceLine[] = [
    ...experience.map((job) => line('Job', job, jobText(job))),
    ...degrees.map((degree) => line('Degree', degree, degreeText(degree))),
    ...knowledge.map((claim) => line('Knowledge', claim, `${KNOWLEDGE_AREA_NAMES[claim.area]}: ${claim.level}`)),
    ...languages.map((skill) => line('Language', skill, `${LANGUAGES[skill.language]}: ${LANGUAGE_LEVEL_NAMES[skill.level]}`)),
    ...themes.map((claim) => line('Theme', claim, `${THEMES[claim.theme]}: ${claim.level}`)),
    ...trainings.map((training) =>
      line('Training', training, `${TRAINING_NAMES[training.kind]}, completed ${dayText(training.completedOn)}`),
    ),
  ];
  return new Map(lines.map((one) => [one.id, one]));
}

function line(kind: EvidenceLine['kind'], { id, status, backing }: Claim, text: string): EvidenceLine {
  return { id, status, kind, text, ...(backing ? { backing } : {}) };
}

function degreeText({ title, institution, level, field, awardedOn }: FrozenEvidence['degrees'][number]): string {
  return `${title}, ${institution}: ${DEGREE_NAMES[level]} in ${FIELD_NAMES[field]}, ${awardedOn ? `awarded ${dayText(awardedOn)}` : 'not completed'}`;
}

function jobText({
  title,
  employer,
  from,
  to,
  percentage,
  level,
  engagement,
  kinds,
  countries,
}: FrozenEvidence['experience'][number]): string {
  const places = countries.length > 0 ? `; ${countries.map(countryName).join(', ')}` : '';
  return `${title}, ${employer}: ${dayText(from)} to ${to ? dayText(to) : 'now'}, ${percentage} %, ${[level, engagement].filter(Boolean).join(', ')}; ${kinds.join(' and ')}${places}`;
}
