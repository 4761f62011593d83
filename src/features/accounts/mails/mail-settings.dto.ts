import { IsBoolean, IsIn } from 'class-validator';
import { MAIL_LANGUAGES, type MailLanguage } from '../../../core/mail-languages.js';
import { MAIL_PACES, type MailPace } from '../../../core/quiet-hours.js';
import { TIME_ZONES } from '../../../platform/time-zones.js';

/** How somebody wants to be told. */
export class MailSettingsDto {
  @IsIn(MAIL_LANGUAGES, { message: `Choose one of ${MAIL_LANGUAGES.join(', ')}.` })
  language!: MailLanguage;

  /** Each mail when there is news, or one mail a day at 07:00. Immediate requests are told at once either way. */
  @IsIn(MAIL_PACES, { message: `Choose one of ${MAIL_PACES.join(', ')}.` })
  mailPace!: MailPace;

  /** Whether news from 20:00 to 07:00 waits until 07:00. Immediate requests do not wait. */
  @IsBoolean({ message: 'Say true or false.' })
  quietHours: boolean = false;

  /** IANA name of the time zone in which it is 07:00, such as Africa/Nairobi. */
  @IsIn(TIME_ZONES, { message: 'Choose a time zone from the list, such as Africa/Nairobi.' })
  timeZone!: string;
}
