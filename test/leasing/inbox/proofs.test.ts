/** Every sender's proof: the vendor's own published vector where there is one, and forgeries of each. */
import { createHmac } from 'node:crypto';

import { prove, type Proof } from '../../../leasing/inbox/proof/prove';
import { signedBody } from '../../../leasing/inbox/senders/sender';
import { SENDERS, senderNamed } from '../../../leasing/inbox/senders/senders.data';
import { CALLRAIL_BODY, CALLRAIL_KEY, CALLRAIL_SIGNATURE } from './callrailVector.data';

const NOW = Date.parse('2026-11-17T18:00:00Z');
const proofOf = (id: string): Proof => {
	const proof = senderNamed(id)?.proof;
	if (!proof) throw new Error(`${id} has no proof of its own`);
	return proof;
};

interface Sent {
	headers?: Record<string, string>;
	query?: Record<string, string>;
	body?: string;
	secrets?: string[];
	now?: number;
}
const judge = (proof: Proof, { headers = {}, query = {}, body = '{"a":1}', secrets = ['a-good-secret'], now = NOW }: Sent) =>
	prove(proof, { headers, query, rawBody: Buffer.from(body), secrets, now });
const code = (proof: Proof, sent: Sent): string => {
	const verdict = judge(proof, sent);
	return verdict.ok ? 'ok' : `${verdict.status} ${verdict.reason.code}`;
};
const hmac = (algorithm: string, key: string, text: string, encoding: 'hex' | 'base64') =>
	createHmac(algorithm, key).update(text).digest(encoding);

/** As each sender signs `body` with `key`; by hand, and not by our own table. */
const SIGNED: Record<string, (key: string, body: string, seconds: number) => Record<string, string>> = {
	acuity: (key, body) => ({ 'x-acuity-signature': hmac('sha256', key, body, 'base64') }),
	calendly: (key, body, at) => ({ 'calendly-webhook-signature': `t=${at},v1=${hmac('sha256', key, `${at}.${body}`, 'hex')}` }),
	callrail: (key, body) => ({ signature: hmac('sha1', key, body, 'base64') }),
	cal_com: (key, body) => ({ 'x-cal-signature-256': hmac('sha256', key, body, 'hex') }),
	meta: (key, body) => ({ 'x-hub-signature-256': `sha256=${hmac('sha256', key, body, 'hex')}` }),
	tally: (key, body) => ({ 'tally-signature': hmac('sha256', key, body, 'base64') }),
	typeform: (key, body) => ({ 'typeform-signature': `sha256=${hmac('sha256', key, body, 'base64')}` }),
	webflow: (key, body, at) => ({
		'x-webflow-timestamp': `${at}000`,
		'x-webflow-signature': hmac('sha256', key, `${at}000:${body}`, 'hex'),
	}),
};

describe('senders that sign', () => {
	test('all of them are tried here', () => {
		expect(
			SENDERS.filter(({ proof }) => proof?.kind === 'hmac')
				.map(({ id }) => id)
				.sort(),
		).toEqual(Object.keys(SIGNED).sort());
	});

	describe.each(Object.entries(SIGNED))('%s', (id, sign) => {
		const proof = proofOf(id);
		const body = '{"name":"Nadia Ferris","note":"\\u00e9 & é"}';
		const seconds = Math.floor(NOW / 1000);
		const good = { headers: sign('a-good-secret', body, seconds), body };

		test('is known by its signature, also with the new secret while it is replaced', () => {
			expect(code(proof, good)).toBe('ok');
			expect(code(proof, { ...good, secrets: ['another-secret', ' a-good-secret ', ''] })).toBe('ok');
		});

		test.each<[string, (sent: Sent) => Sent, string]>([
			['another secret', (sent) => ({ ...sent, secrets: ['another-secret'] }), '403 proof_wrong'],
			['one byte changed', (sent) => ({ ...sent, body: `${body} ` }), '403 proof_wrong'],
			['no signature', (sent) => ({ ...sent, headers: {} }), '401 proof_missing'],
			['an empty signature', (sent) => ({ ...sent, headers: swapped(sent.headers, () => ' ') }), '401 proof_missing'],
			[
				'a signature that is cut short',
				(sent) => ({ ...sent, headers: swapped(sent.headers, (text) => text.slice(0, -4)) }),
				'403 proof_wrong',
			],
			['words in its place', (sent) => ({ ...sent, headers: swapped(sent.headers, () => 'no-secret-provided') }), '403 proof_wrong'],
			['a very long header', (sent) => ({ ...sent, headers: swapped(sent.headers, (text) => text.repeat(500)) }), '403 proof_wrong'],
			['no secret on our side', (sent) => ({ ...sent, secrets: ['', ' '] }), '503 no_secret'],
		])('%s is refused', (_, change, expected) => {
			expect(code(proof, change(good))).toBe(expected);
		});
	});

	const swapped = (headers: Record<string, string> | undefined, change: (text: string) => string): Record<string, string> =>
		Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, name.includes('timestamp') ? text : change(text)]));

	test("CallRail's own published example is right", () => {
		const sent = { headers: { signature: CALLRAIL_SIGNATURE }, body: CALLRAIL_BODY, secrets: [CALLRAIL_KEY] };
		expect(code(proofOf('callrail'), sent)).toBe('ok');
		expect(code(proofOf('callrail'), { ...sent, body: CALLRAIL_BODY.replace('+12148654559', '+12148654550') })).toBe('403 proof_wrong');
	});

	test("GitHub's published example of the scheme that Meta uses, too, is right", () => {
		const headers = { 'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17' };
		expect(code(proofOf('meta'), { headers, body: 'Hello, World!', secrets: ["It's a Secret to Everybody"] })).toBe('ok');
	});

	test('a recording is refused, and a clock that is slightly ahead is not', () => {
		const at = (seconds: number) => ({ headers: SIGNED.calendly?.('a-good-secret', '{}', seconds) ?? {}, body: '{}' });
		const now = Math.floor(NOW / 1000);
		expect(code(proofOf('calendly'), at(now - 24 * 3600))).toBe('ok');
		expect(code(proofOf('calendly'), at(now - 26 * 3600))).toBe('403 too_old');
		expect(code(proofOf('calendly'), at(now + 120))).toBe('ok');
		expect(code(proofOf('calendly'), at(now + 3600))).toBe('403 too_old');
		const unstamped = { 'calendly-webhook-signature': `v1=${hmac('sha256', 'a-good-secret', '.{}', 'hex')}` };
		expect(code(proofOf('calendly'), { headers: unstamped, body: '{}' })).toBe('401 time_missing');
	});

	test('Standard Webhooks, by the settings for any other sender', () => {
		// The example of their specification.
		const proof = signedBody('webhook-signature', {
			encoding: 'base64',
			part: 'v1',
			time: { from: 'header', name: 'webhook-timestamp' },
			signed: '{webhook-id}.{time}.{body}',
			key: 'base64',
			oldest: 300_000,
		});
		const sent = {
			headers: {
				'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
				'webhook-timestamp': '1614265330',
				'webhook-signature': 'v1,bm9ldHUjKzFob2VudXRob2VodWUzMjRvdWVvdW9ldQo= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
			},
			body: '{"test": 2432232314}',
			secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
			now: 1_614_265_330_000,
		};
		expect(code(proof, sent)).toBe('ok');
		expect(code(proof, { ...sent, headers: { ...sent.headers, 'webhook-id': 'msg_other' } })).toBe('403 proof_wrong');
	});
});

