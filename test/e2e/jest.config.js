/** Tests on a real n8n. Most files borrow one that stays up for the whole run (lender/); two run at the same time where there is room. */
const { availableParallelism, totalmem } = require('node:os');
const unit = require('../../jest.config.js');

/** A file with queue mode needs five processes of a gigabyte, another one an n8n and a browser; the rest is for the machine. */
const ROOM_FOR_TWO = 11 * 1024 ** 3;

module.exports = {
	...unit,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: unit.testPathIgnorePatterns.filter((pattern) => !pattern.includes('test/e2e')),
	testTimeout: 120_000,
	maxWorkers: availableParallelism() >= 2 && totalmem() >= ROOM_FOR_TWO ? 2 : 1,
	testSequencer: '<rootDir>/test/e2e/sequencer.js',
	globalSetup: '<rootDir>/test/e2e/lender/setUp.ts',
	globalTeardown: '<rootDir>/test/e2e/lender/tearDown.ts',
};
