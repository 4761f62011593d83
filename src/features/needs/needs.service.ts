import { Injectable } from '@nestjs/common';
import { type Actor, seesCountry } from '../../core/access.js';
import { DomainError, fieldError, notFound } from '../../core/errors.js';
import type { CountryCode } from '../../core/expert.js';
import {
  type CountryNeed,
  checkOverride,
  type NeedContext,
  type NeedSummary,
  NO_CONTEXT,
  sourceOf,
  type WeightOverride,
  weighed,
} from '../../core/needs.js';
import type { Theme } from '../../core/themes.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, isUniqueViolation, lockRow, type Tx } from '../../platform/database/index.js';
import { COUNTRY_CODES, isCountry } from '../../platform/reference-data/index.js';
import { grouped } from './grouped.js';
import { ComputedNeed, ComputedNeedTheme, CountryContext, WeightOverrideRow } from './needs.entity.js';
import { proposedLanguages } from './proposed-languages.js';

/** What a country needs: computed from the UPR, corrected and completed by people. */
@Injectable()
export class Needs {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The needs of any country, for other features; empty, with proposed languages, where nobody has stated any. Throws `not-found` for a code that is no country. */
  async of(country: CountryCode): Promise<CountryNeed> {
    if (!isCountry(country)) throw notFound('country');
    const read = this.database.read;
    const where = { country };
    const [computed, themes, context, overrides] = await Promise.all([
      read.getRepository(ComputedNeed).findOneBy(where),
      read.getRepository(ComputedNeedTheme).findBy(where),
      read.getRepository(CountryContext).findOneBy(where),
      read.getRepository(WeightOverrideRow).find({ where, order: { number: 'ASC' } }),
    ]);
    const history = overrides.map(overrideOf);
    const all = weighed(
      themes.map(({ theme, count, points, weight, terms }) => ({ theme, count, points, weight, terms })),
      history,
    );
    const recommendations = computed?.recommendations ?? 0;
    return {
      ...(context ? contextOf(context) : { ...NO_CONTEXT, languages: proposedLanguages(country) }),
      country,
      source: sourceOf(recommendations, all),
      recommendations,
      sessions: computed?.sessions ?? [],
      newestSession: computed?.newestSession ?? null,
      highestPoints: computed?.highestPoints ?? 0,
      themes: all,
      history,
      languagesProposed: context === null,
      computedAt: computed?.computedAt ?? null,
      version: context?.version ?? 0,
    };
  }

  /** The needs of a country as the actor may see them. Throws `not-found` for a country outside the actor's sight. */
  async show(country: CountryCode, actor: Actor): Promise<CountryNeed> {
    this.assertSees(country, actor);
    return this.of(country);
  }

  /** Every country with needs of any source that the actor may see, by name. */
  async list(actor: Actor): Promise<NeedSummary[]> {
    const read = this.database.read;
    const [computed, themes, contexts, overrides] = await Promise.all([
      read.getRepository(ComputedNeed).find(),
      // Without the terms: they are most of the table, and a list shows none.
      read.getRepository(ComputedNeedTheme).find({ select: { country: true, theme: true, count: true, points: true, weight: true } }),
      read.getRepository(CountryContext).find(),
      read.getRepository(WeightOverrideRow).find({ order: { country: 'ASC', number: 'ASC' } }),
    ]);
    const recommendations = new Map(computed.map((need) => [need.country, need.recommendations]));
    const flags = new Map(contexts.map((context) => [context.country, context.flags]));
    const themesOf = grouped(themes, ({ country }) => country);
    const overridesOf = grouped(overrides, ({ country }) => country);
    return COUNTRY_CODES.filter((country) => seesCountry(actor, country))
      .filter((country) => recommendations.has(country) || flags.has(country) || overridesOf.has(country))
      .map((country) => {
        const all = weighed(
          (themesOf.get(country) ?? []).map((theme) => ({ ...theme, terms: [] })),
          (overridesOf.get(country) ?? []).map(overrideOf),
        );
        const top = all.filter(({ weight }) => weight > 0).slice(0, 3);
        return {
          country,
          source: sourceOf(recommendations.get(country) ?? 0, all),
          recommendations: recommendations.get(country) ?? 0,
          top: top.map(({ theme, weight }) => ({ theme, weight })),
          flags: flags.get(country) ?? [],
        };
      });
  }

