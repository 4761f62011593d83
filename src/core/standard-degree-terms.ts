import type { DegreeField, DegreeLevel } from './expert.js';

/** Two lists: what the name of a degree says about its level, and what a subject says about its field. */
export const DEGREE_LISTS = ['level', 'field'] as const;
export type DegreeList = (typeof DEGREE_LISTS)[number];

/** Words as they stand in the titles of degrees, and what they are read as. A proposal, never a decision. */
export interface DegreeTerm {
  readonly list: DegreeList;
  /** As `termKey` writes it: lower case, without accents and punctuation. */
  readonly term: string;
  readonly value: DegreeLevel | DegreeField;
  /** Where it is used, or why it is read so. */
  readonly note: string;
}

/** By level: names of degrees in the languages of applicants, with the place or the doubt. Ours, to be checked against the IAU database. */
const LEVELS: Readonly<Record<DegreeLevel, Readonly<Record<string, string>>>> = {
  secondary: {
    'a levels': 'United Kingdom',
    abitur: 'Germany',
    bac: 'French-speaking countries',
    bachillerato: 'Spanish-speaking countries',
    baccalaureat: 'French-speaking countries',
    'high school': 'United States',
    matura: 'Central Europe',
    'secondary school': 'general',
  },
  first: {
    ba: 'Bachelor of Arts',
    bachelor: 'general',
    bachelors: 'general',
    bakalavr: 'Russian-speaking countries',
    bsc: 'Bachelor of Science',
    grado: 'Spain since 2007',
    ijaza: 'Arabic-speaking countries',
    'laurea triennale': 'Italy, three years',
    licence: 'French-speaking countries, three years',
    licenciatura: 'Spanish- and Portuguese-speaking countries; four or five years, look at the transcript',
    lisans: 'Türkiye',
    llb: 'Bachelor of Laws',
    maitrise: 'French-speaking countries, four years; read as a first-level degree until the transcript shows five',
    'master 1': 'France, first of two years',
    sarjana: 'Indonesia',
  },
  masters: {
    'cand jur': 'Denmark, Norway',
    dea: 'France, Diplôme d’études approfondies, five years',
    dess: 'France, Diplôme d’études supérieures spécialisées, five years',
    diplom: 'German-speaking countries, four to five years; not a Fachhochschule diploma',
    'juris doctor': 'United States',
    laurea: 'Italy before 1999, four years or more',
    'laurea magistrale': 'Italy, five years',
    'laurea specialistica': 'Italy, five years',
    llm: 'Master of Laws',
    ma: 'Master of Arts',
    maestria: 'Spanish-speaking countries',
    magister: 'Central Europe, Indonesia',
    magistr: 'Russian-speaking countries',
    majistir: 'Arabic-speaking countries',
    master: 'general',
    masters: 'general',
    mba: 'Master of Business Administration',
    mestrado: 'Portuguese-speaking countries',
    mpa: 'Master of Public Administration',
    mphil: 'Master of Philosophy',
    msc: 'Master of Science',
    specialist: 'Russian-speaking countries, five years',
    spetsialist: 'Russian-speaking countries, five years',
    staatsexamen: 'Germany, law',
    'yuksek lisans': 'Türkiye',
  },
  doctorate: {
    'candidate of sciences': 'Russian-speaking countries; read as a doctorate',
    'doctor of': 'general',
    doctorado: 'Spanish-speaking countries',
    doctorat: 'French-speaking countries',
    doctorate: 'general',
    doutorado: 'Portuguese-speaking countries',
    'kandidat nauk': 'Russian-speaking countries; read as a doctorate',
    phd: 'general',
    promotion: 'German-speaking countries',
  },
};

/** By field: subjects as titles name them. The first five fields are the TOR's own; what is "other related" is ours. */
const FIELDS: Readonly<Record<DegreeField, readonly string[]>> = {
  'human-rights': ['human rights', 'droits de l homme', 'droits humains', 'derechos humanos', 'direitos humanos', 'menschenrechte'],
  'international-law': [
    'international law',
    'international public law',
    'public international law',
    'international humanitarian law',
    'international criminal law',
    'droit international',
    'derecho internacional',
    'volkerrecht',
  ],
  'public-law': ['public law', 'constitutional law', 'administrative law', 'droit public', 'derecho publico', 'offentliches recht'],
  'political-science': [
    'political science',
    'political sciences',
    'politics',
    'science politique',
    'sciences politiques',
    'ciencias politicas',
    'politikwissenschaft',
  ],
  'international-relations': [
    'international relations',
    'international affairs',
    'international studies',
    'relations internationales',
    'relaciones internacionales',
    'diplomacy',
  ],
  'other-related': [
    'anthropology',
    'conflict studies',
    'criminology',
    'derecho',
    'development studies',
    'droit',
    'gender studies',
    'humanitarian action',
    'humanitarian studies',
    'jurisprudence',
    'law',
    'laws',
    'migration studies',
    'peace studies',
    'public administration',
    'public policy',
    'rechtswissenschaft',
    'social policy',
    'social sciences',
    'social work',
    'sociologie',
    'sociology',
  ],
  unrelated: [
    'accounting',
    'architecture',
    'chemistry',
    'engineering',
    'fine arts',
    'mathematics',
    'mechanical engineering',
    'music',
    'physics',
    'veterinary medicine',
  ],
};

/** The list as it comes with the desk; an administrator changes it, with a reason. */
export const STANDARD_DEGREE_TERMS: readonly DegreeTerm[] = [
  ...Object.entries(LEVELS).flatMap(([value, terms]) =>
    Object.entries(terms).map(([term, note]) => ({ list: 'level' as const, term, value: value as DegreeLevel, note })),
  ),
  ...Object.entries(FIELDS).flatMap(([value, terms]) =>
    terms.map((term) => ({
      list: 'field' as const,
      term,
      value: value as DegreeField,
      note: value === 'other-related' || value === 'unrelated' ? 'ours' : 'TOR Qualifications, “Education”',
    })),
  ),
];
