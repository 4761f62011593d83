/**
 * Languages by ISO 639 code. The six official languages first, then the working languages of field offices.
 * One overall level per language and person.
 */
export const LANGUAGES = {
  ar: 'Arabic',
  zh: 'Chinese',
  en: 'English',
  fr: 'French',
  ru: 'Russian',
  es: 'Spanish',
  sq: 'Albanian',
  am: 'Amharic',
  hy: 'Armenian',
  ay: 'Aymara',
  az: 'Azerbaijani',
  bm: 'Bambara',
  be: 'Belarusian',
  bn: 'Bengali',
  bi: 'Bislama',
  bs: 'Bosnian',
  bg: 'Bulgarian',
  my: 'Burmese',
  ca: 'Catalan',
  hr: 'Croatian',
  cs: 'Czech',
  da: 'Danish',
  prs: 'Dari',
  nl: 'Dutch',
  dz: 'Dzongkha',
  et: 'Estonian',
  fj: 'Fijian',
  fi: 'Finnish',
  ff: 'Fulah',
  ka: 'Georgian',
  de: 'German',
  el: 'Greek',
  gn: 'Guarani',
  ht: 'Haitian Creole',
  ha: 'Hausa',
  he: 'Hebrew',
  hi: 'Hindi',
  hu: 'Hungarian',
  is: 'Icelandic',
  ig: 'Igbo',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  km: 'Khmer',
  kk: 'Kazakh',
  rw: 'Kinyarwanda',
  rn: 'Kirundi',
  ko: 'Korean',
  ku: 'Kurdish',
  ky: 'Kyrgyz',
  lo: 'Lao',
  lv: 'Latvian',
  ln: 'Lingala',
  lt: 'Lithuanian',
  mk: 'Macedonian',
  mg: 'Malagasy',
  ms: 'Malay',
  dv: 'Maldivian',
  mt: 'Maltese',
  mn: 'Mongolian',
  ne: 'Nepali',
  no: 'Norwegian',
  om: 'Oromo',
  ps: 'Pashto',
  fa: 'Persian',
  pl: 'Polish',
  pt: 'Portuguese',
  qu: 'Quechua',
  ro: 'Romanian',
  sm: 'Samoan',
  sg: 'Sango',
  sr: 'Serbian',
  sn: 'Shona',
  si: 'Sinhala',
  sk: 'Slovak',
  sl: 'Slovenian',
  so: 'Somali',
  st: 'Sotho',
  sw: 'Swahili',
  ss: 'Swati',
  sv: 'Swedish',
  tl: 'Tagalog',
  tg: 'Tajik',
  ta: 'Tamil',
  tet: 'Tetum',
  th: 'Thai',
  ti: 'Tigrinya',
  tpi: 'Tok Pisin',
  to: 'Tongan',
  ts: 'Tsonga',
  tn: 'Tswana',
  tr: 'Turkish',
  tk: 'Turkmen',
  uk: 'Ukrainian',
  ur: 'Urdu',
  uz: 'Uzbek',
  vi: 'Vietnamese',
  wo: 'Wolof',
  xh: 'Xhosa',
  yo: 'Yoruba',
  zu: 'Zulu',
} as const;

export type Language = keyof typeof LANGUAGES;

/** The official languages of the UN, which posts mostly require. */
export const OFFICIAL_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const satisfies readonly Language[];

/** In a fixed order: an index into this array is the language's number in packed columns. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

/**
 * UN language levels: 1 to 4 stand for I to IV; III is working knowledge (the proficiency examination), IV is fluent.
 * A mother tongue is IV. 0 means not stated. Source: hr.un.org; product rule "Languages".
 */
export const LANGUAGE_LEVELS = [1, 2, 3, 4] as const;
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];

export const LANGUAGE_LEVEL_NAMES: Readonly<Record<LanguageLevel, string>> = {
  1: 'I – elementary',
  2: 'II – intermediate',
  3: 'III – working knowledge',
  4: 'IV – fluent',
};

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}
