import { reason, type Reason } from '../../leasing/reason';
import { explainTwilioError } from '../../leasing/twilio/errors';
import { MINUTE, SECOND, type Clock, type Millis } from '../../leasing/time';
import type { Store, StoredText } from '../../store/port';
import { learnFromError } from './learnFromError';
import { noteOnTimeline } from './noteOnTimeline';
import type { FoundMessage, TextProvider } from './textProvider';
import { tellPerson } from './tellPerson';

export interface SendDeps {
	store: Store;
	clock: Clock;
	provider: TextProvider;
	/** This process; names its claims. */
	claimer: string;
	/** Where delivery reports of a text go, given its id; null when nobody listens. */
	statusUrl: string | null;
	/** Waits; passed in so that tests need not. */
	pause: (ms: Millis) => Promise<unknown>;
}

/**
 * Longer than the slowest step (half a minute that Twilio asked us to wait, then a request; or a look-up that is tried three
 * times), because the claim is renewed before each. What a killed process left behind is taken up again after so long.
 */
const CLAIM_FOR: Millis = MINUTE;
/** Waits between look-ups of a message that may have been taken; 15 s in all, within the 10-30 s that Twilio needs at worst. */
const LOOK_UP_PAUSES: Millis[] = [SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND];
const BUSY_PAUSES: Millis[] = [SECOND, 2 * SECOND, 4 * SECOND];
const VALID_SECONDS = 600;

let claims = 0;
/** What this process is sending. Should a claim seem to have run out meanwhile, because the clock was set, it is not taken over. */
const underWay = new Set<string>();

/**
 * Sends one planned text, at most once. The claim in the store comes before the request, the attempt's time is noted
 * before the request, and whenever it is unclear whether the provider took the text it is asked for it first. One
 * case stays open: no answer to either, twice. Then nobody sends again and a person gets a task.
 * @returns the text as it stands afterwards
 */
export async function sendText(anyone: SendDeps, textId: string): Promise<StoredText> {
	const mine = `${anyone.claimer}:${textId}`;
	if (underWay.has(mine)) return await current(anyone.store, textId);
	underWay.add(mine);
	try {
		// Of one process, a workflow and the sweep may be at the same text: each claim is told from all others.
		return await claimAndSend({ ...anyone, claimer: `${anyone.claimer}:${++claims}` }, textId);
	} finally {
		underWay.delete(mine);
	}
}

async function claimAndSend(deps: SendDeps, textId: string): Promise<StoredText> {
	const { store, clock, claimer } = deps;
	const now = clock.now();
	const claim = await store.texts.claim(textId, claimer, now, now + CLAIM_FOR);
	if (!claim) return await current(store, textId);

	const { text } = claim;
	if (claim.takenOver && text.attemptedAt !== null) {
		// However long ago the clock says that was: clocks are set, and the request may have begun a moment ago.
		const found = await lookFor(deps, text, text.attemptedAt, [0, ...LOOK_UP_PAUSES]);
		if (found === 'lost') return await current(store, text.id);
		if (found === 'unreachable') return await leaveForLater(deps, text);
		if (found) return await sent(deps, text, found);
		const against = await nowAgainst(deps, text);
		if (against) return await leaveUnsent(deps, text, against);
	}
	const first = await attempt(deps, text);
	if (first !== 'resend') return first;
	const second = await attempt(deps, text);
	return second === 'resend' ? await giveToPerson(deps, text) : second;
}

/** One request to the provider. `resend`: it certainly, as far as can be asked, did not take it. */
async function attempt(deps: SendDeps, text: StoredText): Promise<StoredText | 'resend'> {
	const { store, clock, provider, claimer } = deps;
	const startedAt = clock.now();
	if (!(await store.texts.markAttempt(text.id, claimer, provider.name, startedAt))) return await current(store, text.id);
	const outgoing = { to: text.phone, from: text.line, body: text.body, statusUrl: deps.statusUrl, validSeconds: VALID_SECONDS };

	let answer = await provider.send(outgoing);
	for (const wait of BUSY_PAUSES) {
		if (answer.kind !== 'busy') break;
		await deps.pause(answer.retryAfterMs ?? wait);
		if (!(await holdOn(deps, text))) return await current(store, text.id);
		answer = await provider.send(outgoing);
	}
	switch (answer.kind) {
		case 'accepted':
			return await sent(deps, text, answer);
		case 'refused':
			if (explainTwilioError(answer.code).action === 'retry_later') return await tryLater(deps, text);
			return await refused(deps, text, answer.code, answer.message);
		case 'busy':
			return await tryLater(deps, text);
		case 'unknown': {
			const found = await lookFor(deps, text, startedAt, LOOK_UP_PAUSES);
			if (found === 'lost') return await current(store, text.id);
			if (found === 'unreachable') return await leaveForLater(deps, text);
			return found ? await sent(deps, text, found) : 'resend';
		}
	}
}

async function holdOn({ store, clock, claimer }: SendDeps, text: StoredText): Promise<boolean> {
	return await store.texts.holdOn(text.id, claimer, clock.now() + CLAIM_FOR);
}

