import { canLookBack } from '../../../core/missions.js';
import { Button, Card, Day, Definition, type Form, Note, PostForm, TextArea } from '../../../web/index.js';
import type { Mission } from '../mission.entity.js';
import { REPORT_CLOSED_WORDS } from './mission-words.js';
import { Paragraphs } from './paragraphs.js';

/** What the expert sees behind the link: the mission, and one text to write. Reading it changes nothing. */
export function ReportScreen({ token, mission, form }: { token: string; mission: Mission; form: Form }) {
  return (
    <>
      <Card title="The mission">
        <Definition
          items={[
            ['Reference', mission.reference],
            ['First day', <Day value={mission.startsOn} />],
            ['Last day', <Day value={mission.endsOn} />],
          ]}
        />
      </Card>
      {mission.reportedAt && canLookBack(mission) ? (
        <Note tone="good">Your report has been handed in. Thank you. Until the mission is closed you can send a better version.</Note>
      ) : null}
      {canLookBack(mission) ? (
        <Card title="Your report" tone="accent">
          <PostForm form={form} action={`/mission-reports/${token}`}>
            <TextArea
              form={form}
              name="report"
              rows={14}
              label="What was achieved, what was not, what should those know who come next?"
              hint="The office that asked and the surge desk read it. Name no victims and no sources."
            />
            <Button>Hand in the report</Button>
          </PostForm>
        </Card>
      ) : (
        <Note tone={mission.state === 'closed' ? 'good' : 'accent'}>{REPORT_CLOSED_WORDS[mission.state]}</Note>
      )}
      {mission.report !== null && mission.state === 'closed' ? (
        <Card title="What you reported">
          <Paragraphs text={mission.report} />
        </Card>
      ) : null}
    </>
  );
}
