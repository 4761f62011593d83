import { PANEL_CRITERIA } from '../../../core/panel.js';
import { Button, Card, Choices, Definition, type Form, Note, PostForm, Tag, TextArea } from '../../../web/index.js';
import type { CandidateResult, PanelResult } from '../panel-view.js';
import { GivenRatings } from './given-ratings.js';
import { medianText, PANEL_CRITERION_NAMES, RATING_OPTIONS, spreadText } from './words.js';

/** One candidate in the discussion: how far the ratings lie apart, and what was agreed. */
export function DiscussionPage({ result, candidate, form }: { result: PanelResult; candidate: CandidateResult; form: Form }) {
  const { panel, may } = result;
  const { letter, ratings, spread, consensus, consensusReason } = candidate;
  const wide = PANEL_CRITERIA.filter((name) => spread[name]?.wide);
  return (
    <>
      <p>
        <a href={`/panels/${panel.id}/result`}>Back to the result</a>
      </p>
      {wide.length > 0 ? (
        <Note tone="warning">{`To be discussed, two or more apart: ${wide.map((name) => PANEL_CRITERION_NAMES[name].toLowerCase()).join(', ')}.`}</Note>
      ) : null}
      <Card title={`Ratings of candidate ${letter}`}>
        <GivenRatings
          ratings={ratings}
          more={[
            {
              head: 'Spread',
              cell: (name) => {
                const apart = spread[name];
                if (!apart) return '–';
                return apart.wide ? <Tag tone="warning">{`${spreadText(apart)}: discuss`}</Tag> : spreadText(apart);
              },
            },
            ...(consensus ? [{ head: 'Agreed', cell: (name: (typeof PANEL_CRITERIA)[number]) => <strong>{consensus[name]}</strong> }] : []),
          ]}
        />
        {consensusReason ? <Definition items={[['How the panel agreed', consensusReason]]} /> : null}
      </Card>
      {may.agree.includes(letter) ? (
        <Card title={consensus ? 'Record anew what was agreed' : 'Record what was agreed'} tone="accent">
          <PostForm form={form} action={`/panels/${panel.id}/candidates/${letter}/consensus`}>
            {PANEL_CRITERIA.map((name) => {
              const apart = spread[name];
              return (
                <Choices
                  key={name}
                  form={form}
                  name={`scores.${name}`}
                  label={PANEL_CRITERION_NAMES[name]}
                  hint={apart ? `Middle of the ratings: ${medianText(apart.medianTwice)}` : ''}
                  options={RATING_OPTIONS}
                  inline
                />
              );
            })}
            <TextArea form={form} name="reason" label="How the panel came to agree" />
            <Button>Record what was agreed</Button>
          </PostForm>
        </Card>
      ) : null}
    </>
  );
}