/**
 * A message that carries this text and that no other row of ours claims; or a delivery report that came meanwhile.
 * @returns `lost` when somebody else took the claim over and will look for himself
 */
async function lookFor(
	deps: SendDeps,
	text: StoredText,
	since: Millis,
	pauses: Millis[],
): Promise<FoundMessage | null | 'unreachable' | 'lost'> {
	let reached = false;
	for (const wait of pauses) {
		await deps.pause(wait);
		const held = await holdOn(deps, text);
		const row = await current(deps.store, text.id);
		if (row.providerId) return { providerId: row.providerId, providerStatus: row.providerStatus ?? 'sent' };
		if (!held) return 'lost';
		const messages = await deps.provider.find({ to: text.phone, from: text.line, body: text.body }, since);
		reached ||= messages !== null;
		for (const message of messages ?? []) {
			const owner = await deps.store.texts.byProviderId(deps.provider.name, message.providerId);
			if (!owner || owner.id === text.id) return message;
		}
	}
	return reached ? null : 'unreachable';
}

async function sent({ store, clock, claimer, provider }: SendDeps, text: StoredText, message: FoundMessage): Promise<StoredText> {
	await store.transaction(async (tx) => {
		const at = clock.now();
		if (!(await tx.texts.markSent(text.id, claimer, { provider: provider.name, ...message }, at))) return;
		await noteOnTimeline(tx, text, at, `Text sent: "${text.body}"`, text.reasons);
	});
	return await current(store, text.id);
}

async function refused({ store, clock, claimer }: SendDeps, text: StoredText, code: string, message: string): Promise<StoredText> {
	const explained = explainTwilioError(code);
	const why = reason(
		explained.action === 'opted_out' ? 'opted_out' : `provider_${code}`,
		`The phone system refused the text (${code}): ${explained.meaning} It said: "${message}"`,
	);
	await store.transaction(async (tx) => {
		const at = clock.now();
		const state = explained.action === 'opted_out' || explained.action === 'not_textable' ? 'not_sent' : 'failed';
		const kept = await tx.texts.release(text.id, claimer, { state, errorCode: code, errorMessage: message, reasons: [why] }, at);
		if (!kept) return;
		await learnFromError(tx, text, { code, evidence: message, meaning: explained }, at);
		await noteOnTimeline(tx, text, at, 'The text was not sent.', [why]);
		await tellPerson(tx, text, at, why, explained.action === 'fix_setup' ? 'fix_setup' : 'check_text');
	});
	return await current(store, text.id);
}

/** Not taken: due again in a minute, when the guard says whether it still makes sense. */
async function tryLater({ store, clock, claimer }: SendDeps, text: StoredText): Promise<StoredText> {
	await store.texts.release(text.id, claimer, { state: 'planned', dueAt: clock.now() + MINUTE }, clock.now());
	return await current(store, text.id);
}

/** What by now speaks against sending a text that a process left behind and the phone system never got. */
async function nowAgainst({ store, clock }: SendDeps, text: StoredText): Promise<Reason | null> {
	if (text.expiresAt !== null && clock.now() >= text.expiresAt) {
		return reason(
			'event_too_old',
			'The text was interrupted while it was being sent, the phone system never got it, and by now a person should answer.',
		);
	}
	const optedOut = await store.optOuts.current(text.portfolio, text.phone);
	return optedOut
		? reason(
				'opted_out',
				'The text was interrupted while it was being sent, and meanwhile the person asked not to be texted; call instead.',
			)
		: null;
}

async function leaveUnsent({ store, clock, claimer }: SendDeps, text: StoredText, why: Reason): Promise<StoredText> {
	await store.transaction(async (tx) => {
		const at = clock.now();
		if (!(await tx.texts.release(text.id, claimer, { state: 'not_sent', reasons: [why] }, at))) return;
		await noteOnTimeline(tx, text, at, 'The text was not sent.', [why]);
		await tellPerson(tx, text, at, why, 'check_text');
	});
	return await current(store, text.id);
}

/**
 * The phone system cannot even be asked. The claim is left to run out; whoever takes it over asks again before sending,
 * as long as the text still makes sense. After that a person gets it.
 */
async function leaveForLater(deps: SendDeps, text: StoredText): Promise<StoredText> {
	if (text.expiresAt !== null && deps.clock.now() >= text.expiresAt) return await giveToPerson(deps, text);
	return await current(deps.store, text.id);
}

async function giveToPerson({ store, clock, claimer }: SendDeps, text: StoredText): Promise<StoredText> {
	const why: Reason = reason(
		'send_unclear',
		'The phone system did not say whether it took the text, and it could not be found there. It was not sent again, so that the renter does not get it twice.',
	);
	await store.transaction(async (tx) => {
		const at = clock.now();
		if (!(await tx.texts.release(text.id, claimer, { state: 'unknown', reasons: [why] }, at))) return;
		await noteOnTimeline(tx, text, at, 'It is unclear whether the text was sent.', [why]);
		await tellPerson(tx, text, at, why, 'check_text');
	});
	return await current(store, text.id);
}

async function current(store: Store, id: string): Promise<StoredText> {
	const text = await store.texts.get(id);
	if (!text) throw new Error(`The text ${id} is not in the store.`);
	return text;
}
