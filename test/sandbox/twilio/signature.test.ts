import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { signature, signedUrl, type Fields } from '../../../sandbox/twilio/webhooks/sign';

const P = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' };
const withCaller = (caller: string): Fields => ({ ...P, Caller: caller, From: caller });
const BODY_HASH = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';

describe('X-Twilio-Signature', () => {
	const published: Array<[string, Fields, string]> = [
		['https://mycompany.com/myapp.php?foo=1&bar=2', P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
		['https://mycompany.com:443/myapp.php?foo=1&bar=2', P, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
		['http://mycompany.com:80/myapp.php?foo=1&bar=2', P, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
		['http://mycompany.com:1234/myapp.php?foo=1&bar=2', P, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
		['https://user:pass@mycompany.com/myapp.php?foo=1&bar=2', P, 'CukzLTc1tT5dXEDIHm/tKBanW10='],
		['https://user@mycompany.com/myapp.php?foo=1&bar=2', P, '2YRLlVAflCqxaNicjMpJcSTgzSs='],
		['https://user:pass@mycompany.com:443/myapp.php?foo=1&bar=2', P, 'ZQFR1PTIZXF2MXB8ZnKCvnnA+rI='],
		['https://mycompany.com/myapp.php?foo=1&bar=2&Body=It%27s+amazing', P, 'TfZzewPq8wqrGlMfyAud8+/IvJ0='],
		[
			'https://mycompany.com/myapp.php?foo=1&bar=2',
			{ 'MessagingBinding.Address': ['+1325xxxxxxx', '+1415xxxxxxx'] },
			'83O6e2vORAoJHUNzJjDWN1jz+BA=',
		],
		[
			'https://mycompany.com/myapp.php?foo=1&bar=2',
			{ 'MessagingBinding.Address': ['+1415xxxxxxx', '+1325xxxxxxx'] },
			'83O6e2vORAoJHUNzJjDWN1jz+BA=',
		],
		[
			'https://mycompany.com/myapp.php?foo=1&bar=2',
			{ Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] },
			'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
		],
		[`https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=${BODY_HASH}`, {}, 'a9nBmqA0ju/hNViExpshrM61xv4='],
		[`https://mycompany.com/myapp.php?bodySHA256=${BODY_HASH}`, {}, 'y77kIzt2vzLz71DgmJGsen2scGs='],
		['https://example.com/myapp.php?foo=1&bar=2', withCaller('+14158675310'), 'L/OH5YylLD5NRKLltdqwSvS0BnU='],
		['https://mycompany.com/myapp.php?foo=1&bar=2', withCaller('+12349013030'), '0/KCTR6DLpKmkAf8muzZqo1nDgQ='],
	];

	it.each(published)('signs the published vector %s', (url, fields, expected) => {
		expect(signature('12345', url, fields)).toBe(expected);
	});

	it('keeps blanks and emoji of a text as they are', () => {
		const fields = {
			Body: ' Is the 2BR still available? 😀 ',
			From: '+15125550123',
			MessageSid: 'SMdddddddddddddddddddddddddddddddd',
			NumMedia: '0',
			To: '+15125550100',
		};
		expect(signature('test_auth_token_0001', 'https://n8n.example.com/webhook/abc/twilio-sms', fields)).toBe(
			'78oMSy2d389/nCLdDcPe0aGM3wc=',
		);
	});

	it.each<[string, Fields]>([
		['http://127.0.0.1:5678/webhook/x?step=dial&op=1', { a: '', B: 'x', b: 'ä ö', 'A.b': '€' }],
		['http://127.0.0.1:5678/webhook/x', { z: ['2', '10', '2'], Z: 'upper first' }],
		['http://127.0.0.1:5678/', {}],
	])('agrees with the twilio package on %s', (url, fields) => {
		expect(signature('a-token', url, fields)).toBe(getExpectedTwilioSignature('a-token', url, fields));
	});

	it.each([
		['https://h.example/x?y=1#rc=2&rp=all', 'https://h.example/x?y=1'],
		['http://user:pass@127.0.0.1:81/x', 'http://127.0.0.1:81/x'],
		['http://127.0.0.1:81/x?mail=a@b.example', 'http://127.0.0.1:81/x?mail=a@b.example'],
	])('requests %s as %s', (configured, requested) => {
		expect(signedUrl(configured)).toBe(requested);
	});
});
