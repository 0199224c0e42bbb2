/**
 * The order of the end-to-end files: those first that may take longest, so that no worker is left alone with one at the end.
 * How long a file took last time is not known on a fresh machine; how patient its author was is: the largest time-out in it.
 */
const { readFileSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

const patience = (file) =>
	Math.max(0, ...(readFileSync(file, 'utf8').match(/\b\d{1,3}(?:_\d{3})+\b/g) ?? []).map((ms) => Number(ms.replaceAll('_', ''))));

module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		const waits = new Map(tests.map((test) => [test, patience(test.path)]));
		return tests.toSorted((one, other) => waits.get(other) - waits.get(one) || one.path.localeCompare(other.path));
	}
};
