import { createHmac } from 'node:crypto';

import { buildiumEventKey, readBuildiumBody, type BuildiumDelivery } from '../../../leasing/buildium/webhook/events';
import { verifyBuildiumSignature, type BuildiumRequestToVerify } from '../../../leasing/buildium/webhook/signature';
import { trial, type Target } from '../campaign';
import { letters, mutated } from '../mutate';
import type { Choice } from '../seed';
import { sameKey } from './sameKey';

const SECRET = 'test-webhook-secret';
const NOW = Date.UTC(2026, 2, 10, 17);

/** Requests to Buildium's verifier; what it accepts is read, too. */
export const buildiumRequests: Target = {
	id: 'buildium',
	title: "requests to Buildium's verifier",
	share: 0.3,
	cpuMs: 50,
	expected: { accepted: 50, refused: 500 },
	trial(choice) {
		const right = signedRequest(JSON.stringify(eventOf(choice)), choice);
		const request = choice.chance(0.1) ? right : forged(right, choice);
		const allowed = isTheSame(request, right);
		return trial({
			input: { ...request, rawBody: request.rawBody.toString() },
			run: () => verifyBuildiumSignature(request),
			count: ({ ok }) => (ok ? 'accepted' : 'refused'),
			judge(verdict) {
				if (verdict.ok) return allowed ? null : 'It was accepted without a signature that fits.';
				if (request === right) return `What Buildium signed was refused: ${verdict.reason.code}`;
				return verdict.reason.sentence.includes(SECRET) ? 'The refusal gives the secret away.' : null;
			},
		});
	},
};

/** Signed bodies of any shape: each entry is read or counted as unread, none vanishes, none comes twice. */
export const buildiumBodies: Target = {
	id: 'buildium-bodies',
	title: 'signed bodies of unusual shape to the reader of Buildium events',
	share: 0.1,
	cpuMs: 50,
	expected: { read: 200, unread: 200 },
	trial(choice) {
		const entries = Array.from({ length: 1 + choice.below(4) }, () => (choice.chance(0.5) ? eventOf(choice) : unusual(choice)));
		const isList = entries.length > 1 || choice.chance(0.2);
		const whole = isList ? (choice.chance(0.5) ? entries : { [choice.one(['Events', 'events'])]: entries }) : entries[0];
		const text = (choice.chance(0.2) ? '\uFEFF' : '') + JSON.stringify(whole);
		const broken = choice.chance(0.3);
		const body = broken ? mutated(text, choice) : text;
		return trial<BuildiumDelivery>({
			input: body,
			run: () => readBuildiumBody(body, NOW),
			count: ({ events }) => (events.length > 0 ? 'read' : 'unread'),
			judge({ events, unread }) {
				if (events.length + unread < 1) return 'A signed body left nothing.';
				if (!broken && isList && events.length + unread !== entries.length)
					return `${entries.length} entries came, ${events.length} were read and ${unread} were not.`;
				for (const event of events) {
					if (!body.includes(JSON.stringify(event.eventName).slice(1, -1))) return `The event ${event.eventName} stands nowhere.`;
					if (!Number.isFinite(event.at) || !Number.isSafeInteger(event.accountId)) return 'It has no time or no account.';
					if (buildiumEventKey(event) === '') return 'It has no key.';
				}
				return null;
			},
		});
	},
};

function eventOf(choice: Choice): Record<string, unknown> {
	return {
		EventName: choice.one(['Task.Created', 'Lease.MoveOut.Created', 'Applicant.Updated', 'New2_Thing.Created']),
		EventDateTime: new Date(NOW - choice.below(1e6)).toISOString(),
		AccountId: choice.below(1e6),
		Note: letters(choice, 30),
		TaskId: choice.below(1e6),
	};
}

function unusual(choice: Choice): unknown {
	const event = eventOf(choice);
	switch (choice.below(7)) {
		case 0:
			return { ...event, AccountId: String(event.AccountId) };
		case 1:
			return { ...event, EventDateTime: choice.one([null, '', 'soon', 0, undefined]) };
		case 2:
			return Object.fromEntries(
				Object.entries(event).map(([name, value]) => [choice.chance(0.5) ? name.toLowerCase() : name, value]),
			);
		case 3:
			return { ...event, EventName: choice.one([null, '', 'Task', 7, `${'A.'.repeat(200)}b`, letters(choice, 20)]) };
		case 4:
			return { ...event, AccountId: choice.one([null, 1.5, -1, '1e9', {}, [], 1e300]) };
		case 5:
			return { ...event, TaskId: choice.one([null, {}, [1], { a: { b: 1 } }, true]) };
		default:
			return choice.one<unknown>([null, 1, 'x', [], [[]], {}, true]);
	}
}

function signedRequest(text: string, choice: Choice): BuildiumRequestToVerify {
	const timestamp = String(NOW / 1_000 - choice.below(60));
	const signature = createHmac('sha256', SECRET).update(`${timestamp}.${text}`).digest('base64');
	return { secrets: [SECRET], signature, timestamp, rawBody: Buffer.from(text), now: NOW, replayWindow: 60_000 };
}

function forged(right: BuildiumRequestToVerify, choice: Choice): BuildiumRequestToVerify {
	const { signature = '', timestamp = '' } = right;
	switch (choice.below(4)) {
		case 0:
			return { ...right, signature: choice.one([mutated(signature, choice), undefined, '', 'AAAA', `${'A'.repeat(43)}=`]) };
		case 1:
			return { ...right, rawBody: Buffer.from(mutated(right.rawBody.toString(), choice)) };
		case 2: {
			const other = [mutated(timestamp, choice), undefined, String(Number(timestamp) + 1), `${timestamp}.`, ` ${timestamp}`];
			return { ...right, timestamp: choice.one(other) };
		}
		default:
			return { ...right, secrets: choice.one([[], [''], [mutated(SECRET, choice)]]) };
	}
}

function isTheSame(request: BuildiumRequestToVerify, right: BuildiumRequestToVerify): boolean {
	return (
		request.signature === right.signature &&
		request.timestamp === right.timestamp &&
		request.secrets.some((one) => sameKey(one.trim(), SECRET)) &&
		withoutSpaces(request.rawBody.toString()) === withoutSpaces(right.rawBody.toString())
	);
}

/** JSON without what stands between its tokens. */
function withoutSpaces(text: string): string {
	return text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, (_all, quoted?: string) => quoted ?? '');
}
