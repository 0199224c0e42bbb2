/** The inner loop: unit tests that need no browser and no Postgres and are over in seconds. */
const unit = require('../jest.config.js');

module.exports = { ...unit, testPathIgnorePatterns: [...unit.testPathIgnorePatterns, '\\.(slow|long)\\.test\\.ts$'] };
