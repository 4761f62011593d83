type ServiceName = 'POSTGRES' | 'REDIS' | 'CHROMIUM';

/** What the global setup found or started for this run. */
export interface Service {
  readonly url?: string;
  readonly program?: string;
  /** Why it is not there, in words for the name of the skipped suite. */
  readonly missing?: string;
}

/** A service of this run. Throws in a suite whose project starts no services, because nothing would ever be tested there. */
export function service(name: ServiceName): Service {
  const { [`HRA_TEST_${name}_URL`]: url, [`HRA_TEST_${name}_PROGRAM`]: program, [`HRA_TEST_${name}_MISSING`]: missing } = process.env;
  if (!url && !program && !missing) {
    throw new Error(
      `No ${name} is started for these tests. Suites that need one stand in test/medium, test/e2e, test/faults or test/browser.`,
    );
  }
  return { url, program, missing };
}

/** A suite that needs a service: described as usual when it is there, else skipped by name with the reason. */
export function describeWith(needed: ServiceName, title: string, tests: () => void): void {
  const { missing } = service(needed);
  if (missing) describe.skip(`${title} [skipped: ${missing}]`, tests);
  else describe(title, tests);
}
