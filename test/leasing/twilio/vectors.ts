import { parseFormBody } from '../../../leasing/twilio/formBody';

export interface SignatureVector {
	name: string;
	token: string;
	url: string;
	body: string;
	contentType: string | undefined;
	signature: string;
}

export const FORM_TYPE = 'application/x-www-form-urlencoded; charset=UTF-8';

/** Encodes fields as Twilio does; a list is a repeated field. */
export function formOf(fields: Record<string, string | string[]>): string {
	return Object.entries(fields)
		.flatMap(([name, value]) =>
			[value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one).replaceAll('%20', '+')}`),
		)
		.join('&');
}

const P = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' };
const URL_1 = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const JSON_BODY = '{"property": "value", "boolean": true}';
const JSON_HASH = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';
const EMPTY_HASH = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

function form(name: string, url: string, fields: Record<string, string | string[]>, signature: string, token = '12345'): SignatureVector {
	return { name, token, url, body: formOf(fields), contentType: FORM_TYPE, signature };
}

function json(name: string, url: string, body: string, signature: string): SignatureVector {
	return { name, token: '12345', url, body, contentType: 'application/json', signature };
}

/** Twilio's published vectors, then some made with its package under an invented token. */
export const SIGNATURE_VECTORS: readonly SignatureVector[] = [
	form('1 plain', URL_1, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='),
	form('2 signed with port 443, held without', URL_1, P, 'kvajT1Ptam85bY51eRf/AJRuM3w='),
	form('3 signed with port 80, held without', 'http://mycompany.com/myapp.php?foo=1&bar=2', P, '0ZXoZLH/DfblKGATFgpif+LLRf4='),
	form('4 other port', 'http://mycompany.com:1234/myapp.php?foo=1&bar=2', P, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='),
	form('5 held with port, signed without', 'https://mycompany.com:1234/myapp.php?foo=1&bar=2', P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='),
	form('6 user and password', 'https://user:pass@mycompany.com/myapp.php?foo=1&bar=2', P, 'CukzLTc1tT5dXEDIHm/tKBanW10='),
	form('7 user', 'https://user@mycompany.com/myapp.php?foo=1&bar=2', P, '2YRLlVAflCqxaNicjMpJcSTgzSs='),
	form('8 user, password and port', 'https://user:pass@mycompany.com/myapp.php?foo=1&bar=2', P, 'ZQFR1PTIZXF2MXB8ZnKCvnnA+rI='),
	form('9 apostrophe in the query', `${URL_1}&Body=It's+amazing`, P, 'TfZzewPq8wqrGlMfyAud8+/IvJ0='),
	form('10 repeated field', URL_1, { 'MessagingBinding.Address': ['+1325xxxxxxx', '+1415xxxxxxx'] }, '83O6e2vORAoJHUNzJjDWN1jz+BA='),
	form(
		'10 repeated field, other order',
		URL_1,
		{ 'MessagingBinding.Address': ['+1415xxxxxxx', '+1325xxxxxxx'] },
		'83O6e2vORAoJHUNzJjDWN1jz+BA=',
	),
	form(
		'11 repeated values',
		URL_1,
		{ Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] },
		'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
	),
	json('12 JSON body', `${URL_1}&bodySHA256=${JSON_HASH}`, JSON_BODY, 'a9nBmqA0ju/hNViExpshrM61xv4='),
	json('13 empty JSON body, signed with port', `${URL_1}&bodySHA256=${EMPTY_HASH}`, '{}', 'Ldidvp12m26NI7eqEvxnEpkd9Hc='),
	json(
		'14 JSON body, no other query',
		`https://mycompany.com/myapp.php?bodySHA256=${JSON_HASH}`,
		JSON_BODY,
		'y77kIzt2vzLz71DgmJGsen2scGs=',
	),
	form(
		'15 docs page',
		'https://example.com/myapp.php?foo=1&bar=2',
		{ ...P, Caller: '+14158675310', From: '+14158675310' },
		'L/OH5YylLD5NRKLltdqwSvS0BnU=',
	),
	form('16 older docs', URL_1, { ...P, Caller: '+12349013030', From: '+12349013030' }, '0/KCTR6DLpKmkAf8muzZqo1nDgQ='),
	form(
		'voice callback of our own',
		'https://n8n.example.com/webhook/abc/twilio-voice?step=dial&line=main',
		{
			AccountSid: 'ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
			ApiVersion: '2010-04-01',
			CallSid: 'CAbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
			CallStatus: 'in-progress',
			Called: '+15125550100',
			Caller: '+15125550123',
			DialBridged: 'false',
			DialCallSid: 'CAcccccccccccccccccccccccccccccccc',
			DialCallStatus: 'no-answer',
			Direction: 'inbound',
			From: '+15125550123',
			To: '+15125550100',
		},
		'MQU6T0cBjVF4/7tVGbeb6dX4q8g=',
		'test_auth_token_0001',
	),
	form(
		'text with spaces at both ends',
		'https://n8n.example.com/webhook/abc/twilio-sms',
		{
			Body: ' Is the 2BR still available? \u{1F600} ',
			From: '+15125550123',
			MessageSid: 'SMdddddddddddddddddddddddddddddddd',
			NumMedia: '0',
			To: '+15125550100',
		},
		'78oMSy2d389/nCLdDcPe0aGM3wc=',
		'test_auth_token_0001',
	),
	{
		name: 'GET',
		token: 'test_auth_token_0001',
		url: 'https://n8n.example.com/webhook/abc/twilio-voice?CallSid=CAbbbb&From=%2B15125550123&CallStatus=no-answer',
		body: '',
		contentType: undefined,
		signature: 'V+wBQ0E25rsjvmkT4Fhbv9jUSTQ=',
	},
];

/** The decoded fields of a form, for the twilio package; a repeated field as a list. */
export function fieldsOf(body: string): Record<string, string | string[]> {
	const all = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(body)) all.set(name, [...(all.get(name) ?? []), value]);
	const single = parseFormBody(body);
	return Object.fromEntries([...all].map(([name, values]) => [name, values.length > 1 ? values : (single[name] ?? '')]));
}
