import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { DomainError } from '../../core/errors.js';
import { PANEL_CRITERIA, ratingProblems } from '../../core/panel.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import type { RatingDto } from './panel.dto.js';
import { PanelRating } from './panel.entity.js';
import { PanelBooks } from './panel-book.js';

/** What members think of candidates, each for themselves. */
@Injectable()
export class PanelRatings {
  constructor(
    private readonly books: PanelBooks,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the member's own rating, or hands it in: from then on it stands. Throws as `Seat.assertRates`, 'panel.handed-in',
   * 'conflict.stale' when it was saved elsewhere in between, 'input.invalid' when it is handed in incomplete.
   */
  async save(
    id: string,
    letter: string,
    { scores = {}, notes = {}, comment = '', handIn = false, version }: RatingDto,
    me: Actor,
  ): Promise<void> {
    await this.books.change(id, me, async (tx, seat) => {
      seat.assertRates(letter);
      seat.assertState('open');
      const before = seat.book.rating(me.accountId, letter);
      if (before?.handedInAt)
        throw new DomainError(
          'panel.handed-in',
          'You have handed in your rating of this candidate. A change of mind belongs in the discussion.',
        );
      if ((before?.version ?? 0) !== version)
        throw new DomainError(
          'conflict.stale',
          'You saved another version of this rating in the meantime. Load the page again and repeat your change.',
        );
      const problems = handIn ? ratingProblems(scores, comment) : [];
      if (problems.length > 0)
        throw new DomainError('input.invalid', `${problems.length} answers are missing before this rating can be handed in.`, problems);
      const now = this.clock.iso();
      await tx.getRepository(PanelRating).save({
        panelId: id,
        accountId: me.accountId,
        letter,
        scores: onlyCriteria(scores),
        notes: onlyCriteria(notes),
        comment: comment.trim(),
        version: version + 1,
        savedAt: now,
        handedInAt: handIn ? now : null,
      });
      if (handIn) await this.audit.record(tx, { actor: me, action: 'panel.rated', subject: { kind: 'panel', id }, details: { letter } });
    });
  }
}

/** In the order of the TOR, so that equal ratings are kept equally. */
function onlyCriteria<T>(values: Readonly<Partial<Record<(typeof PANEL_CRITERIA)[number], T>>>): typeof values {
  return Object.fromEntries(PANEL_CRITERIA.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}
