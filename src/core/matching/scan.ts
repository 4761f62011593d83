import { ESSENTIAL_AREAS } from '../knowledge.js';
import { CRITERIA, type Requirement } from '../requirement.js';
import type { ExperienceColumns, ProfileColumns } from './columns.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { tableSum, weightedSum } from './packed.js';
import { type CompiledRequest, compile } from './request.js';

/** Highest sum of the levels of the two skill areas. */
const SKILLS_TOP = 8;

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
    const { request, columns } = this;
    const { knowledge } = columns;
    const days = this.experience.humanRights[row] as number;
    const roster = columns.active[row] as number;
    const education = columns.education[row] as number;
    const enoughField = (this.experience.field[row] as number) >= request.minimumFieldDays;
    return (
      (roster ^ 1) |
      (Number(days < (request.daysByEducation[education] as number)) << 1) |
      (Number(days < request.minimumDays || !enoughField) << 2) |
      (Number((knowledge.machinery[row] as number) < request.essential.machinery) << 3) |
      (Number((knowledge.mandates[row] as number) < request.essential.mandates) << 4) |
      (Number((knowledge['development-programming'][row] as number) < request.essential['development-programming']) << 5) |
      (Number(tableSum(columns.languages, row, request.requiredLanguages) < request.requiredCount) << 6)
    );
  }

  /** Σ weight × value, 0 to 1,000,000; leaves the values in `values`. */
  total(row: number): number {
    const { values, request, columns, experience } = this;
    const beyond = Math.max(0, (experience.humanRights[row] as number) - request.minimumDays);
    values[0] = valueOf(tableSum(columns.themes, row, request.themes), request.themesWhole);
    values[1] = valueOf(Math.min(beyond, request.experienceWhole), request.experienceWhole);
    values[2] = valueOf(tableSum(columns.languages, row, request.desiredLanguages), request.desiredWhole);
    values[3] = valueOf(this.depth(row), request.knowledgeWhole);
    values[4] = valueOf(Math.min(experience.field[row] as number, FIELD_TOP), FIELD_TOP);
    values[5] = valueOf(Math.min(weightedSum(experience.countries, row, request.countryFactors), COUNTRY_TOP), COUNTRY_TOP);
    values[6] = valueOf((columns.knowledge.advocacy[row] as number) + (columns.knowledge.sensitivity[row] as number), SKILLS_TOP);
    values[7] = valueOf(Math.min(columns.trainings[row] as number, TRAININGS_TOP), TRAININGS_TOP);
    let total = 0;
    for (let index = 0; index < values.length; index++) total += (values[index] as number) * (request.weights[index] as number);
    return total;
  }

  /** Steps of knowledge beyond the essential levels. */
  private depth(row: number): number {
    let steps = 0;
    for (const area of ESSENTIAL_AREAS) steps += Math.max(0, (this.columns.knowledge[area][row] as number) - this.request.essential[area]);
    return steps;
  }
}
