import { parsePhone } from '../../../leasing/phone/parsePhone';
import type { PhoneClass } from '../../../leasing/phone/phone';

const context = {
	country: 'US',
	known: { own: new Set(['+15125550100', '+18005550100']), staff: new Set(['+15125550111']) },
};

function parse(raw: string | number | null | undefined, country = 'US') {
	return parsePhone(raw, { ...context, country });
}

describe("a renter's number in any spelling", () => {
	it.each([
		['+1 512 555 0123'],
		['(512) 555-0123'],
		['512-555-0123'],
		['512.555.0123'],
		['5125550123'],
		[5125550123],
		[15125550123],
		['1-512-555-0123'],
		['15125550123'],
		['+15125550123'],
		['0015125550123'],
		['00 1 512 555 0123'],
		// Full-width digits, as some phones paste them.
		['\uFF15\uFF11\uFF12\uFF15\uFF15\uFF15\uFF10\uFF11\uFF12\uFF13'],
		['\uFF0B\uFF11 \uFF08512\uFF09 555\uFF0D0123'],
		['011 1 512 555 0123'],
		['\u202A+1 (512) 555\u20110123\u202C'],
		['+1\u00A0512\u00A0555\u00A00123'],
		['tel:+1-512-555-0123'],
		['sip:+15125550123@carrier.example'],
		['sip:%2B15125550123@carrier.example;user=phone'],
		['whatsapp:+15125550123'],
		['Cell: (512) 555-0123'],
		['(512) 555-0123 (mobile)'],
		['call after 5 at 512-555-0123 please'],
		['5125550123.0'],
		['5.125550123E+09'],
	])('%p', (raw) => {
		expect(parse(raw)).toEqual({
			raw: String(raw),
			e164: '+15125550123',
			country: 'US',
			contactClass: 'personal',
			isIdentity: true,
			textable: 'unknown',
			reasons: [],
		});
	});

	it.each([
		['(512) 555-0123 ext 4', 'extension'],
		['512-555-0123 x4', 'extension'],
		['tel:+1-512-555-0123;ext=4', 'extension'],
		['512-555-0123 / 512-555-0199', 'several_numbers'],
		['(512) 555-0123 or (512) 555-0199', 'several_numbers'],
	])('%p is read, with a note', (raw, code) => {
		const phone = parse(raw);
		expect(phone.e164).toBe('+15125550123');
		expect(phone.isIdentity).toBe(true);
		expect(phone.reasons.map((r) => r.code)).toEqual([code]);
	});

	it('reads letters as on the keypad', () => {
		expect(parse('512-2APARTS').e164).toBe('+15122272787');
		expect(parse('1-800-FLOWERS').contactClass).toBe('toll_free');
		expect(parse('1-800-FLOWERS').e164).toBe('+18003569377');
	});

	it.each(['201', '206', '212', '305', '332', '404', '512', '602', '617', '702', '737', '808', '907', '917', '945', '972'])(
		"example numbers of area code %s are normal renters' phones",
		(area) => {
			for (const end of ['0101', '0123', '0142', '0199']) {
				expect(parse(`(${area}) 555-${end}`)).toMatchObject({
					e164: `+1${area}555${end}`,
					contactClass: 'personal',
					isIdentity: true,
					reasons: [],
				});
			}
		},
	);

	it('knows the country of the area code', () => {
		expect(parse('416 555 0123').country).toBe('CA');
		expect(parse('876 555 0123').country).toBe('JM');
		expect(parse('787 555 0123').country).toBe('PR');
	});

	it('accepts an area code newer than its table, and says so', () => {
		const phone = parse('265-555-0123');
		expect(phone).toMatchObject({ e164: '+12655550123', contactClass: 'personal', country: null });
		expect(phone.reasons.map((r) => r.code)).toEqual(['area_code_unknown']);
	});
});

