import { parsePhone } from '../../../leasing/phone/parsePhone';
import { phoneType } from '../../../leasing/phone/phoneType';

describe('phoneType', () => {
	it.each([
		['206-555-0142', 'mobile_or_landline'],
		['+44 7911 123456', 'mobile'],
		['+44 20 7946 0018', 'landline'],
		['1-800-555-0199', 'toll_free'],
		['12345', 'short_code'],
		['999', 'short_code'],
		['nothing', 'unknown'],
	])('%s is %s', (raw, type) => {
		expect(phoneType(parsePhone(raw, { country: 'US', known: { own: new Set(), staff: new Set() } }))).toBe(type);
	});
});
