import { createHmac } from 'node:crypto';
import { parse, stringify } from 'node:querystring';

import { formPairs } from '../../../leasing/twilio/formBody';
import { verifyTwilioSignature, type SignedRequest } from '../../../leasing/twilio/signature';
import { trial, type Target } from '../campaign';
import { letters, mutated } from '../mutate';
import type { Choice } from '../seed';
import { sameKey } from './sameKey';

const FORM = 'application/x-www-form-urlencoded';
const TOKEN = 'a'.repeat(32);
const KEYS = ['CallSid', 'From', 'To', 'Body', 'AccountSid', 'a', '', '__proto__', 'é'];

/** Requests to Twilio's verifier: some signed as Twilio does it, most changed afterwards. */
export const twilioRequests: Target = {
	id: 'twilio',
	title: "requests to Twilio's verifier",
	share: 0.3,
	cpuMs: 50,
	expected: { accepted: 50, refused: 500 },
	trial(choice) {
		const right = signedRequest(choice);
		const request = choice.chance(0.1) ? right : forged(right, choice);
		const allowed = isTheSame(request, right);
		return trial({
			input: request,
			run: () => verifyTwilioSignature(request),
			count: ({ ok }) => (ok ? 'accepted' : 'refused'),
			judge(verdict) {
				if (verdict.ok) return allowed ? null : 'It was accepted without a signature that fits.';
				if (request === right) return `What Twilio signed was refused: ${verdict.reason.code}`;
				return verdict.reason.sentence.includes(TOKEN) ? 'The refusal gives the token away.' : null;
			},
		});
	},
};

function signedRequest(choice: Choice): SignedRequest {
	const url = `https://n8n.example.com/webhook/abc/twilio?step=${choice.one(['voice', 'dial', 'ended'])}`;
	const rawBody = Array.from(
		{ length: choice.chance(0.02) ? choice.below(400) : choice.below(12) },
		() => `${encodeURIComponent(choice.one(KEYS))}=${encodeURIComponent(letters(choice, 12))}`,
	)
		.slice(0, 300)
		.join('&');
	const signature = createHmac('sha1', TOKEN)
		.update(url + signedFields(rawBody))
		.digest('base64');
	return { authTokens: [TOKEN], signature, url, rawBody, contentType: FORM };
}

function forged(right: SignedRequest, choice: Choice): SignedRequest {
	const request = { ...right };
	for (let times = 1 + choice.below(3); times > 0; times--) {
		switch (choice.below(5)) {
			case 0:
				request.signature = choice.one([mutated(right.signature ?? '', choice), undefined, '', 'AAAA', `${'A'.repeat(27)}=`]);
				break;
			case 1:
				request.rawBody = mutated(String(right.rawBody), choice);
				break;
			case 2:
				request.url = mutated(right.url, choice);
				break;
			case 3:
				request.contentType = choice.one([undefined, 'application/json', 'multipart/form-data', FORM, `${FORM}; charset=utf-16`]);
				break;
			default:
				request.authTokens = choice.one([[], [''], [TOKEN.slice(1)], [`${TOKEN} `], ['other', mutated(TOKEN, choice)]]);
		}
	}
	return request;
}

/** Twilio's way signs some requests alike: fields in another order, repeats, a name that ends where its value began, the default port. */
function isTheSame(request: SignedRequest, right: SignedRequest): boolean {
	return (
		request.signature === right.signature &&
		signedFields(String(request.rawBody)) === signedFields(String(right.rawBody)) &&
		request.authTokens.some((one) => sameKey(one, TOKEN)) &&
		sameAddress(request.url, right.url)
	);
}

/** As Twilio's documentation says: fields sorted by name, names and values run together. Written anew here, so that a mistake of ours is not repeated. */
function signedFields(raw: string): string {
	const fields = [...new Map(formPairs(raw).map(([name, value]) => [JSON.stringify([name, value]), { name, value }])).values()];
	fields.sort((a, b) => (a.name === b.name ? (a.value < b.value ? -1 : 1) : a.name < b.name ? -1 : 1));
	return fields.map(({ name, value }) => name + value).join('');
}

/** Twilio's back ends disagree on the port, on credentials and on how a query is written; what it says must be the same. */
function sameAddress(one: string, other: string): boolean {
	const plain = (address: string): string => {
		if (!URL.canParse(address)) return address;
		const { protocol, host, pathname, search } = new URL(address);
		return `${protocol}//${host}${pathname}?${stringify(parse(search.slice(1)))}`;
	};
	return plain(one) === plain(other);
}
