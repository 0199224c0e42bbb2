import { explainTwilioError, knownTwilioErrors } from '../../../leasing/twilio/errors';

it.each([
	[21610, 'opted_out', true],
	['21610', 'opted_out', true],
	[21211, 'person', true],
	[21408, 'fix_setup', true],
	[21608, 'fix_setup', true],
	[21611, 'retry_later', false],
	[21612, 'person', true],
	[21614, 'not_textable', true],
	[21635, 'not_textable', true],
	[30003, 'retry_later', false],
	[30006, 'not_textable', true],
	[30007, 'stop', true],
	[30008, 'retry_later', false],
	[30034, 'fix_setup', true],
	[20003, 'fix_setup', true],
	[20429, 'retry_later', false],
	[99999, 'person', false],
	['', 'person', false],
	['unknown', 'person', false],
])('%p means %s', (code, action, permanent) => {
	expect(explainTwilioError(code)).toMatchObject({ action, permanent });
});

it('explains each in one sentence', () => {
	expect(knownTwilioErrors()).toHaveLength(24);
	for (const { meaning } of [...knownTwilioErrors(), explainTwilioError(12345), explainTwilioError('')])
		expect(meaning).toMatch(/^[A-Z].+\.$/);
});
