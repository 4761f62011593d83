import { CRITERIA, type Requirement } from '../requirement.js';
import type { ExperienceColumns, ProfileColumns } from './columns.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { tableSum, weightedSum } from './packed.js';
import { type CompiledRequest, compile } from './request.js';

/**
 * One request over the columns of a pool. The two methods run once for each profile: they read typed arrays, allocate
 * nothing, and must say what the rules in criteria/ say (the reference holds them to it).
 */
export class Scan {
  /** Values of the row that `total` was last called for, in the order of CRITERIA. */
  readonly values = new Int32Array(CRITERIA.length);
  private readonly request: CompiledRequest;

  constructor(
    private readonly columns: ProfileColumns,
    private readonly experience: ExperienceColumns,
    requirement: Requirement,
  ) {
    this.request = compile(requirement, experience.countryIndex);
  }

  /** One bit for each gate that is missed, the first of GATES lowest; 0 for the eligible. */
  unmet(row: number): number {
    const { columns, experience, request } = this;
    const days = experience.humanRights[row] as number;
    const education = columns.education[row] as number;
    const field = experience.field[row] as number;
    let unmet = columns.active[row] === 1 ? 0 : 1;
    if (days < (request.daysByEducation[education] as number)) unmet |= 1 << 1;
    if (days < request.minimumDays || field < request.minimumFieldDays) unmet |= 1 << 2;
    for (let area = 0; area < request.essential.length; area++) {
      if ((columns.essential[area]?.[row] as number) < (request.essential[area] as number)) unmet |= 1 << (3 + area);
    }
    if (tableSum(columns.languages, row, request.requiredLanguages) < request.requiredCount) unmet |= 1 << 6;
    return unmet;
  }

  /** Σ weight × value, 0 to 1,000,000; leaves the values in `values`. */
  total(row: number): number {
    const { values, columns, experience, request } = this;
    const beyond = Math.max(0, (experience.humanRights[row] as number) - request.minimumDays);
    values[0] = valueOf(tableSum(columns.themes, row, request.themes), request.themesWhole);
    values[1] = valueOf(Math.min(beyond, request.experienceWhole), request.experienceWhole);
    values[2] = valueOf(tableSum(columns.languages, row, request.desiredLanguages), request.desiredWhole);
    values[3] = valueOf(this.depth(row), request.knowledgeWhole);
    values[4] = valueOf(Math.min(experience.field[row] as number, FIELD_TOP), FIELD_TOP);
    values[5] = valueOf(Math.min(weightedSum(experience.countries, row, request.countryFactors), COUNTRY_TOP), COUNTRY_TOP);
    values[6] = columns.skills[row] as number;
    values[7] = columns.trainings[row] as number;
    let total = 0;
    for (let index = 0; index < values.length; index++) total += (values[index] as number) * (request.weights[index] as number);
    return total;
  }

  /** Steps of knowledge beyond the essential levels. */
  private depth(row: number): number {
    const { columns, request } = this;
    let steps = 0;
    for (let area = 0; area < request.essential.length; area++) {
      steps += Math.max(0, (columns.essential[area]?.[row] as number) - (request.essential[area] as number));
    }
    return steps;
  }
}
