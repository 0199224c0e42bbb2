import { formPairs, parseFormBody } from '../../../leasing/twilio/formBody';

describe('parseFormBody', () => {
	it.each<[string, string, Record<string, string>]>([
		['plain fields', 'CallSid=CA1&From=%2B15125550123', { CallSid: 'CA1', From: '+15125550123' }],
		['plus as space', 'Body=Is+it+free', { Body: 'Is it free' }],
		['spaces at both ends stay', 'Body=+hi%20', { Body: ' hi ' }],
		['empty values', 'CallerName=&City', { CallerName: '', City: '' }],
		['an equals sign in a value', 'a=b=c', { a: 'b=c' }],
		['other scripts', 'Body=%F0%9F%98%80+%C3%A9', { Body: '\u{1F600} é' }],
		['the first of repeated fields', 'Digits=1&Digits=2', { Digits: '1' }],
		['broken escapes stay', 'a=100%&b=%zz&c=%4', { a: '100%', b: '%zz', c: '%4' }],
		['empty pairs', '&&a=1&', { a: '1' }],
		['nothing', '', {}],
	])('reads %s', (_name, raw, fields) => {
		expect(parseFormBody(raw)).toEqual(fields);
		expect(parseFormBody(Buffer.from(raw, 'utf8'))).toEqual(fields);
	});

	it('is not fooled by names that objects reserve', () => {
		const fields = parseFormBody('__proto__=x&constructor=y');
		expect(Object.entries(fields)).toEqual([
			['__proto__', 'x'],
			['constructor', 'y'],
		]);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});

	it('keeps every pair in order for the signature', () => {
		expect(formPairs('b=2&a=1&b=3')).toEqual([
			['b', '2'],
			['a', '1'],
			['b', '3'],
		]);
	});
});