  /**
   * Sets the weight of a theme by hand, 0 to 100, or goes back to the computed one with null. Throws `not-found`, and
   * `input.invalid` for a theme without expertise, a weight out of range, no reason, or nothing to go back from.
   */
  override(country: CountryCode, theme: Theme, weight: number | null, why: string, actor: Actor): Promise<void> {
    return this.overrideAll(country, [{ theme, weight }], why, actor, () => 'weight');
  }

  /** As `override` for several themes at once, for one reason; all of them or none. `fieldOf` names the field of the n-th weight. */
  async overrideAll(
    country: CountryCode,
    wanted: readonly { readonly theme: Theme; readonly weight: number | null }[],
    why: string,
    actor: Actor,
    fieldOf = (index: number) => `weights.${index}.weight`,
  ): Promise<void> {
    this.assertSees(country, actor);
    const reason = why.trim();
    for (const { theme, weight } of wanted) checkOverride(theme, weight, reason);
    await this.refusingTies(async (tx) => {
      const rows = tx.getRepository(WeightOverrideRow);
      const history = await rows.find({ where: { country }, order: { number: 'ASC' } });
      const first = (history.at(-1)?.number ?? 0) + 1;
      for (const [index, { theme, weight }] of wanted.entries()) {
        const before = history.findLast((row) => row.theme === theme)?.weight ?? null;
        if (weight === null && before === null)
          throw fieldError(fieldOf(index), 'Give a whole number from 0 to 100; no weight is set by hand that could be withdrawn.');
        await rows.insert({
          country,
          number: first + index,
          theme,
          weight,
          reason,
          accountId: actor.accountId,
          accountName: actor.name,
          at: this.clock.iso(),
        });
        await this.audit.record(tx, {
          actor,
          action: weight === null ? 'needs.weight-withdrawn' : 'needs.weight-set',
          subject: { kind: 'country-need', id: country },
          reason,
          details: { theme, weight, before },
        });
      }
    });
  }

  /**
   * States the country's situation: flags, languages, capacity in the region, what the assessment adds; all of it, each
   * time. `version` is the one that was read (0 for the first time); throws `conflict.stale` when it has moved on.
   */
  async setContext(country: CountryCode, context: NeedContext & { readonly version: number }, actor: Actor): Promise<void> {
    this.assertSees(country, actor);
    const { flags, languages, regionalCapacity, assessment, version } = context;
    const stated = {
      flags: [...flags],
      requiredLanguages: [...languages.required],
      desiredLanguages: [...languages.desired],
      regionalCapacity,
      assessment,
      version: version + 1,
    };
    await this.refusingTies(async (tx) => {
      const rows = tx.getRepository(CountryContext);
      const before = await lockRow(tx, CountryContext, { country });
      if ((before?.version ?? 0) !== version) throw stale();
      if (before) await rows.update({ country }, stated);
      else await rows.insert({ country, ...stated });
      await this.audit.record(tx, {
        actor,
        action: 'needs.context-set',
        subject: { kind: 'country-need', id: country },
        details: { flags, languages },
      });
    });
  }

  private assertSees(country: CountryCode, actor: Actor): void {
    if (!isCountry(country) || !seesCountry(actor, country)) throw notFound('country');
  }

  /** Two people who add the same row at once: the primary key lets one of them through, the other is told. */
  private async refusingTies(work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(work);
    } catch (error) {
      throw isUniqueViolation(error) ? stale() : error;
    }
  }
}

function stale(): DomainError {
  return new DomainError(
    'conflict.stale',
    'Somebody else changed the needs of this country in the meantime. Load the page again and repeat your change.',
  );
}

function overrideOf({ theme, weight, reason, accountId, accountName, at }: WeightOverrideRow): WeightOverride {
  return { theme, weight, reason, by: { accountId, name: accountName }, at };
}

function contextOf({ flags, requiredLanguages, desiredLanguages, regionalCapacity, assessment }: CountryContext): NeedContext {
  return { flags, languages: { required: requiredLanguages, desired: desiredLanguages }, regionalCapacity, assessment };
}
