import { createHash } from 'node:crypto';
import { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks';
import { formPairs } from '../../../leasing/twilio/formBody';
import { verifyTwilioSignature, type SignedRequest } from '../../../leasing/twilio/signature';
import { fieldsOf, FORM_TYPE, formOf, SIGNATURE_VECTORS, type SignatureVector } from './vectors';

function requestOf(vector: SignatureVector, change: Partial<SignedRequest> = {}): SignedRequest {
	const { token, signature, url, body, contentType } = vector;
	return { authTokens: [token], signature, url, rawBody: Buffer.from(body, 'utf8'), contentType, ...change };
}

function refusal(input: SignedRequest): string | null {
	const verified = verifyTwilioSignature(input);
	return verified.ok ? null : verified.reason.code;
}

function vector(name: string): SignatureVector {
	const found = SIGNATURE_VECTORS.find((candidate) => candidate.name.startsWith(name));
	if (found === undefined) throw new Error(`no vector ${name}`);
	return found;
}

const PLAIN = vector('1 plain');
const JSON_12 = vector('12');

/** Repeatable pseudo-random numbers, so that a failing case can be looked at again. */
function generator(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

describe('verifyTwilioSignature', () => {
	it.each(SIGNATURE_VECTORS)('accepts vector $name', (entry) => {
		expect(refusal(requestOf(entry))).toBeNull();
		expect(refusal(requestOf(entry, { rawBody: entry.body }))).toBeNull();
	});

	it('does not mind the fragment with connection overrides, which is never signed', () => {
		expect(refusal(requestOf(PLAIN, { url: `${PLAIN.url}#rc=2&rp=ct,5xx` }))).toBeNull();
	});

	it('accepts a query that was escaped anew before signing', () => {
		const url = 'https://n8n.example.com/webhook/abc?label=Maple+Court';
		const signature = getExpectedTwilioSignature('12345', url.replace('+', '%20'), fieldsOf(PLAIN.body));
		expect(validateRequest('12345', signature, url, fieldsOf(PLAIN.body))).toBe(true);
		expect(refusal(requestOf(PLAIN, { url, signature }))).toBeNull();
	});

	it('accepts a URL held with credentials that were dropped before signing', () => {
		expect(refusal(requestOf(PLAIN, { url: PLAIN.url.replace('https://', 'https://user:pass@') }))).toBeNull();
	});

	it('accepts old and new token during a rotation', () => {
		expect(refusal(requestOf(PLAIN, { authTokens: ['other', '12345'] }))).toBeNull();
		expect(refusal(requestOf(PLAIN, { authTokens: ['12345', 'other'] }))).toBeNull();
		expect(refusal(requestOf(PLAIN, { authTokens: ['other', 'another'] }))).toBe('signature_mismatch');
	});

	it.each<[string, Partial<SignedRequest>, string]>([
		['no token at all', { authTokens: [] }, 'no_auth_token'],
		['empty tokens', { authTokens: ['', '  '] }, 'no_auth_token'],
		['no signature', { signature: undefined }, 'signature_missing'],
		['an empty signature', { signature: '' }, 'signature_missing'],
		['a wrong signature', { signature: 'foo' }, 'signature_mismatch'],
		['the word undefined', { signature: 'undefined' }, 'signature_mismatch'],
		['a signature of the right length', { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }, 'signature_mismatch'],
		['an extra query parameter', { url: `${PLAIN.url}&x=1` }, 'signature_mismatch'],
		['an extra field', { rawBody: `${PLAIN.body}&x=1` }, 'signature_mismatch'],
		['another path', { url: PLAIN.url.replace('myapp', 'yourapp') }, 'signature_mismatch'],
		['http instead of https', { url: PLAIN.url.replace('https', 'http') }, 'signature_mismatch'],
		['a trailing slash', { url: PLAIN.url.replace('.php', '.php/') }, 'signature_mismatch'],
		['a form that calls itself JSON', { contentType: 'application/json' }, 'body_not_signed'],
		['a form without a content type', { contentType: undefined }, 'body_not_signed'],
		['a multipart form', { contentType: 'multipart/form-data; boundary=x' }, 'body_not_signed'],
		['a relative URL', { url: '/myapp.php?foo=1&bar=2' }, 'url_unreadable'],
		['no URL', { url: '' }, 'url_unreadable'],
		['another scheme', { url: 'ftp://mycompany.com/myapp.php' }, 'url_unreadable'],
	])('refuses %s', (_name, change, code) => {
		expect(refusal(requestOf(PLAIN, change))).toBe(code);
	});

	it.each<[string, Partial<SignedRequest>, string]>([
		['a body without its hash in the URL', { url: PLAIN.url }, 'body_not_signed'],
		['a hash that lost a character', { url: JSON_12.url.slice(0, -1) }, 'body_hash_mismatch'],
		['a changed body', { rawBody: JSON_12.body.replace('value', 'other') }, 'body_hash_mismatch'],
		[
			'a hash made to fit a changed body',
			{ url: JSON_12.url.replace(/[0-9a-f]{64}/, createHash('sha256').update('{}').digest('hex')), rawBody: '{}' },
			'signature_mismatch',
		],
	])('refuses JSON with %s', (_name, change, code) => {
		expect(refusal(requestOf(JSON_12, change))).toBe(code);
	});

	it('does not accept a body smuggled behind a signed GET', () => {
		const get = vector('GET');
		expect(refusal(requestOf(get, { rawBody: 'CallStatus=completed', contentType: FORM_TYPE }))).toBe('signature_mismatch');
		expect(refusal(requestOf(get, { rawBody: 'CallStatus=completed', contentType: 'text/plain' }))).toBe('body_not_signed');
	});

	it('does not trim values: the spaces around a text are signed', () => {
		const text = vector('text with spaces');
		expect(refusal(requestOf(text, { rawBody: text.body.replace('Body=+', 'Body=') }))).toBe('signature_mismatch');
	});

	it.each<[string, Partial<SignedRequest>, string]>([
		['more than 64 KB', { rawBody: `a=${'x'.repeat(65_536)}` }, 'body_too_large'],
		['more than 64 KB of JSON', { rawBody: Buffer.alloc(70_000, 'x'), contentType: 'application/json' }, 'body_too_large'],
		['more than 300 fields', { rawBody: 'a=1&'.repeat(301) }, 'too_many_fields'],
		['eight million fields and no signature to speak of', { rawBody: 'a&'.repeat(8_300_000), signature: 'AAAA' }, 'signature_mismatch'],
		['eight million fields', { rawBody: 'a&'.repeat(8_300_000), signature: `${'A'.repeat(27)}=` }, 'body_too_large'],
	])('refuses %s before it decodes or hashes anything', (_name, change, code) => {
		const request = requestOf(PLAIN, change);
		const before = process.threadCpuUsage();
		expect(refusal(request)).toBe(code);
		const { user, system } = process.threadCpuUsage(before);
		expect((user + system) / 1_000).toBeLessThan(20);
	});

	it('accepts 300 fields, and names many times over', () => {
		const body = Array.from({ length: 300 }, (_none, at) => `f${at % 7}=${at % 11}`).join('&');
		const fields: Record<string, string[]> = {};
		for (const [name, value] of formPairs(body)) (fields[name] ??= []).push(value);
		const signature = getExpectedTwilioSignature('12345', PLAIN.url, fields);
		expect(refusal(requestOf(PLAIN, { rawBody: body, signature }))).toBeNull();
	});

	it('says what to check, and never the token or the expected signature', () => {
		const verified = verifyTwilioSignature(requestOf(PLAIN, { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }));
		const sentence = verified.ok ? '' : verified.reason.sentence;
		expect(sentence).toContain('WEBHOOK_URL');
		expect(sentence).not.toContain('12345');
		expect(sentence).not.toContain(PLAIN.signature);
	});
});

describe('a request that a SharedKey signs', () => {
	const SETTINGS = 'key=webhooks_sharedkey_01,algorithm=HMAC_SHA256';
	const FORM = '033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s=';
	const JSON_BODY = '+UOCWf84gdgo/5Hpg4m5/EgKnJA2/TbOw5sPNVr3bPk=';
	const shared: Partial<SignedRequest> = { authTokens: ['token'], sharedKeys: ['12345'], settings: SETTINGS };

	it.each<[string, SignatureVector, string]>([
		['a form', PLAIN, FORM],
		['JSON', JSON_12, JSON_BODY],
	])('is accepted as %s, under SHA-256', (_name, entry, signature) => {
		expect(refusal(requestOf(entry, { ...shared, signature }))).toBeNull();
	});

	it('is accepted under each of several secrets, as during a rotation', () => {
		expect(refusal(requestOf(PLAIN, { ...shared, signature: FORM, sharedKeys: ['new', '12345'] }))).toBeNull();
		expect(refusal(requestOf(PLAIN, { ...shared, signature: FORM, sharedKeys: ['12345', 'new'] }))).toBeNull();
	});

	it('is accepted beside requests that the auth token signs: a rule may share them out', () => {
		const both: Partial<SignedRequest> = { authTokens: ['12345'], sharedKeys: ['12345'] };
		expect(refusal(requestOf(PLAIN, both))).toBeNull();
		expect(refusal(requestOf(PLAIN, { ...both, signature: FORM, settings: SETTINGS }))).toBeNull();
	});

	it.each<[string, Partial<SignedRequest>, string]>([
		['without a secret', { sharedKeys: [] }, 'no_shared_key'],
		['with empty secrets, under which anybody could sign', { sharedKeys: ['', '  '] }, 'no_shared_key'],
		['with another secret', { sharedKeys: ['54321'] }, 'shared_key_mismatch'],
		['without its header: the auth token did not sign it', { settings: undefined }, 'signature_mismatch'],
		['as SHA-1', { settings: 'key=a,algorithm=HMAC_SHA1' }, 'shared_key_mismatch'],
		['under a hash that we do not know', { settings: 'key=a,algorithm=HMAC_MD5' }, 'unknown_algorithm'],
		['with settings that say two things', { settings: `${SETTINGS},algorithm=HMAC_SHA1` }, 'unknown_algorithm'],
		['without a signature', { signature: undefined }, 'signature_missing'],
		['with an extra field', { rawBody: `${PLAIN.body}&x=1` }, 'shared_key_mismatch'],
		['with two signatures in one header', { signature: `${FORM},${FORM}` }, 'shared_key_mismatch'],
	])('is refused %s', (_name, change, code) => {
		expect(refusal(requestOf(PLAIN, { ...shared, signature: FORM, ...change }))).toBe(code);
	});

	it.each<[string, Partial<SignedRequest>]>([
		['the auth token, said to be a SharedKey', { authTokens: ['12345'], sharedKeys: ['other'], settings: SETTINGS }],
		[
			'the auth token under SHA-1, said to be a SharedKey',
			{ authTokens: ['12345'], sharedKeys: ['other'], settings: 'key=a,algorithm=HMAC_SHA1' },
		],
		['a SharedKey, said to be the auth token', { authTokens: ['other'], sharedKeys: ['12345'], settings: undefined }],
	])('one scheme is never taken for the other: %s', (_name, change) => {
		for (const signature of [PLAIN.signature, FORM]) expect(refusal(requestOf(PLAIN, { signature, ...change }))).not.toBeNull();
	});

	it('says which field of the credential is empty', () => {
		const verified = verifyTwilioSignature(requestOf(PLAIN, { ...shared, signature: FORM, sharedKeys: [] }));
		expect(verified.ok ? '' : verified.reason.sentence).toContain('Webhook Signing Secrets');
	});
});

describe('any change to a signed request is noticed', () => {
	const strict = SIGNATURE_VECTORS.filter((entry) =>
		['1 plain', '12 JSON body', 'voice callback of our own', 'GET'].includes(entry.name),
	);

	it.each(strict)('each character of the URL ($name)', (entry) => {
		for (let index = 0; index < entry.url.length; index++) {
			const replaced = entry.url[index] === 'x' ? 'y' : 'x';
			const url = entry.url.slice(0, index) + replaced + entry.url.slice(index + 1);
			expect([url, refusal(requestOf(entry, { url }))]).not.toEqual([url, null]);
		}
	});

	it.each(strict.filter((entry) => entry.body !== ''))('each byte of the body ($name)', (entry) => {
		for (let index = 0; index < entry.body.length; index++) {
			const rawBody = Buffer.from(entry.body, 'utf8');
			// Digits and letters change their value; escapes change what they stand for.
			rawBody[index] = (rawBody[index] ?? 0) ^ 0x01;
			expect([index, refusal(requestOf(entry, { rawBody }))]).not.toEqual([index, null]);
		}
	});

	it.each(SIGNATURE_VECTORS)('each character of the signature ($name)', (entry) => {
		for (let index = 0; index < entry.signature.length; index++) {
			const replaced = entry.signature[index] === 'A' ? 'B' : 'A';
			const signature = entry.signature.slice(0, index) + replaced + entry.signature.slice(index + 1);
			expect(refusal(requestOf(entry, { signature }))).toBe('signature_mismatch');
		}
		expect(refusal(requestOf(entry, { signature: entry.signature.slice(0, -1) }))).toBe('signature_mismatch');
		expect(refusal(requestOf(entry, { signature: `${entry.signature}=` }))).toBe('signature_mismatch');
	});
});

describe('agreement with the twilio package', () => {
	const ALPHABET = ['a', 'Z', '0', ' ', '+', '%', '&', '=', "'", '"', '(', '!', '*', '~', 'é', '\u{1F600}', '/', '?', '\n', ';'];

	function randomRequest(seed: number): { url: string; body: string; token: string } {
		const random = generator(seed);
		const text = (longest: number): string =>
			Array.from({ length: random(longest) }, () => ALPHABET[random(ALPHABET.length)] ?? 'a').join('');
		const fields = Object.fromEntries(
			Array.from({ length: random(7) }, (_unused, index) => [
				`Field${random(3)}${index}`,
				random(4) === 0 ? [text(6), text(6), text(6)] : text(12),
			]),
		);
		const port = ['', ':443', ':80', ':5678'][random(4)] ?? '';
		const query = random(2) === 0 ? '' : `?step=dial&q=${encodeURIComponent(text(8)).replaceAll('%20', random(2) === 0 ? '+' : '%20')}`;
		return {
			url: `${random(2) === 0 ? 'https' : 'http'}://n8n.example.com${port}/webhook/${random(99)}${query}`,
			body: formOf(fields),
			token: `token_${seed}`,
		};
	}

	it('accepts what the package signs, in 500 random form requests', () => {
		for (let seed = 1; seed <= 500; seed++) {
			const { url, body, token } = randomRequest(seed);
			const signature = getExpectedTwilioSignature(token, url, fieldsOf(body));
			const request: SignedRequest = { authTokens: [token], signature, url, rawBody: Buffer.from(body), contentType: FORM_TYPE };
			expect([seed, validateRequest(token, signature, url, fieldsOf(body)), refusal(request)]).toEqual([seed, true, null]);
			const shared = {
				...request,
				authTokens: [],
				sharedKeys: [token],
				signature: getExpectedTwilioSignature(token, url, fieldsOf(body), 'HMAC_SHA256'),
				settings: 'key=a,algorithm=HMAC_SHA256',
			};
			expect([seed, refusal(shared)]).toEqual([seed, null]);
		}
	});

	it('refuses what the package refuses, in 500 random requests that were tampered with', () => {
		for (let seed = 1; seed <= 500; seed++) {
			const { url, body, token } = randomRequest(seed);
			const signature = getExpectedTwilioSignature(token, url, fieldsOf(body));
			const forged = body === '' ? 'Added=1' : `${body}&Added=1`;
			const request: SignedRequest = { authTokens: [token], signature, url, rawBody: Buffer.from(forged), contentType: FORM_TYPE };
			expect([seed, validateRequest(token, signature, url, fieldsOf(forged)), refusal(request)]).toEqual([
				seed,
				false,
				'signature_mismatch',
			]);
		}
	});

	it('agrees on 200 random JSON bodies, right and wrong', () => {
		for (let seed = 1; seed <= 200; seed++) {
			const { url, body, token } = randomRequest(seed);
			const rawBody = JSON.stringify({ body });
			const hash = createHash('sha256').update(rawBody).digest('hex');
			const signedUrl = `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
			const signature = getExpectedTwilioSignature(token, signedUrl, {});
			for (const sent of [rawBody, `${rawBody} `]) {
				const request: SignedRequest = {
					authTokens: [token],
					signature,
					url: signedUrl,
					rawBody: sent,
					contentType: 'application/json',
				};
				expect([seed, refusal(request) === null]).toEqual([seed, validateRequestWithBody(token, signature, signedUrl, sent)]);
			}
		}
	});
});
