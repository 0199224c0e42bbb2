/** The other unit tests: those with a browser or a Postgres, and those that take their time. */
const unit = require('../jest.config.js');

module.exports = { ...unit, testMatch: ['<rootDir>/test/**/*.{slow,long}.test.ts'] };
