import type { CountryCode } from '../core/expert.js';
import type { Language } from '../core/languages.js';

/** What people from one part of the world are made of. First and last names are common ones, put together by chance. */
export interface Region {
  /** Share of the roster, in whole numbers against the other regions. */
  readonly share: number;
  readonly countries: readonly CountryCode[];
  readonly female: string;
  readonly male: string;
  readonly family: string;
  /** One of these is the mother tongue. */
  readonly motherTongues: readonly Language[];
  /** Working languages of the region besides English, with the share in per cent of people who have them. */
  readonly working: readonly (readonly [Language, number])[];
  readonly mailLanguage: 'en' | 'fr' | 'es';
  readonly universities: string;
}

export const REGIONS = {
  'eastern-africa': {
    share: 14,
    countries: ['KEN', 'UGA', 'TZA', 'ETH', 'RWA', 'BDI', 'SOM', 'SSD', 'MWI', 'ZMB', 'MDG'],
    mailLanguage: 'en',
    female: 'Amara Wanjiru Achieng Nasra Selam Hirut Uwase Imani Zawadi Chipo Thandiwe Mwajuma Fanja Halima',
    male: 'Kamau Otieno Juma Dawit Tesfaye Mugisha Baraka Kato Abdi Tendai Chanda Mandla Hery Yusuf',
    family: 'Okello Mwangi Odhiambo Kimani Tadesse Bekele Habimana Ndayishimiye Mushi Banda Phiri Rakoto Warsame Lual Nakato Kiplagat',
    motherTongues: ['sw', 'am', 'so', 'rw', 'rn', 'om'],
    working: [
      ['sw', 70],
      ['fr', 30],
      ['ar', 10],
    ],
    universities: 'University of Nairobi; Makerere University; Addis Ababa University; University of Dar es Salaam',
  },
  'western-africa': {
    share: 12,
    countries: ['NER', 'SEN', 'MLI', 'BFA', 'GHA', 'NGA', 'TGO', 'BEN', 'CIV', 'LBR', 'SLE', 'GIN'],
    mailLanguage: 'fr',
    female: 'Aminata Fatou Mariama Adjoa Ngozi Chidinma Kadiatou Rokia Awa Efua Binta Salimata',
    male: 'Moussa Ibrahima Kwame Chinedu Emeka Seydou Mamadou Kofi Ousmane Lamine Sekou Bakary',
    family: 'Diallo Traore Keita Mensah Okafor Adeyemi Ouedraogo Sow Ndiaye Bangura Koroma Asante Toure Sawadogo',
    motherTongues: ['fr', 'ha', 'yo', 'ig', 'wo', 'bm', 'ff'],
    working: [
      ['fr', 80],
      ['ar', 10],
    ],
    universities: 'Université Cheikh Anta Diop; University of Ghana; University of Lagos; Université de Ouagadougou',
  },
  'central-africa': {
    share: 6,
    countries: ['COD', 'CMR', 'TCD', 'CAF', 'GAB', 'COG', 'AGO'],
    mailLanguage: 'fr',
    female: 'Grâce Espérance Clarisse Divine Josephine Mireille Solange Nadège',
    male: 'Patrick Jean-Claude Faustin Didier Emmanuel Serge Blaise Olivier',
    family: 'Kabongo Mbala Ilunga Fouda Ngono Mahamat Nzinga Ekwalla Mabiala Tshibanda Ngoma Yakete',
    motherTongues: ['fr', 'ln', 'sg', 'ff'],
    working: [
      ['fr', 95],
      ['ar', 10],
      ['pt', 8],
    ],
    universities: 'Université de Kinshasa; Université de Yaoundé II; Université catholique d’Afrique centrale',
  },
  'southern-africa': {
    share: 6,
    countries: ['ZAF', 'ZWE', 'BWA', 'LSO', 'NAM', 'SWZ', 'MOZ'],
    mailLanguage: 'en',
    female: 'Nomsa Lerato Naledi Rutendo Palesa Ayanda Tsitsi Zanele',
    male: 'Sipho Thabo Kagiso Farai Themba Tawanda Lungelo Mpho',
    family: 'Dlamini Nkosi Moyo Ndlovu Mokoena Khumalo Sithole Machava Nujoma Molefe',
    motherTongues: ['zu', 'xh', 'sn', 'tn', 'st', 'en'],
    working: [
      ['pt', 20],
      ['fr', 15],
    ],
    universities: 'University of Pretoria; University of Cape Town; University of Zimbabwe',
  },
  'arab-states': {
    share: 10,
    countries: ['EGY', 'TUN', 'MAR', 'JOR', 'LBN', 'DZA', 'YEM', 'SDN', 'IRQ', 'MRT'],
    mailLanguage: 'en',
    female: 'Leila Samira Hanan Amal Rania Nadia Yasmine Dina Salma Huda',
    male: 'Karim Omar Tarek Youssef Sami Khaled Nabil Hassan Walid Rachid',
    family: 'Haddad Mansour Benali Khalil Saleh Nasser Aziz Farouk Hamdan Trabelsi Idrissi Kassem Osman',
    motherTongues: ['ar'],
    working: [
      ['ar', 100],
      ['fr', 45],
    ],
    universities: 'American University in Cairo; Université de Tunis; University of Jordan; Saint Joseph University of Beirut',
  },
  'south-asia': {
    share: 10,
    countries: ['IND', 'NPL', 'PAK', 'BGD', 'LKA', 'MDV', 'AFG', 'BTN'],
    mailLanguage: 'en',
    female: 'Priya Anjali Sunita Farzana Nusrat Dilani Sabina Meera Laxmi Shabnam',
    male: 'Ravi Arjun Suresh Imran Rahim Nuwan Bikram Anil Faisal Sanjay',
    family: 'Sharma Thapa Rahman Perera Khan Gurung Hossain Fernando Iyer Siddiqui Karki Rao Das Wangchuk',
    motherTongues: ['hi', 'ne', 'bn', 'ur', 'si', 'ta', 'prs'],
    working: [
      ['fr', 8],
      ['ar', 6],
    ],
    universities: 'University of Delhi; Tribhuvan University; University of Dhaka; University of Colombo',
  },
  'east-asia-pacific': {
    share: 9,
    countries: ['PHL', 'IDN', 'THA', 'KHM', 'VNM', 'TLS', 'MNG', 'CHN', 'JPN', 'KOR', 'FJI', 'PNG', 'WSM', 'VUT'],
    mailLanguage: 'en',
    female: 'Maria Dewi Siti Sokha Linh Ploy Naran Mei Yuki Ji-woo Litia Sina',
    male: 'Jose Budi Agus Dara Minh Somchai Bat Wei Kenji Min-jun Jone Tavita',
    family: 'Santos Wijaya Nguyen Chea Suksan Bold Zhang Tanaka Kim Tuilagi Soares Ramos Hidayat Waqa',
    motherTongues: ['tl', 'id', 'th', 'km', 'vi', 'tet', 'mn', 'zh', 'ja', 'ko', 'fj', 'tpi', 'sm', 'bi'],
    working: [
      ['zh', 12],
      ['pt', 8],
      ['fr', 10],
    ],
    universities: 'University of the Philippines; Universitas Indonesia; Mahidol University; University of the South Pacific',
  },
  'eastern-europe-central-asia': {
    share: 11,
    countries: ['MDA', 'UKR', 'GEO', 'ALB', 'MKD', 'SRB', 'BIH', 'KGZ', 'TJK', 'KAZ', 'RUS', 'ROU', 'ARM', 'POL'],
    mailLanguage: 'en',
    female: 'Elena Olga Nino Teuta Ivana Aigul Natalia Irina Amina Zrinka Ana Gayane',
    male: 'Andrei Oleg Giorgi Arben Marko Bekzod Serghei Dmitri Emir Stefan Ion Armen',
    family: 'Popescu Rusu Kovalenko Beridze Hoxha Petrovski Jovanovic Asanov Rahimov Ceban Novak Kowalska Hakobyan Ivanova',
    motherTongues: ['ro', 'uk', 'ka', 'sq', 'mk', 'sr', 'bs', 'ky', 'tg', 'kk', 'ru', 'hy', 'pl'],
    working: [
      ['ru', 65],
      ['fr', 20],
    ],
    universities: 'Moldova State University; Kyiv-Mohyla Academy; Tbilisi State University; Central European University',
  },
  'western-europe': {
    share: 11,
    countries: ['FRA', 'DEU', 'ITA', 'ESP', 'NLD', 'SWE', 'GBR', 'BEL', 'CHE', 'PRT', 'IRL', 'NOR'],
    mailLanguage: 'en',
    female: 'Claire Anna Giulia Carmen Sanne Ingrid Emma Sophie Marta Niamh Catarina Lena',
    male: 'Luc Thomas Marco Javier Daan Erik James Pierre Nils Conor Tiago Jonas',
    family: 'Martin Schmidt Rossi Garcia Visser Andersson Wilson Dubois Meier Silva Murphy Hansen Moreau Keller',
    motherTongues: ['fr', 'de', 'it', 'es', 'nl', 'sv', 'en', 'pt', 'no'],
    working: [
      ['fr', 60],
      ['es', 30],
      ['ar', 8],
      ['pt', 8],
    ],
    universities: 'University of Essex; Université de Genève; Utrecht University; Lund University; Université de Strasbourg',
  },
  'latin-america-caribbean': {
    share: 10,
    countries: ['ECU', 'COL', 'PER', 'GTM', 'BOL', 'MEX', 'ARG', 'CHL', 'HND', 'PRY', 'BRA', 'HTI', 'JAM'],
    mailLanguage: 'es',
    female: 'Lucía Valentina Camila Rosa Mariana Gabriela Ximena Beatriz Paola Guadalupe',
    male: 'Mateo Diego Andrés Luis Carlos Rafael Esteban Joaquín Pablo Hugo',
    family: 'Mamani Quispe Rodríguez Hernández Gómez Morales Pereira Castillo Vargas Ortiz Cusi Baptiste Fernández Rojas',
    motherTongues: ['es', 'es', 'es', 'pt', 'qu', 'gn', 'ht'],
    working: [
      ['es', 95],
      ['fr', 20],
      ['pt', 20],
    ],
    universities: 'Universidad Andina Simón Bolívar; Universidad de Chile; UNAM; Universidad de los Andes',
  },
  'north-america': {
    share: 4,
    countries: ['USA', 'CAN'],
    mailLanguage: 'en',
    female: 'Sarah Jessica Monique Rachel Émilie Hannah',
    male: 'David Michael Andre Simon Étienne Joshua',
    family: 'Johnson Tremblay Brown Lee Gagnon Miller Washington Roy',
    motherTongues: ['en', 'fr'],
    working: [
      ['fr', 45],
      ['es', 35],
    ],
    universities: 'Columbia University; McGill University; University of Ottawa; American University',
  },
} as const satisfies Readonly<Record<string, Region>>;

export type RegionName = keyof typeof REGIONS;
