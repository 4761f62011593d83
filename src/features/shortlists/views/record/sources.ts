/** Where each rule of a shortlist stands, for everybody who has to defend it. */
export const RULE_SOURCES: readonly { readonly rule: string; readonly source: string }[] = [
  { rule: 'Gate: active on a roster', source: 'UNDG Strategy for the Deployment of Human Rights Advisers (2012), C.4 b' },
  { rule: 'Gate: advanced university degree', source: 'Strategy, Annex: Standard TOR, Qualifications' },
  {
    rule: 'Gate: professional experience',
    source: 'Strategy, Annex: Standard TOR, Qualifications; P-4, P-3 and P-2: UN careers, common minimums',
  },
  { rule: 'Gates: machinery, mandates, development programming', source: 'Strategy, Annex: Standard TOR, Qualifications' },
  { rule: 'Gate: required languages', source: 'Strategy, Annex: Standard TOR; levels as the UN Secretariat counts them' },
  { rule: 'In-lieu education, where the post allows it', source: 'UN Secretariat staff selection manual, Annex I' },
  { rule: 'Counting years', source: 'Desk rules, docs/scoring.md; professional levels: staff selection manual, Annex I' },
  { rule: 'Themes of the country', source: 'UPR recommendations by the formula on the page of the country; TOR function 2.1' },
  { rule: 'Other criteria and their weights', source: 'Rubric of the desk, docs/scoring.md; additional qualifications of the TOR' },
  { rule: 'Fewer than two on a list, or no woman', source: 'UNDP recruitment policy (2017); ST/AI/1999/9, section 1.8' },
  { rule: 'Impact ratio, four fifths', source: 'Four-fifths rule; small groups: NYC Local Law 144 rules' },
];
