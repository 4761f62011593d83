import type { CountryCode } from '../../core/expert.js';
import { localeOf, type MailLanguage } from '../../core/mail-languages.js';
import { alpha2Of, countryName } from './countries.js';

/** The names that the UN uses where Unicode's catalogue has another one. Source: UNTERM. */
const UN_NAMES_IN: Readonly<Record<Exclude<MailLanguage, 'en'>, Readonly<Record<CountryCode, string>>>> = {
  fr: {
    BLR: 'Bélarus',
    COD: 'République démocratique du Congo',
    COG: 'Congo',
    CPV: 'Cabo Verde',
    KGZ: 'Kirghizistan',
    KOR: 'République de Corée',
    LAO: 'République démocratique populaire lao',
    MDA: 'République de Moldova',
    MMR: 'Myanmar',
    PRK: 'République populaire démocratique de Corée',
    PSE: 'État de Palestine',
    RUS: 'Fédération de Russie',
    SLV: 'El Salvador',
    SYR: 'République arabe syrienne',
    TLS: 'Timor-Leste',
    TUR: 'Türkiye',
    VAT: 'Saint-Siège',
    VNM: 'Viet Nam',
  },
  es: {
    BGD: 'Bangladesh',
    BHR: 'Bahrein',
    BLR: 'Belarús',
    BRN: 'Brunei Darussalam',
    BWA: 'Botswana',
    DJI: 'Djibouti',
    FJI: 'Fiji',
    GNB: 'Guinea-Bissau',
    KAZ: 'Kazajstán',
    KEN: 'Kenya',
    KOR: 'República de Corea',
    LAO: 'República Democrática Popular Lao',
    LSO: 'Lesotho',
    MDA: 'República de Moldova',
    MMR: 'Myanmar',
    MWI: 'Malawi',
    PRK: 'República Popular Democrática de Corea',
    PSE: 'Estado de Palestina',
    QAT: 'Qatar',
    ROU: 'Rumania',
    RUS: 'Federación de Rusia',
    RWA: 'Rwanda',
    SAU: 'Arabia Saudita',
    SUR: 'Suriname',
    SWZ: 'Eswatini',
    SYR: 'República Árabe Siria',
    TUR: 'Türkiye',
    VAT: 'Santa Sede',
    VNM: 'Viet Nam',
    ZWE: 'Zimbabwe',
  },
  ar: {
    CHL: 'شيلي',
    CIV: 'كوت ديفوار',
    COD: 'جمهورية الكونغو الديمقراطية',
    COG: 'الكونغو',
    CPV: 'كابو فيردي',
    IRN: 'جمهورية إيران الإسلامية',
    KOR: 'جمهورية كوريا',
    LAO: 'جمهورية لاو الديمقراطية الشعبية',
    MDA: 'جمهورية مولدوفا',
    MDV: 'ملديف',
    MMR: 'ميانمار',
    PRK: 'جمهورية كوريا الشعبية الديمقراطية',
    PSE: 'دولة فلسطين',
    RUS: 'الاتحاد الروسي',
    SYR: 'الجمهورية العربية السورية',
    TLS: 'تيمور-ليشتي',
    TZA: 'جمهورية تنزانيا المتحدة',
    VAT: 'الكرسي الرسولي',
    VNM: 'فييت نام',
  },
};

/** The name of a country in a language, as the UN writes it; a code that is not known is shown as it is. */
export function countryNameIn(language: MailLanguage, code: CountryCode): string {
  if (language === 'en') return countryName(code);
  const alpha2 = alpha2Of(code);
  if (alpha2 === undefined) return code;
  return UN_NAMES_IN[language][code] ?? new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(alpha2) ?? countryName(code);
}
