/**
 * Prints the sum of every suite as the very last line, `N passed, N failed, N skipped`, and names each skipped test, so
 * that nothing is left out in silence. A suite that could not even be loaded counts as one failure.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults
      .flatMap((suite) => suite.testResults)
      .filter(({ status }) => status === 'pending' || status === 'todo');
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.once('exit', () => {
      for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`);
      process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped\n`);
    });
  }
}
