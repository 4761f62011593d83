import type { MailLanguage } from '../../../core/mail-languages.js';
import { canLookBack, type MissionState } from '../../../core/missions.js';
import { countryNameIn } from '../../../platform/reference-data/index.js';
import {
  Button,
  Card,
  Definition,
  ErrorSummary,
  Filled,
  type Form,
  LongDays,
  MailAddress,
  Note,
  PostForm,
  TextArea,
  translated,
} from '../../../web/index.js';
import type { Mission } from '../mission.entity.js';
import { Paragraphs } from './paragraphs.js';
import { REPORT_PAGE_WORDS } from './report-words.js';

interface Shown {
  readonly token: string;
  readonly mission: Mission;
  readonly language: MailLanguage;
  readonly form: Form;
}

/** What the expert sees behind the link: the mission, and one text to write. Reading it changes nothing. */
export function ReportScreen({ desk, form: came, ...shown }: Shown & { desk: string }) {
  const { mission, language } = shown;
  const words = REPORT_PAGE_WORDS[language];
  const form = translated(came, words, REPORT_PAGE_WORDS.en);
  const open = canLookBack(mission);
  const days = { from: mission.startsOn, to: mission.endsOn };
  return (
    <>
      {open ? <p class="lead">{words.intro}</p> : <ErrorSummary form={form} />}
      <Card title={words.mission.title}>
        <Definition
          items={[
            [words.mission.country, countryNameIn(language, mission.country)],
            [words.mission.dates, <LongDays text={words.mission.period} days={days} language={language} />],
            [words.mission.reference, <bdi>{mission.reference}</bdi>],
          ]}
        />
      </Card>
      {open ? (
        <Report {...shown} form={form} />
      ) : (
        <Note tone={mission.state === 'closed' ? 'good' : 'accent'}>{closedText(mission.state, language)}</Note>
      )}
      {mission.report !== null && mission.state === 'closed' ? (
        <Card title={words.yours}>
          <Paragraphs text={mission.report} />
        </Card>
      ) : null}
      <p>
        <Filled text={words.write} values={{ address: <MailAddress address={desk} /> }} />
      </p>
    </>
  );
}

function Report({ token, mission, language, form }: Shown) {
  const words = REPORT_PAGE_WORDS[language].form;
  return (
    <>
      {mission.reportedAt ? (
        <Note tone="good">
          {words.handed} {words.until}
        </Note>
      ) : null}
      <Card title={words.title} tone="accent">
        <PostForm form={form} action={`/mission-reports/${token}?language=${language}`}>
          <p>{words.length}</p>
          <TextArea form={form} name="report" rows={14} label={words.label} hint={words.hint} />
          <Button>{words.button}</Button>
        </PostForm>
      </Card>
    </>
  );
}

/** Why no report is taken. */
function closedText(state: MissionState, language: MailLanguage): string {
  const { closed, refusals } = REPORT_PAGE_WORDS[language];
  return state === 'deployed' || state === 'completed' ? refusals['mission.not-allowed'] : closed[state];
}
