import { Moment } from '../../../web/index.js';

/** What a form knows of its draft, inside the form: the hidden version goes back with the next save. */
export interface KeptDraft {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  /** ISO moment. */
  readonly at: string;
}

/** Where the form tells whether what was typed is kept. A script puts the server's latest answer here. */
export function KeepingPlace({
  version,
  kept,
}: {
  version: number | undefined;
  /** The draft that the form has saved before. */
  kept: { readonly id: string; readonly reference: string } | undefined;
}) {
  return (
    <div id="kept" role="status" class="hint">
      <input type="hidden" name="version" value={version ?? ''} />
      <p>
        {kept ? (
          <>
            What could be kept is in the draft <a href={`/surge/${kept.id}`}>{kept.reference}</a>.
          </>
        ) : (
          'Nothing typed since the form was opened has been kept yet. Keep it as a draft at any time with the button below.'
        )}
      </p>
    </div>
  );
}

export function Kept({ draft }: { draft: KeptDraft }) {
  return (
    <>
      <input type="hidden" name="version" value={draft.version} />
      <p>
        Kept as a draft, <a href={`/surge/${draft.id}`}>{draft.reference}</a>, <Moment value={draft.at} />. If the connection is lost, go on
        from there.
      </p>
    </>
  );
}

/** Why what was typed, or some of it, could not be kept. The version stays what it was: the form may save over itself. */
export function NotKept({
  version,
  sentences,
  rest,
}: {
  version: string;
  sentences: readonly string[];
  /** The draft in which the rest is kept; undefined when nothing is. */
  rest?: { readonly id: string; readonly reference: string } | undefined;
}) {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <p class="problem">Not kept: {sentences.join(' ')}</p>
      {rest ? (
        <p>
          Everything else is kept in the draft <a href={`/surge/${rest.id}`}>{rest.reference}</a>.
        </p>
      ) : null}
    </>
  );
}