describe("what is not a renter's phone", () => {
	it.each<[string | null | undefined, PhoneClass]>([
		// Hidden callers, in words and in keypad digits, with the typing errors in circulation.
		['', 'withheld'],
		['   ', 'withheld'],
		[null, 'withheld'],
		[undefined, 'withheld'],
		['anonymous', 'withheld'],
		['Anonymous', 'withheld'],
		['UNKNOWN', 'withheld'],
		['Unknown Caller', 'withheld'],
		['restricted', 'withheld'],
		['Unavailable', 'withheld'],
		['Private', 'withheld'],
		['blocked', 'withheld'],
		['withheld', 'withheld'],
		['No Caller ID', 'withheld'],
		['sip:anonymous@anonymous.invalid', 'withheld'],
		['sip:Anonymous@10.0.0.1:5060', 'withheld'],
		...['266696687', '7378742833', '7378742883', '86282452253', '8656696', '8566696', '2562533', '464', '7748283'].flatMap(
			(digits): Array<[string, PhoneClass]> => [
				[digits, 'withheld'],
				[`+${digits}`, 'withheld'],
				[`+1${digits}`, 'withheld'],
				[`1${digits}`, 'withheld'],
				[`tel:+${digits}`, 'withheld'],
			],
		),
		// Ours.
		['(512) 555-0100', 'own'],
		['+18005550100', 'own'],
		['512 555 0111', 'staff'],
		// Services.
		['800-555-0199', 'toll_free'],
		['+18335550199', 'toll_free'],
		['888 555 0123', 'toll_free'],
		['900-555-0123', 'premium'],
		['911', 'short_code'],
		['411', 'short_code'],
		['24365', 'short_code'],
		['262966', 'short_code'],
		// Filler.
		['555-555-5555', 'placeholder'],
		['(555) 123-4567', 'placeholder'],
		['5550123', 'invalid'],
		['+15555550123', 'placeholder'],
		['512-555-5555', 'placeholder'],
		['512-555-1212', 'placeholder'],
		['9999999999', 'placeholder'],
		['+19999999999', 'placeholder'],
		['1111111111', 'placeholder'],
		['2222222222', 'placeholder'],
		['000-000-0000', 'placeholder'],
		['0000000', 'placeholder'],
		['0', 'placeholder'],
		['0001234567', 'placeholder'],
		['1234567890', 'placeholder'],
		['123-456-7890', 'placeholder'],
		['+11234567890', 'placeholder'],
		['0123456789', 'placeholder'],
		['9876543210', 'placeholder'],
		['none', 'placeholder'],
		['N/A', 'placeholder'],
		['xxx-xxx-xxxx', 'placeholder'],
		// Not numbers.
		['client:alice', 'invalid'],
		['sip:frontdesk@example.com', 'invalid'],
		['555-0123', 'invalid'],
		['512-555-012', 'invalid'],
		['512-555-01234', 'invalid'],
		['112-555-0123', 'invalid'],
		['512-155-0123', 'invalid'],
		['211-555-0123', 'invalid'],
		['290-555-0123', 'invalid'],
		['500-555-0123', 'invalid'],
		['call me', 'invalid'],
		['5.12556E+09', 'invalid'],
		['+999123456789012', 'invalid'],
		['nadia@example.com', 'invalid'],
	])('%p is %s', (raw, contactClass) => {
		const phone = parse(raw);
		expect(phone.contactClass).toBe(contactClass);
		expect(phone.isIdentity).toBe(false);
		expect(phone.textable).toBe('no');
		expect(phone.reasons[0]?.sentence).toMatch(/^[A-Z].+\.$/);
		if (!['own', 'staff', 'toll_free', 'premium'].includes(contactClass)) expect(phone.e164).toBeNull();
	});

	it('says what is wrong in its own words', () => {
		expect(parse('555-0123').reasons[0]?.code).toBe('area_code_missing');
		expect(parse('client:alice').reasons[0]?.sentence).toContain('client:');
		expect(parse('5.12556E+09').reasons[0]?.code).toBe('rounded_number');
	});

	it.each(['5.12555E+09', '5.12555E+009', '5,12555e9', 'Mobile: 5.12555E+09', '5.12555E+09 ::: 5.12556E+09'])(
		'%j was rounded and is no phone',
		(raw) => {
			expect(parse(raw)).toMatchObject({ e164: null, isIdentity: false, reasons: [{ code: 'rounded_number' }] });
		},
	);

	it.each(['+5215512345678', '+52 1 55 1234 5678', '5215512345678', 'whatsapp:+5215512345678'])(
		'the old mobile prefix of Mexico in %j is left out',
		(raw) => {
			expect(parse(raw)).toMatchObject({ e164: '+525512345678', contactClass: 'personal', isIdentity: true });
		},
	);

	it('lets a company own a number that looks like filler', () => {
		const known = { own: new Set(['+15555550123']), staff: new Set<string>() };
		expect(parsePhone('+15555550123', { country: 'US', known }).contactClass).toBe('own');
	});
});

describe('numbers from elsewhere', () => {
	it.each([
		['+44 7400 123456', '+447400123456', 'GB', 'yes'],
		['+44 20 7946 0123', '+442079460123', 'GB', 'no'],
		['011 44 7400 123456', '+447400123456', 'GB', 'yes'],
		['0044 7400 123456', '+447400123456', 'GB', 'yes'],
		['+52 55 5123 4567', '+525551234567', 'MX', 'unknown'],
		['+86 138 0013 8000', '+8613800138000', 'CN', 'yes'],
	])('%s', (raw, e164, country, textable) => {
		expect(parse(raw)).toMatchObject({ e164, country, textable, contactClass: 'personal', isIdentity: true });
	});

	it("reads local numbers by the portfolio's country", () => {
		expect(parse('07400 123456', 'GB').e164).toBe('+447400123456');
		expect(parse('07400 123456', 'gb').e164).toBe('+447400123456');
		expect(parse('416-555-0123', 'CA').e164).toBe('+14165550123');
		expect(parse('512-555-0123', 'Texas').e164).toBe('+15125550123');
	});

	it('is not held up by a message in the phone field', () => {
		expect(parse(`512Ruiz${'a'.repeat(5_000)} İ `).contactClass).toBe('invalid');
	});

	it('never throws, whatever comes', () => {
		for (const raw of [
			'+',
			'++++',
			'()',
			'tel:',
			'sip:',
			'sip:@',
			'☎️',
			'\u0000',
			'x'.repeat(5000),
			'1'.repeat(5000),
			Number.NaN,
			Infinity,
			-1,
			0,
		]) {
			expect(parse(raw).isIdentity).toBe(false);
		}
	});
});
