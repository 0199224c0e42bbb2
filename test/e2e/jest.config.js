/** Tests against a real n8n (and sandbox): one worker, because each file starts an n8n of its own. */
const unit = require('../../jest.config.js');

module.exports = {
	...unit,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 120_000,
	maxWorkers: 1,
};
