/** Both verifiers under forged, changed and broken requests: nothing crashes, and nothing is accepted that was not signed as it is. */
import { createHmac } from 'node:crypto';
import { parse, stringify } from 'node:querystring';

import { verifyBuildiumSignature } from '../../leasing/buildium/webhook/signature';
import { formPairs } from '../../leasing/twilio/formBody';
import { verifyTwilioSignature, type SignedRequest } from '../../leasing/twilio/signature';
import { Choice, INPUTS, SEED } from './seed';

const SHARE = 0.375;
const FORM = 'application/x-www-form-urlencoded';
const TOKEN = 'a'.repeat(32);
const NOW = Date.UTC(2026, 2, 10, 17);

process.stdout.write(`Fuzzing verifiers: ${INPUTS} requests, seed ${SEED}\n`);

const choice = new Choice(SEED + 2);
const ALPHABET = 'aZ09+/=%&;:?#@.\\"{}[]\n\r\t \0é\u{1F600}';
const letters = (most: number): string => Array.from({ length: choice.below(most) }, () => choice.one([...ALPHABET])).join('');

/** Drops, doubles, changes and moves pieces of a text. */
function mutated(text: string): string {
	const at = choice.below(text.length + 1);
	const end = at + choice.below(6);
	switch (choice.below(5)) {
		case 0:
			return text.slice(0, at) + text.slice(end);
		case 1:
			return text.slice(0, at) + letters(5) + text.slice(at);
		case 2:
			return text.slice(0, end) + text.slice(at);
		case 3:
			return text.slice(0, at) + letters(4) + text.slice(end);
		default:
			return choice.one([letters(40), text + text, text.toUpperCase(), '', text.split('').reverse().join('')]);
	}
}

const KEYS = ['CallSid', 'From', 'To', 'Body', 'AccountSid', 'a', '', '__proto__', 'é'];
function body(): string {
	return Array.from(
		{ length: choice.below(12) },
		() => `${encodeURIComponent(choice.one(KEYS))}=${encodeURIComponent(letters(12))}`,
	).join('&');
}

/** As Twilio's documentation says: the fields sorted by name, names and values run together. Written anew here, so that a mistake of ours is not repeated. */
function signedFields(raw: string): string {
	const fields = [...new Map(formPairs(raw).map(([name, value]) => [JSON.stringify([name, value]), { name, value }])).values()];
	fields.sort((a, b) => (a.name === b.name ? (a.value < b.value ? -1 : 1) : a.name < b.name ? -1 : 1));
	return fields.map(({ name, value }) => name + value).join('');
}

const signed = (url: string, raw: string): string =>
	createHmac('sha1', TOKEN)
		.update(url + signedFields(raw))
		.digest('base64');

test('Twilio: what was signed is accepted, anything else refused', () => {
	let accepted = 0;
	for (let count = 0; count < INPUTS * SHARE; count++) {
		const url = `https://n8n.example.com/webhook/abc/twilio?step=${choice.one(['voice', 'dial', 'ended'])}`;
		const rawBody = body();
		const right: SignedRequest = { authTokens: [TOKEN], signature: signed(url, rawBody), url, rawBody, contentType: FORM };
		expect({ count, rawBody, ...verifyTwilioSignature(right) }).toEqual({ count, rawBody, ok: true });
		const forged: SignedRequest = { ...right };
		for (let times = 1 + choice.below(3); times > 0; times--) {
			switch (choice.below(5)) {
				case 0:
					forged.signature = choice.one([mutated(right.signature ?? ''), undefined, '', 'AAAA', `${'A'.repeat(27)}=`]);
					break;
				case 1:
					forged.rawBody = mutated(rawBody);
					break;
				case 2:
					forged.url = mutated(url);
					break;
				case 3:
					forged.contentType = choice.one([
						undefined,
						'application/json',
						'multipart/form-data',
						FORM,
						`${FORM}; charset=utf-16`,
					]);
					break;
				default:
					forged.authTokens = choice.one([[], [''], [TOKEN.slice(1)], [`${TOKEN} `], ['other', mutated(TOKEN)]]);
			}
		}
		const result = verifyTwilioSignature(forged);
		// Twilio's way signs some bodies alike: another order, repeats, a name that ends where its value began. So it does the default port.
		const isTheSame =
			forged.signature === right.signature &&
			signedFields(String(forged.rawBody)) === signedFields(rawBody) &&
			forged.authTokens.some((one) => sameKey(one, TOKEN)) &&
			sameAddress(forged.url, url);
		if (result.ok) accepted++;
		else expect(result.reason.sentence).not.toContain(TOKEN);
		expect({ seed: SEED, count, forged, ok: result.ok && !isTheSame }).toEqual({ seed: SEED, count, forged, ok: false });
	}
	expect(accepted).toBeLessThan(INPUTS * SHARE * 0.3);
}, 3_600_000);

/** Twilio's back ends disagree on the port, on credentials and on how a query is written; what it says must be the same. */
function sameAddress(one: string, other: string): boolean {
	const plain = (address: string): string => {
		if (!URL.canParse(address)) return address;
		const { protocol, host, pathname, search } = new URL(address);
		return `${protocol}//${host}${pathname}?${stringify(parse(search.slice(1)))}`;
	};
	return plain(one) === plain(other);
}

test('Buildium: what was signed is accepted, anything else refused', () => {
	const secret = 'test-webhook-secret';
	for (let count = 0; count < INPUTS * SHARE; count++) {
		const sent = String(NOW / 1_000 - choice.below(60));
		const text = JSON.stringify({
			EventName: 'Task.Created',
			AccountId: choice.below(1e6),
			Note: letters(30),
			TaskId: choice.below(1e6),
		});
		const signature = createHmac('sha256', secret).update(`${sent}.${text}`).digest('base64');
		const right = { secrets: [secret], signature, timestamp: sent, rawBody: Buffer.from(text), now: NOW, replayWindow: 60_000 };
		expect({ count, text, ...verifyBuildiumSignature(right) }).toEqual({ count, text, ok: true });
		const forged: Parameters<typeof verifyBuildiumSignature>[0] = { ...right };
		switch (choice.below(4)) {
			case 0:
				forged.signature = choice.one([mutated(signature), undefined, '', 'AAAA', `${'A'.repeat(43)}=`]);
				break;
			case 1:
				forged.rawBody = Buffer.from(mutated(text));
				break;
			case 2:
				forged.timestamp = choice.one([mutated(sent), undefined, String(Number(sent) + 1), `${sent}.`, ` ${sent}`]);
				break;
			default:
				forged.secrets = choice.one([[], [''], [mutated(secret)]]);
		}
		const isTheSame =
			forged.signature === signature &&
			forged.timestamp === sent &&
			forged.secrets.some((one) => sameKey(one.trim(), secret)) &&
			withoutSpaces(forged.rawBody.toString()) === withoutSpaces(text);
		const result = verifyBuildiumSignature(forged);
		expect({ seed: SEED, count, forged, ok: result.ok && !isTheSame }).toEqual({ seed: SEED, count, forged, ok: false });
	}
}, 3_600_000);

/** HMAC fills a short key up with zeros, so zeros behind a key make no other key. */
function sameKey(one: string, other: string): boolean {
	return one.replace(/\0+$/, '') === other;
}

/** JSON without what stands between its tokens. */
function withoutSpaces(text: string): string {
	return text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, (_all, quoted?: string) => quoted ?? '');
}
