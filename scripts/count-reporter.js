/**
 * Prints the sum of every suite as the last plain line, `N passed, N failed, N skipped`, and names each skipped test, so
 * that nothing is left out in silence. A suite that could not even be loaded counts as one failure.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    for (const suite of results.testResults) {
      for (const test of suite.testResults) {
        if (test.status === 'pending' || test.status === 'todo') process.stderr.write(`skipped: ${test.fullName}\n`);
      }
    }
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
