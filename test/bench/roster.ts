import type { ExpertProfile } from '../../src/core/expert.js';
import type { ExpertDraft } from '../../src/core/expert-draft.js';
import { ROSTER_COLUMNS, readRow } from '../../src/core/roster-csv.js';
import { fictionalExperts } from '../../src/demo/fictional.js';
import { AS_OF } from '../support/experts.js';

const SEED = 2012;

/** So many fictional experts, read as the import reads them. Profile n is the same at every size. */
export function fictionalRoster(count: number): ExpertProfile[] {
  const context = { today: AS_OF, isCountry: () => true };
  return Array.from(fictionalExperts({ count, seed: SEED, asOf: AS_OF }), (row, index) => {
    const { draft, problems } = readRow(
      ROSTER_COLUMNS,
      ROSTER_COLUMNS.map((column) => row[column]),
      context,
    );
    if (problems.length > 0) throw new Error(`Row ${index + 1} of the fictional roster cannot be imported.`);
    return profileOf(draft, index + 1);
  });
}

function profileOf(draft: ExpertDraft, number: number): ExpertProfile {
  return {
    id: `expert-${number}`,
    number,
    nationality: draft.nationality,
    gender: draft.gender,
    degrees: withIds(draft.degrees),
    experience: withIds(draft.experience),
    knowledge: withIds(draft.knowledge),
    languages: withIds(draft.languages),
    themes: withIds(draft.themes),
    trainings: withIds(draft.trainings),
    unavailable: withIds(draft.unavailable),
    memberships: draft.memberships,
  };
}

function withIds<T extends { readonly id?: string }>(parts: readonly T[]): (T & { readonly id: string })[] {
  return parts.map((part, index) => ({ ...part, id: String(index + 1) }));
}
