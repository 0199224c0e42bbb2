import { captchaDoubt, captchaToken } from '../../../leasing/inbox/form/captcha';
import { doubtsOf, trapDoubt, USUAL_CEILINGS } from '../../../leasing/inbox/form/doubts';
import { numbersIn } from '../../../leasing/inbox/form/numbersIn';
import { judgeOrigin, readOrigins } from '../../../leasing/inbox/form/origins';
import { visitorAddress } from '../../../leasing/inbox/form/visitorAddress';

describe('where a form stands', () => {
	const allowed = readOrigins('https://www.maple.example, https://*.oak.example\nhttp://localhost:8080');
	test.each<[string | undefined, string | undefined, string]>([
		['https://www.maple.example', undefined, 'allowed'],
		['https://WWW.maple.example', undefined, 'allowed'],
		['https://www.maple.example:443', undefined, 'allowed'],
		['http://www.maple.example', undefined, 'refused'],
		['https://www.maple.example.evil.example', undefined, 'refused'],
		['https://evil.example/https://www.maple.example', undefined, 'refused'],
		['https://tours.oak.example', undefined, 'allowed'],
		['https://oak.example', undefined, 'refused'],
		['https://evil-oak.example', undefined, 'refused'],
		['http://localhost:8080', undefined, 'allowed'],
		['http://localhost', undefined, 'refused'],
		['null', 'https://www.maple.example/contact?x=1', 'allowed'],
		['null', undefined, 'unknown'],
		[undefined, undefined, 'unknown'],
		['', 'https://evil.example/', 'refused'],
		['not an origin', undefined, 'refused'],
	])('origin %s, referer %s: %s', (origin, referer, verdict) => {
		expect(judgeOrigin({ origin, referer }, allowed).verdict).toBe(verdict);
	});

	test.each(['', ' , ', 'www.maple.example', 'https://maple.example/contact', '*', 'https://*'])('%j is no list of origins', (text) => {
		expect(() => readOrigins(text)).toThrow(/Allowed Origins/);
	});
});

describe('whose address a form counts for', () => {
	test.each<[string | null, string | undefined, string | null]>([
		['203.0.113.7', undefined, '203.0.113.7'],
		['::ffff:203.0.113.7', '198.51.100.1', '203.0.113.7'],
		['127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
		['::ffff:172.18.0.2', 'forged, 198.51.100.1, 10.0.0.4', '198.51.100.1'],
		['10.0.0.1', undefined, '10.0.0.1'],
		['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
		[null, undefined, null],
		['127.0.0.1', '<script>', '127.0.0.1'],
	])('%s with %s is %s', (ip, forwarded, expected) => {
		expect(visitorAddress(ip, forwarded)).toBe(expected);
	});
});

describe('what speaks against a form', () => {
	test('only what is beyond its ceilings', () => {
		expect(doubtsOf({ address: 10, number: 3, form: 120 }, USUAL_CEILINGS)).toEqual([]);
		const codes = doubtsOf({ address: 11, number: 4, form: 121 }, USUAL_CEILINGS).map(({ code }) => code);
		expect(codes).toEqual(['many_from_address', 'many_with_number', 'many_forms']);
	});

	test.each<[unknown, boolean]>([
		[{ company_website: '' }, false],
		[{ name: 'Ann' }, false],
		[{ company_website: 'https://spam.example' }, true],
		[{ company_website: ['', 'x'] }, true],
		[{ company_website: 0 }, true],
		['words', false],
	])('the hidden field in %j', (body, doubted) => {
		expect(trapDoubt(body, 'company_website') !== null).toBe(doubted);
	});

	test('numbers are found wherever they stand', () => {
		const body = {
			a: '(206) 555-0142',
			b: { c: ['call +52 55 1234 5678 or 206.555.0143'] },
			d: 2065550144,
			e: 'no 12345',
			f: '2026-11-17',
		};
		expect(numbersIn(body).sort()).toEqual(['(206) 555-0142', '+52 55 1234 5678', '206.555.0143', '2026-11-17', '2065550144'].sort());
		expect(numbersIn('0'.repeat(2_000_000)).length).toBeLessThanOrEqual(20);
	});
});

describe("a captcha's answer", () => {
	// Bodies as the services document them.
	test.each<[unknown, string | null]>([
		[{ success: true, challenge_ts: '2026-11-17T18:00:00Z', hostname: 'www.maple.example', 'error-codes': [] }, null],
		[{ success: true, score: 0.9, action: 'submit' }, null],
		[{ success: true, score: 0.3, action: 'submit' }, 'captcha_failed'],
		[{ success: false, 'error-codes': ['invalid-input-response'] }, 'captcha_failed'],
		[{ success: false, 'error-codes': ['timeout-or-duplicate'] }, 'captcha_failed'],
		[{ success: false, 'error-codes': ['invalid-input-secret'] }, 'captcha_setup'],
		[{ success: false, 'error-codes': ['sitekey-secret-mismatch'] }, 'captcha_setup'],
		['<html>502</html>', 'captcha_down'],
		[{}, 'captcha_down'],
		[{ success: 'true' }, 'captcha_down'],
	])('%j', (answer, expected) => {
		expect(captchaDoubt(answer, 'turnstile')?.code ?? null).toBe(expected);
	});

	test('the token is where each widget puts it', () => {
		expect(captchaToken({ 'cf-turnstile-response': 'x' }, 'turnstile')).toBe('x');
		expect(captchaToken({ 'g-recaptcha-response': ['y', 'z'] }, 'recaptcha')).toBe('y');
		expect(captchaToken({ 'h-captcha-response': '' }, 'hcaptcha')).toBeNull();
		expect(captchaToken('text', 'hcaptcha')).toBeNull();
	});
});
