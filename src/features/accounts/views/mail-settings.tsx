import { MAIL_LANGUAGE_NAMES } from '../../../core/mail-languages.js';
import type { MailPace } from '../../../core/quiet-hours.js';
import { TIME_ZONES } from '../../../platform/time-zones.js';
import { Button, Choices, type Form, PostForm, Select, Tick } from '../../../web/index.js';
import type { MailSettingsDto } from '../mails/mail-settings.dto.js';

const PACES: Readonly<Record<MailPace, string>> = {
  'at-once': 'A mail whenever there is news',
  daily: 'One mail a day, at 07:00, with all the news',
};

/** Language, pace and quiet hours of the reader's own mails. */
export function MailSettingsView({ form }: { form: Form<MailSettingsDto> }) {
  return (
    <div class="narrow">
      <p>
        <a href="/password">Change your password</a>
      </p>
      <p class="lead">News of immediate requests is sent at once, whatever you choose here.</p>
      <PostForm form={form} action="/how-you-are-told">
        <Select form={form} name="language" label="Language of the mails" options={MAIL_LANGUAGE_NAMES} />
        <Choices form={form} name="mailPace" label="How often" options={PACES} />
        <Tick
          form={form}
          name="quietHours"
          label="Quiet hours"
          hint="What comes from 20:00 to 07:00 waits until 07:00, and arrives in one mail."
        />
        <Select
          form={form}
          name="timeZone"
          label="Your time zone"
          hint="For 20:00 and 07:00. Times in mails and pages stay in UTC."
          options={TIME_ZONES.map((zone) => [zone, zone.replaceAll('_', ' ')] as const)}
        />
        <Button>Save</Button>
      </PostForm>
    </div>
  );
}