describe('senders that send the secret along', () => {
	const word: Proof = {
		kind: 'word',
		places: [
			{ in: 'header', name: 'x-lead-secret', prefix: '' },
			{ in: 'query', name: 'secret' },
		],
	};

	test.each<[string, Proof, Sent, string]>([
		['in a header', word, { headers: { 'x-lead-secret': 'a-good-secret' } }, 'ok'],
		['in the address', word, { query: { secret: 'a-good-secret' } }, 'ok'],
		['a wrong one', word, { query: { secret: 'a-bad-secret-x' } }, '403 proof_wrong'],
		['the beginning of it', word, { query: { secret: 'a-good-secre' } }, '403 proof_wrong'],
		['none', word, {}, '401 proof_missing'],
		['one that is too short to be one', word, { query: { secret: 'abc' }, secrets: ['abc'] }, '503 secret_too_short'],
		['none on our side', word, { query: { secret: '' }, secrets: [] }, '503 no_secret'],
		['a bearer token', proofOf('showmojo'), { headers: { authorization: 'bearer a-good-secret' } }, 'ok'],
		['a token of another kind', proofOf('showmojo'), { headers: { authorization: 'Token a-good-secret' } }, '401 proof_missing'],
		['Basic', { kind: 'basic', user: 'zillow' }, { headers: { authorization: `Basic ${btoa('zillow:a-good-secret')}` } }, 'ok'],
		[
			'Basic with another user',
			{ kind: 'basic', user: 'zillow' },
			{ headers: { authorization: `Basic ${btoa('x:a-good-secret')}` } },
			'403 proof_wrong',
		],
		['Basic without anything', { kind: 'basic', user: 'zillow' }, {}, '401 proof_missing'],
		['in the body', proofOf('google_ads'), { body: '{"lead_id":"1","google_key":"a-good-secret"}' }, 'ok'],
		['in the body, wrong', proofOf('google_ads'), { body: '{"lead_id":"1","google_key":"a-bad-secret-x"}' }, '403 proof_wrong'],
		['in the body, as a list', proofOf('google_ads'), { body: '{"google_key":["a-good-secret"]}' }, '401 proof_missing'],
		['in the body, deeper', proofOf('google_ads'), { body: '{"x":{"google_key":"a-good-secret"}}' }, '401 proof_missing'],
		['a body of another kind', proofOf('google_ads'), { body: '<adf/>' }, '401 proof_missing'],
		[
			'a body that is too large to be one',
			proofOf('google_ads'),
			{ body: `{"google_key":"a-good-secret","x":"${'x'.repeat(200_000)}"}` },
			'403 proof_wrong',
		],
		['a form', proofOf('wufoo'), { body: 'Field1=Kate&HandshakeKey=a-good-secret' }, 'ok'],
	])('%s', (_, proof, sent, expected) => {
		expect(code(proof, sent)).toBe(expected);
	});
});
