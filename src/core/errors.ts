/**
 * Every way in which the domain says no. The code is stable and public (docs/errors.md), the kind decides how a
 * transport answers, the title is the sentence that never changes between two occurrences.
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

interface ErrorDefinition {
  readonly kind: ErrorKind;
  readonly title: string;
}

const define = <const T extends Record<string, ErrorDefinition>>(codes: T): T => codes;

/** The catalogue. A code is never renamed and never reused for something else. */
export const ERRORS = define({
  'input.invalid': { kind: 'invalid', title: 'Some fields are missing or not as they should be' },
  'input.malformed': { kind: 'invalid', title: 'The request body cannot be read' },
  'input.too-large': { kind: 'too-large', title: 'The request is larger than this service accepts' },
  'input.too-many-requests': { kind: 'too-many', title: 'Too many requests in a short time' },
  'access.sign-in-required': { kind: 'unauthenticated', title: 'Sign in first' },
  'access.wrong-credentials': { kind: 'unauthenticated', title: 'The e-mail address or the password is wrong' },
  'access.not-allowed': { kind: 'forbidden', title: 'Your role may not do this' },
  'access.cross-site': { kind: 'forbidden', title: 'The request came from another site' },
  'not-found': { kind: 'not-found', title: 'There is nothing here, or nothing that you may see' },
  'conflict.stale': { kind: 'conflict', title: 'Somebody else changed this in the meantime' },
  'conflict.duplicate': { kind: 'conflict', title: 'This exists already' },
  'account.email-taken': { kind: 'conflict', title: 'An account with this e-mail address exists already' },
  'account.own': { kind: 'conflict', title: 'Nobody can switch off their own account' },
  'roster.duplicate-person': { kind: 'conflict', title: 'This person seems to be on the roster already' },
  'roster.import-refused': { kind: 'invalid', title: 'The file has rows that cannot be imported, so nothing was imported' },
  'roster.vetting-not-allowed': { kind: 'conflict', title: 'The vetting cannot take this step from where it stands' },
  'needs.file-refused': { kind: 'invalid', title: 'The file is not a file of UPR recommendations' },
  'post.closed': { kind: 'conflict', title: 'The post can no longer be changed' },
  'post.weights': { kind: 'invalid', title: 'The weights must be whole numbers that sum to 100' },
  'shortlist.not-frozen': { kind: 'gone', title: 'The roster of this run was not kept' },
  'shortlist.other-rules': { kind: 'conflict', title: 'This run was made by other rules' },
  'shortlist.analysis-needed': { kind: 'conflict', title: 'The list needs a written analysis before it is signed' },
  'shortlist.signed': { kind: 'conflict', title: 'You have signed this list already' },
  'panel.not-declared': { kind: 'conflict', title: 'A declaration of conflicts of interest comes first' },
  'panel.recused': { kind: 'conflict', title: 'You do not take part in this because of a conflict of interest' },
  'panel.handed-in': { kind: 'conflict', title: 'The rating has been handed in and stands' },
  'panel.ratings-missing': { kind: 'conflict', title: 'Ratings are missing that have to be in first' },
  'panel.analysis-needed': { kind: 'conflict', title: 'The decision needs a written analysis' },
  'panel.second-person': { kind: 'conflict', title: 'Another member of the panel has to confirm the decision' },
  'panel.closed': { kind: 'conflict', title: 'The panel cannot take this step from where it stands' },
  'surge.not-allowed': { kind: 'conflict', title: 'The request cannot take this step from where it stands' },
  'surge.second-person': { kind: 'conflict', title: 'A second officer has to confirm this approval' },
  'surge.not-open': { kind: 'conflict', title: 'Offers can be made only while the request is being matched' },
  'offer.not-open': { kind: 'conflict', title: 'The offer has been answered, withdrawn or has lapsed' },
  'offer.expired': { kind: 'gone', title: 'The time to answer this offer has run out' },
  'offer.seats-taken': { kind: 'conflict', title: 'All the places of this mission have been taken' },
  'offer.seats-held': { kind: 'conflict', title: 'All the places are held for others for the time being' },
  'offer.questions-spent': { kind: 'conflict', title: 'No more questions can be asked from this offer' },
  'offer.not-deployable': { kind: 'conflict', title: 'The expert cannot be offered this mission' },
  'release.not-open': { kind: 'conflict', title: 'The release has been decided or is no longer needed' },
  'mission.not-allowed': { kind: 'conflict', title: 'The mission cannot take this step from where it stands' },
  'reservation.overlap': { kind: 'conflict', title: 'The expert is already reserved on some of these dates' },
  'notice.not-failed': { kind: 'conflict', title: 'Only a notice that failed can be sent again' },
  'job.not-dead': { kind: 'conflict', title: 'Only a job that was given up can be run again' },
  'service.unavailable': { kind: 'unavailable', title: 'A part of the service cannot be reached right now' },
  'service.failure': { kind: 'unavailable', title: 'Something went wrong on our side; nothing was changed' },
});

export type ErrorCode = keyof typeof ERRORS;

/** One field that is wrong, with the remedy in a full sentence. `field` is a path such as `languages.0.level`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * A refusal by the domain: a code from the catalogue, and a sentence with the values and the advice. It never names a
 * person and never carries personal data, because it is logged and shown.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
  }

  get kind(): ErrorKind {
    return ERRORS[this.code].kind;
  }
}

/** A refusal that points at one field, so that a form can show the sentence beside it. */
export function fieldError(field: string, message: string, code: ErrorCode = 'input.invalid'): DomainError {
  return new DomainError(code, message, [{ field, message }]);
}

/** What you may not see looks exactly like what does not exist. */
export function notFound(what: string): DomainError {
  return new DomainError('not-found', `There is no such ${what}, or you may not see it.`);
}
