import type { Period } from '../../core/dates.js';
import type { MailLanguage } from '../../core/mail-languages.js';
import { momentIn, weekdayIn } from '../../platform/mail/index.js';
import { Filled } from './filled.js';

/** The first and the last day of a period with their days of the week, in the sentence of a language: `{first} to {last}`. */
export function LongDays({ text, days, language }: { text: string; days: Period; language: MailLanguage }) {
  const day = (value: string) => <time dateTime={value}>{weekdayIn(language, value)}</time>;
  return <Filled text={text} values={{ first: day(days.from), last: day(days.to) }} />;
}

/** An instant in UTC, as a language writes it in full. */
export function LongMoment({ value, language }: { value: string; language: MailLanguage }) {
  return <time dateTime={value}>{momentIn(language, value)}</time>;
}
