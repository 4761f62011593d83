/**
 * The 54 issues that the UPR recommendations are tagged with, by slug, in their published wording. They are also the
 * themes an expert's expertise is stated in, so that a country's needs and a profile speak the same words.
 */
export const THEMES = {
  'asylum-seekers-refugees': 'Asylum-seekers - refugees',
  'civil-society': 'Civil society',
  corruption: 'Corruption',
  'counter-terrorism': 'Counter-terrorism',
  'cp-rights-general': 'CP rights - general',
  'death-penalty': 'Death penalty',
  detention: 'Detention',
  development: 'Development',
  disabilities: 'Disabilities',
  elections: 'Elections',
  'enforced-disappearances': 'Enforced disappearances',
  environment: 'Environment',
  'esc-rights-general': 'ESC rights - general',
  'extrajudicial-executions': 'Extrajudicial executions',
  'freedom-of-association-and-peaceful-assembly': 'Freedom of association and peaceful assembly',
  'freedom-of-movement': 'Freedom of movement',
  'freedom-of-opinion-and-expression': 'Freedom of opinion and expression',
  'freedom-of-religion-and-belief': 'Freedom of religion and belief',
  'freedom-of-the-press': 'Freedom of the press',
  general: 'General',
  'hiv-aids': 'HIV - Aids',
  'human-rights-defenders': 'Human rights defenders',
  'human-rights-education-and-training': 'Human rights education and training',
  'human-rights-violations-by-state-agents': 'Human rights violations by state agents',
  impunity: 'Impunity',
  'indigenous-peoples': 'Indigenous peoples',
  'internally-displaced-persons': 'Internally displaced persons',
  'international-humanitarian-law': 'International humanitarian law',
  'international-instruments': 'International instruments',
  justice: 'Justice',
  labour: 'Labour',
  migrants: 'Migrants',
  minorities: 'Minorities',
  'national-plan-of-action': 'National plan of action',
  nhri: 'NHRI',
  other: 'Other',
  poverty: 'Poverty',
  'public-security': 'Public security',
  'racial-discrimination': 'Racial discrimination',
  'right-to-education': 'Right to education',
  'right-to-food': 'Right to food',
  'right-to-health': 'Right to health',
  'right-to-housing': 'Right to housing',
  'right-to-land': 'Right to land',
  'right-to-water': 'Right to water',
  'rights-of-the-child': 'Rights of the Child',
  'sexual-orientation-and-gender-identity': 'Sexual Orientation and Gender Identity',
  'special-procedures': 'Special procedures',
  'technical-assistance-and-cooperation': 'Technical assistance and cooperation',
  'torture-and-other-cid-treatment': 'Torture and other CID treatment',
  trafficking: 'Trafficking',
  'treaty-bodies': 'Treaty bodies',
  'upr-process': 'UPR process',
  'womens-rights': "Women's rights",
} as const;

export type Theme = keyof typeof THEMES;

/** In a fixed order: an index into this array is the theme's number in packed columns. */
export const THEME_SLUGS = Object.keys(THEMES) as readonly Theme[];

/** Counted and shown, but no expertise anybody can have: they carry no weight. Source: product rule "Country needs". */
export const THEMES_WITHOUT_EXPERTISE: ReadonlySet<Theme> = new Set<Theme>(['general', 'other', 'upr-process']);

/** The 51 themes in which a person can be an expert. */
export const EXPERT_THEMES = THEME_SLUGS.filter((slug) => !THEMES_WITHOUT_EXPERTISE.has(slug));

export function isTheme(value: unknown): value is Theme {
  return typeof value === 'string' && Object.hasOwn(THEMES, value);
}
