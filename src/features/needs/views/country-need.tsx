import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import type { CountryNeed, WeighedTheme } from '../../../core/needs.js';
import type { LanguageNeed } from '../../../core/requirement.js';
import { THEMES, THEMES_WITHOUT_EXPERTISE } from '../../../core/themes.js';
import { Bar, ButtonLink, Card, Definition, Moment, Note, Table, Tag } from '../../../web/index.js';
import { Formula, Terms } from './formula.js';
import { FLAG_NAMES, recommendationsText, SOURCE_NAMES } from './wording.js';

/** Everything that is known about a country's needs, and where it comes from. */
export function CountryNeedView({ need, mayEdit }: { need: CountryNeed; mayEdit: boolean }) {
  return (
    <>
      <Provenance need={need} mayEdit={mayEdit} />
      <Situation need={need} mayEdit={mayEdit} />
      <Card title="Themes" actions={mayEdit ? <ButtonLink href={`/needs/${need.country}/weights`}>Set weights by hand</ButtonLink> : null}>
        <Table
          caption="Themes by weight"
          keyOf={({ theme }) => theme}
          rows={need.themes}
          empty="No recommendation is known, and no weight has been set by hand."
          columns={[
            { head: 'Theme', names: true, cell: ({ theme }) => THEMES[theme] },
            { head: 'Weight', cell: weightCell },
            { head: 'Recommendations', numeric: true, cell: ({ count }) => count },
            { head: 'Points', cell: ({ terms, points }) => (terms.length === 0 ? '–' : <Terms terms={terms} points={points} />) },
          ]}
        />
      </Card>
      {need.recommendations > 0 ? <Formula need={need} /> : null}
      {need.history.length > 0 ? <History need={need} /> : null}
    </>
  );
}

function Provenance({ need, mayEdit }: { need: CountryNeed; mayEdit: boolean }) {
  if (need.source === 'none')
    return (
      <Note tone="warning">
        No recommendation is known for this country, and nobody has entered a need by hand.{' '}
        {mayEdit ? (
          <>
            Enter it in two steps: <a href={`/needs/${need.country}/weights`}>its themes with their weights</a>, then{' '}
            <a href={`/needs/${need.country}/context`}>its situation</a>.
          </>
        ) : null}
      </Note>
    );
  return (
    <Definition
      items={[
        ['Source', SOURCE_NAMES[need.source]],
        ['Known', recommendationsText(need.recommendations)],
        ['Reviewed in session', need.sessions.length === 0 ? '–' : need.sessions.join(', ')],
        ['Computed', <Moment key="computed" value={need.computedAt} />],
      ]}
    />
  );
}

function weightCell({ theme, weight, computed, override }: WeighedTheme) {
  if (THEMES_WITHOUT_EXPERTISE.has(theme)) return <span>No expertise, no weight</span>;
  return (
    <>
      <Bar value={weight} max={100} label={THEMES[theme]} />
      {override === null ? null : (
        <p>
          <Tag tone="accent">Set by hand</Tag> instead of {computed}, by {override.by.name}, <Moment value={override.at} />:{' '}
          {override.reason}
        </p>
      )}
    </>
  );
}

function Situation({ need, mayEdit }: { need: CountryNeed; mayEdit: boolean }) {
  const { flags, languages, languagesProposed, regionalCapacity, assessment } = need;
  return (
    <Card title="Situation" actions={mayEdit ? <ButtonLink href={`/needs/${need.country}/context`}>Edit the situation</ButtonLink> : null}>
      {languagesProposed ? (
        <Note tone="warning">Nobody has stated the situation yet. The languages are a proposal from the country's own languages.</Note>
      ) : null}
      <Definition
        items={[
          [
            'Context',
            flags.length === 0
              ? '–'
              : flags.map((flag) => (
                  <Tag key={flag} tone="warning">
                    {FLAG_NAMES[flag]}
                  </Tag>
                )),
          ],
          ['Languages required', languagesText(languages.required)],
          ['Languages desired', languagesText(languages.desired)],
          ['Capacity in the region', regionalCapacity || '–'],
          ['Added by the assessment', assessment || '–'],
        ]}
      />
    </Card>
  );
}

function languagesText(needs: readonly LanguageNeed[]): string {
  return needs.length === 0
    ? '–'
    : needs.map(({ language, level }) => `${LANGUAGES[language]} (${LANGUAGE_LEVEL_NAMES[level]})`).join(', ');
}

function History({ need }: { need: CountryNeed }) {
  return (
    <Card title="Weights set by hand, newest first">
      <ol class="timeline">
        {need.history
          .map((override, index) => (
            <li key={index}>
              <strong>{THEMES[override.theme]}</strong>: {override.weight === null ? 'back to the computed weight' : override.weight}, by{' '}
              {override.by.name}, <Moment value={override.at} />. {override.reason}
            </li>
          ))
          .reverse()}
      </ol>
    </Card>
  );
}
