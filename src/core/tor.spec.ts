import { CRITERIA } from './requirement.js';
import { FUNCTION_CODES, QUALIFICATION_NAMES, STANDARD_TOR, TOR_FUNCTIONS } from './tor.js';

describe('the Standard TOR', () => {
  it('holds every function of the document once, in its order', () => {
    expect(TOR_FUNCTIONS.map(({ code }) => code)).toEqual([...FUNCTION_CODES]);
    for (const group of STANDARD_TOR.functionGroups) {
      expect(group.functions.every(({ code }) => group.title.startsWith(`${code.charAt(0)}. `))).toBe(true);
    }
  });

  it('has exactly the five essential qualifications of the P-5 profile', () => {
    expect(STANDARD_TOR.qualifications.map(({ name }) => name)).toEqual([...QUALIFICATION_NAMES]);
    expect(STANDARD_TOR.qualifications.filter(({ essential }) => essential).map(({ name }) => name)).toEqual([
      'education',
      'experience',
      'machinery',
      'mandates',
      'development-programming',
    ]);
  });

  it('reports to the Resident Coordinator first and to OHCHR second', () => {
    expect(STANDARD_TOR.reportingLines.map(({ order }) => order)).toEqual(['first', 'second']);
    expect(STANDARD_TOR.reportingLines[0]?.officer).toBe('Resident Coordinator');
    expect(STANDARD_TOR.reportingLines[1]?.officer).toContain('OHCHR');
  });

  it('leads from each weighted criterion back to a sentence of the document', () => {
    const scored = new Set(STANDARD_TOR.qualifications.flatMap(({ scoredIn }) => scoredIn));
    expect([...CRITERIA].filter((name) => !scored.has(name))).toEqual([]);
  });
});
