/**
 * Unit and node tests, quick and slow. `npm test` runs them as two suites (test/quick.jest.js, test/slow.jest.js), told apart by
 * their files' names: `*.slow.test.ts` needs a browser or a Postgres, or more than five seconds; `*.long.test.ts` is for
 * `npm run test:long` only. The real n8n has its own configuration in test/e2e.
 */
module.exports = {
	rootDir: __dirname,
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/e2e/',
		...(process.env.LEASING_TEST_LONG === '1' ? [] : ['\\.long\\.test\\.ts$']),
	],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.sandbox/'],
	// Waits in tests have limits of their own; this one shall not end a test because the machine is busy.
	testTimeout: 20_000,
	// Jest leaves one core to others; on two cores that is half of them.
	maxWorkers: '100%',
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }],
	},
};
