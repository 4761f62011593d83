/** One rule as it is shown: what it says, with its number, and where that stands. */
export interface Rule {
  readonly rule: string;
  readonly number: string;
  readonly source: string;
}

/** Rules of the UN that a recruiter has to know, beside what the desk computes. */
export const OUTSIDE_RULES: readonly Rule[] = [
  { rule: 'UNDP allows education in lieu only if decided before advertising', number: '–', source: 'UNDP policy (copy)' },
  {
    rule: 'Experience before the degree counts in automatic screening',
    number: '–',
    source: 'UN Secretariat staff selection manual, Annex I',
  },
  {
    rule: 'Term of a roster membership from placement',
    number: '4 years, 6 for women',
    source: 'ST/AI/2025/2, by a staff union summary of 21 August 2025, not the instrument itself',
  },
  {
    rule: 'A woman is selected if substantially equal or superior; otherwise a written analysis',
    number: '–',
    source: 'ST/AI/1999/9 §1.8; Secretariat manual, gender parity (2023)',
  },
  { rule: 'Separation age', number: '65, exceptions possible', source: 'UN policy portal' },
  { rule: 'Consultants', number: '24 months in 36', source: 'Secretariat non-staff FAQ; exceptions exist' },
  { rule: 'Individual contractors', number: '6 or 9 months in 12', source: 'Secretariat non-staff FAQ; exceptions exist' },
  { rule: 'Break of former staff', number: 'at least 1 month', source: 'Secretariat non-staff FAQ (2022)' },
  { rule: 'Pension recipients', number: 'at most US$ 22,000 and 6 months a year', source: 'Secretariat non-staff FAQ (2022)' },
  { rule: 'BSAFE is mandatory, also for consultants, and does not expire', number: '–', source: 'secondary pages (weak)' },
  {
    rule: 'References normally after selection; the current employer only with consent',
    number: '–',
    source: 'Secretariat manual',
  },
  {
    rule: 'Vetting through ClearCheck and medical clearance before deployment',
    number: '–',
    source: 'ST/AI/2018/4; Secretariat manual; validity not seen',
  },
  {
    rule: 'UN language levels beside the European ones (CEFR); the text of the nationality rule',
    number: 'not sourced',
    source: 'no source found',
  },
];
