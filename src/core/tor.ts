import type { CriterionName } from './requirement.js';

/**
 * The Standard Terms of Reference of a Human Rights Adviser as data, so that a post is the document with choices, not
 * a copy of it. Source of every text here: UNDG Strategy for the Deployment of Human Rights Advisers, January 2012, Annex.
 */
export const TOR_SOURCE = 'UNDG Strategy for the Deployment of Human Rights Advisers, January 2012, Annex';

/** The numbers of the functions in the document. */
export const FUNCTION_CODES = ['1.1', '1.2', '1.3', '1.4', '2.1', '3.1', '3.2'] as const;
export type FunctionCode = (typeof FUNCTION_CODES)[number];

export interface TorFunction {
  readonly code: FunctionCode;
  /** Shortened, in the document's words. */
  readonly text: string;
}

export interface TorFunctionGroup {
  readonly title: string;
  readonly functions: readonly TorFunction[];
}

/** The qualifications of the document, in its order. */
export const QUALIFICATION_NAMES = [
  'education',
  'experience',
  'machinery',
  'mandates',
  'development-programming',
  'additional',
  'advocacy',
  'sensitivity',
  'languages',
] as const;
export type QualificationName = (typeof QUALIFICATION_NAMES)[number];

/** The essential requirements that a post may make desirable: then they score and exclude nobody. Languages have lists of their own. */
export const CHOOSABLE_QUALIFICATIONS = [
  'education',
  'experience',
  'machinery',
  'mandates',
  'development-programming',
] as const satisfies readonly QualificationName[];
export type ChoosableQualification = (typeof CHOOSABLE_QUALIFICATIONS)[number];

export interface TorQualification {
  readonly name: QualificationName;
  /** An essential one is a gate: who does not meet it is listed as ineligible, with the distance. A desirable one scores. */
  readonly essential: boolean;
  readonly text: string;
  /** The weighted criteria in which more than the minimum earns points. */
  readonly scoredIn: readonly CriterionName[];
}

export interface ReportingLine {
  readonly order: 'first' | 'second';
  readonly officer: string;
  readonly purpose: string;
}

interface StandardTor {
  readonly title: string;
  readonly unit: string;
  readonly level: string;
  readonly context: string;
  readonly reportingLines: readonly ReportingLine[];
  readonly functionGroups: readonly TorFunctionGroup[];
  readonly qualifications: readonly TorQualification[];
}

export const STANDARD_TOR: StandardTor = {
  title: 'Human Rights Adviser to RC/UNCT',
  unit: 'RCO (on loan/secondment from OHCHR)',
  level: 'P-5 (to be determined according to country context)',
  context:
    'Human Rights Advisers are deployed by the Office of the High Commissioner for Human Rights at the request of the Resident Coordinator. As part of the RC Office, the adviser works closely with ' +
    'UNCTs on capacity building and mainstreaming human rights in their work, supports national authorities upon request, and is a technical resource and adviser to the whole UNCT. The RC and the adviser do not have a public monitoring function.',
  reportingLines: [
    { order: 'first', officer: 'Resident Coordinator', purpose: 'first reporting officer' },
    {
      order: 'second',
      officer: 'High Commissioner or a designated senior manager at OHCHR',
      purpose: 'second reporting officer, for functional support and guidance',
    },
  ],
  functionGroups: [
    {
      title: '1. Policy and programming advice',
      functions: [
        {
          code: '1.1',
          text: 'Support the RC and the UNCT in integrating human rights into their programmes and activities, in particular the UNDAF and other key strategic planning tools, including by building UNCT capacities to apply a human rights-based approach.',
        },
        {
          code: '1.2',
          text: 'Advise the RC and the UNCT in developing strategies and programmes to build and strengthen national capacities and institutions for the promotion and protection of human rights.',
        },
        {
          code: '1.3',
          text: 'Support the RC and the UNCT in promoting human rights as a common UN value and upholding international norms and standards through advocacy and awareness raising.',
        },
        {
          code: '1.4',
          text: 'Where applicable, advise on integrating human rights in the humanitarian response and post-crisis recovery under the direction of the RC/Humanitarian Coordinator.',
        },
      ],
    },
    {
      title: '2. Facilitating engagement with UN human rights bodies',
      functions: [
        {
          code: '2.1',
          text: 'Support the RC and UNCT in their engagement with international human rights mechanisms such as the Universal Periodic Review, Treaty Bodies and Special Procedures, including programmatic follow-up to their recommendations.',
        },
      ],
    },
    {
      title: '3. Capacity building support',
      functions: [
        {
          code: '3.1',
          text: 'Upon request, and under the guidance of the Resident Coordinator, provide advice, training and technical assistance to the Government and other national stakeholders, including national human rights institutions and civil society.',
        },
        {
          code: '3.2',
          text: 'Facilitate the access by UNCT and, where requested, national partners, to specific expertise they require, including from Headquarters and Regional Offices of OHCHR and other UN agencies.',
        },
      ],
    },
  ],
  qualifications: [
    {
      name: 'education',
      essential: true,
      scoredIn: ['education'],
      text: 'Advanced university degree (Masters or equivalent) in human rights, international and public law, political science, international relations or other related field.',
    },
    {
      name: 'experience',
      essential: true,
      scoredIn: ['experience', 'field'],
      text: 'A minimum of ten years (P-5 level) of applied professional experience at the national or international level in the field of human rights, with development and/or humanitarian experience.',
    },
    {
      name: 'machinery',
      essential: true,
      scoredIn: ['knowledge'],
      text: 'Specialist knowledge of the international human rights machinery and treaties.',
    },
    {
      name: 'mandates',
      essential: true,
      scoredIn: ['knowledge'],
      text: 'Excellent knowledge of institutional mandates, policies and guidelines relating to the United Nations work in the area of human rights, operational activities for development, peace and security and humanitarian affairs.',
    },
    {
      name: 'development-programming',
      essential: true,
      scoredIn: ['knowledge'],
      text: 'Good knowledge of and experience in development programming.',
    },
    {
      name: 'additional',
      essential: false,
      scoredIn: ['themes', 'country', 'trainings', 'knowledge', 'context'],
      text: 'Additional qualifications and experience, including on humanitarian action, as may be relevant to the specificities of the country context.',
    },
    { name: 'advocacy', essential: false, scoredIn: ['skills'], text: 'Advocacy, communication and networking skills.' },
    { name: 'sensitivity', essential: false, scoredIn: ['skills'], text: 'Cultural and gender sensitivity.' },
    {
      name: 'languages',
      essential: false,
      scoredIn: ['languages'],
      text: 'Relevant language skills. A language that the post requires is a gate; a desired one scores.',
    },
  ],
};

/** Every function of the document, in its order. */
export const TOR_FUNCTIONS: readonly TorFunction[] = STANDARD_TOR.functionGroups.flatMap((group) => group.functions);
