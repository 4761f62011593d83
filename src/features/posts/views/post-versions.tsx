import type { PostCriteria } from '../../../core/post.js';
import { Button, ButtonLink, Card, type Column, Moment, Note, Table } from '../../../web/index.js';
import type { PostVersion } from '../post-version.entity.js';

const NAMES: Readonly<Record<keyof PostCriteria, string>> = {
  level: 'level',
  functions: 'functions',
  furtherFunctions: 'further functions',
  desirable: 'essential or desirable',
  essentialParts: 'essential additional qualifications',
  essentialSkills: 'essential skills',
  requiredLanguages: 'required languages',
  desiredLanguages: 'desired languages',
  educationInLieu: 'education in lieu',
  experiencePolicy: 'what counts as experience',
  situations: "the country's situation",
  weights: 'weights',
  claimWorth: 'what claims are worth',
  startsOn: 'first day',
  endsOn: 'last day',
  asOf: 'as-of day',
};

const COLUMNS: readonly Column<PostVersion>[] = [
  { head: 'Version', cell: ({ version }) => String(version), names: true, numeric: true },
  { head: 'When', cell: ({ at }) => <Moment value={at} /> },
  { head: 'Who', cell: ({ byName }) => byName },
  {
    head: 'What changed',
    cell: ({ changed }) => (changed.length === 0 ? 'Published' : `Corrected: ${changed.map((name) => NAMES[name]).join(', ')}`),
  },
  { head: 'Why', cell: ({ reason }) => reason },
];

/** The published versions. A published post never changes in silence: each correction stands here with its reason. */
export function PostVersions({ versions, postId, mayCorrect }: { versions: readonly PostVersion[]; postId: string; mayCorrect: boolean }) {
  if (versions.length === 0 && !mayCorrect) return null;
  return (
    <Card title="Versions">
      {versions.some(({ changed }) => changed.length > 0) ? (
        <Note tone="warning">
          {`This post was corrected after publication. Version ${versions[0]?.version} counts now; earlier shortlists stay with the version they were run on.`}
        </Note>
      ) : null}
      <Table
        caption="Published versions, newest first"
        columns={COLUMNS}
        rows={versions}
        keyOf={({ version }) => String(version)}
        empty="Published before versions were kept; it was not corrected since."
      />
      {mayCorrect ? (
        <p>
          <ButtonLink href={`/posts/${postId}/correction`}>Correct the published post</ButtonLink>
        </p>
      ) : null}
    </Card>
  );
}

/** The buttons under the form of a correction. */
export function CorrectionButtons({ back }: { back: string }) {
  return (
    <div class="row">
      <Button>Make the corrected version</Button>
      <ButtonLink href={back}>Cancel</ButtonLink>
    </div>
  );
}
