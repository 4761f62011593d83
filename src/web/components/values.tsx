import type { ComponentChildren } from 'preact';
import type { PartialDate } from '../../core/dates.js';

/** Colours with a meaning; never the only carrier of it, so each tag also has words. */
export type Tone = 'neutral' | 'good' | 'warning' | 'danger' | 'accent';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * `2026-11-24` → `24 Nov 2026`: no order of day and month can be mistaken. Where only the month or the year is known, no
 * more is said: `2014-03` → `March 2014`, `2014` → `2014`.
 */
export function dayText(day: PartialDate): string {
  const [year = '', month, date] = day.split('-');
  if (month === undefined) return year;
  if (date === undefined) return `${MONTH_NAMES[Number(month) - 1]} ${year}`;
  return `${Number(date)} ${MONTH_NAMES[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

/** `2026-11-24T05:43:29.000Z` → `24 Nov 2026, 05:43 UTC`. */
export function momentText(moment: string): string {
  return `${dayText(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`;
}

/** A day, a month or a year, as exactly as it is known; a dash where there is none. */
export function Day({ value, none = '–' }: { value: PartialDate | null | undefined; none?: string }) {
  return value ? (
    <time class="nowrap" dateTime={value}>
      {dayText(value)}
    </time>
  ) : (
    <span>{none}</span>
  );
}

/** An instant in UTC; a dash where there is none. */
export function Moment({ value, none = '–' }: { value: string | null | undefined; none?: string }) {
  return value ? (
    <time class="nowrap" dateTime={value}>
      {momentText(value)}
    </time>
  ) : (
    <span>{none}</span>
  );
}

/** Whole cents as dollars: `25000000` → `US$ 250,000`; cents appear only when there are any. */
export function moneyText(cents: number): string {
  const dollars = Math.trunc(Math.abs(cents) / 100).toLocaleString('en-US');
  const rest = Math.abs(cents) % 100;
  return `${cents < 0 ? '−' : ''}US$ ${dollars}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

export function Money({ cents }: { cents: number }) {
  return <span class="nowrap number">{moneyText(cents)}</span>;
}

/** Where to write to; kept on one line, so that no direction of text tears it apart. */
export function MailAddress({ address }: { address: string }) {
  return (
    <a class="nowrap" dir="ltr" href={`mailto:${address}`}>
      {address}
    </a>
  );
}

/** A word or two on the state of something. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`tag ${tone}`}>{children}</span>;
}

/** Terms with their values, in two columns where there is room. */
export function Definition({ items }: { items: readonly (readonly [term: string, value: ComponentChildren])[] }) {
  if (items.length === 0) return null;
  return (
    <dl class="terms">
      {items.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A box around one subject. `title` is a second-level heading. */
export function Card({
  title,
  tone,
  actions,
  children,
}: {
  title?: string;
  tone?: Tone;
  actions?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class={tone ? `card ${tone}` : 'card'}>
      {title || actions ? (
        <div class="card-head">
          {title ? <h2>{title}</h2> : null}
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** A sentence that must be read before going on. */
export function Note({ tone = 'accent', children }: { tone?: Tone; children: ComponentChildren }) {
  return <div class={`note ${tone}`}>{children}</div>;
}

/** What stands where nothing is, with what to do about it. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** With a capital letter in front. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
