// Shows tests as the spec reporter does and writes the suite's JSON report.
const { reporters } = require('mocha');
const { mkdirSync, writeFileSync } = require('node:fs');

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures } = runner.stats;
      // Filled by test/support/testData.ts.
      const notRun = globalThis[Symbol.for('tmg.notRun')] ?? [];
      mkdirSync('reports', { recursive: true });
      writeFileSync(
        `reports/${process.env.TMG_SUITE}.json`,
        JSON.stringify({ passed: passes, failed: failures, notRun }),
      );
    });
  }
};
