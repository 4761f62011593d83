import { type ClaimStatus, KNOWLEDGE_AREA_NAMES } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { dayText } from '../../../web/components/index.js';
import type { FrozenEvidence } from '../evidence.js';
import { DEGREE_NAMES, FIELD_NAMES, TRAINING_NAMES } from './wording.js';

/** One piece of evidence in words. */
export interface EvidenceLine {
  readonly id: string;
  readonly kind: 'Job' | 'Degree' | 'Knowledge' | 'Language' | 'Theme' | 'Training';
  readonly text: string;
  readonly status: ClaimStatus;
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
    ...experience.map((job) => ({ id: job.id, status: job.status, kind: 'Job' as const, text: jobText(job) })),
    ...degrees.map(({ id, status, level, field, title, institution, awardedOn }) => ({
      id,
      status,
      kind: 'Degree' as const,
      text: `${title}, ${institution}: ${DEGREE_NAMES[level]} in ${FIELD_NAMES[field]}, ${awardedOn ? `awarded ${dayText(awardedOn)}` : 'not completed'}`,
    })),
    ...knowledge.map(({ id, status, area, level }) => ({
      id,
      status,
      kind: 'Knowledge' as const,
      text: `${KNOWLEDGE_AREA_NAMES[area]}: ${level}`,
    })),
    ...languages.map(({ id, status, language, level }) => ({
      id,
      status,
      kind: 'Language' as const,
      text: `${LANGUAGES[language]}: ${LANGUAGE_LEVEL_NAMES[level]}`,
    })),
    ...themes.map(({ id, status, theme, level }) => ({ id, status, kind: 'Theme' as const, text: `${THEMES[theme]}: ${level}` })),
    ...trainings.map(({ id, status, kind, completedOn }) => ({
      id,
      status,
      kind: 'Training' as const,
      text: `${TRAINING_NAMES[kind]}, completed ${dayText(completedOn)}`,
    })),
  ];
  return new Map(lines.map((line) => [line.id, line]));
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
