import { errorSentence, TEXT_ERROR_ACTIONS } from '../../../leasing/text/errorMeaning';
import { explainTwilioError, knownTwilioErrors } from '../../../leasing/twilio/errors';

it.each([
	['21610', 'opted_out'],
	['21211', 'person'],
	['21408', 'fix_setup'],
	['21608', 'fix_setup'],
	['21611', 'retry_later'],
	['21612', 'person'],
	['21614', 'not_textable'],
	['21635', 'not_textable'],
	['30003', 'retry_later'],
	['30006', 'not_textable'],
	['30007', 'stop'],
	['30008', 'retry_later'],
	['30034', 'fix_setup'],
	['20003', 'fix_setup'],
	['20429', 'retry_later'],
	['99999', 'person'],
	['', 'person'],
	['unknown', 'person'],
])('%p means %s', (code, action) => {
	expect(explainTwilioError(code).action).toBe(action);
});

it('says of each in one sentence what happened and in another what to do', () => {
	const all = [...knownTwilioErrors(), explainTwilioError('12345'), explainTwilioError('')];
	expect(knownTwilioErrors()).toHaveLength(24);
	for (const explained of all) {
		expect(TEXT_ERROR_ACTIONS).toContain(explained.action);
		expect(explained.meaning).toMatch(/^[A-Z].+\.$/);
		expect(explained.advice).toMatch(/^[A-Z].+\.$/);
		expect(errorSentence(explained)).toBe(`${explained.meaning} ${explained.advice}`);
	}
});

it('names an unknown code and where to read about it', () => {
	expect(errorSentence(explainTwilioError('63038'))).toMatch(/63038.+twilio\.com\/docs\/api\/errors\/63038\./);
});
