import { SECOND, type Millis } from '../../leasing/time';
import type { StoredText } from '../../store/port';
import { beginRequest } from './beginRequest';
import type { BeginAtOnce } from './planText';
import { endForLater, endRefused, endSent, endUnclear, leaveClaim } from './endSend';
import { CLAIM_FOR, findSent, holdOn, LOOK_UP_PAUSES } from './findSent';
import { currentText, type SendDeps } from './sendDeps';

export type { SendDeps } from './sendDeps';

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
	if (underWay.has(mine)) return await currentText(anyone.store, textId);
	underWay.add(mine);
	try {
		// Of one process, a workflow and the sweep may be at the same text: each claim is told from all others.
		return await claimAndSend({ ...anyone, claimer: `${anyone.claimer}:${++claims}` }, textId);
	} finally {
		underWay.delete(mine);
	}
}

/**
 * Sends a text that is being planned just now: its first request is noted in the transaction of the decision (`begin`, for planText),
 * and made afterwards (`send`). One commit for what would be three, each of them a flush of the disk while the renter waits, and the
 * guard is asked once. What is left behind by a crash in between looks like any other attempt whose outcome nobody knows.
 */
export function sendAtOnce({ claimer: process, provider }: Pick<SendDeps, 'claimer' | 'provider'>) {
	const claimer = `${process}:${++claims}`;
	let begun: { text: StoredText; at: Millis } | null = null;
	const begin: BeginAtOnce = async (tx, planned, at) => {
		begun = null;
		const claim = await tx.texts.claim(planned.id, claimer, at, at + CLAIM_FOR);
		if (claim && (await tx.texts.markAttempt(planned.id, claimer, provider.name, at))) begun = { text: claim.text, at };
	};
	/** @returns null when `begin` was not called, or its transaction came to nothing */
	const send = async (anyone: SendDeps, textId: string): Promise<StoredText | null> => {
		if (begun?.text.id !== textId) return null;
		const mine = `${process}:${textId}`;
		underWay.add(mine);
		try {
			return await attemptTwice({ ...anyone, claimer }, begun.text, begun.at);
		} finally {
			underWay.delete(mine);
		}
	};
	return { begin, send };
}

async function claimAndSend(deps: SendDeps, textId: string): Promise<StoredText> {
	const { store, clock, claimer } = deps;
	const now = clock.now();
	const claim = await store.texts.claim(textId, claimer, now, now + CLAIM_FOR);
	if (!claim) return await currentText(store, textId);

	const { text } = claim;
	if (claim.takenOver && text.attemptedAt !== null) {
		// However long ago the clock says that was: clocks are set, and the request may have begun a moment ago.
		const found = await findSent(deps, text, text.attemptedAt, [0, ...LOOK_UP_PAUSES]);
		if (found === 'lost') return await currentText(store, text.id);
		if (found === 'unreachable') return await leaveClaim(deps, text);
		if (found) return await endSent(deps, text, found);
	}
	return await attemptTwice(deps, text, await beginRequest(deps, text.id));
}

/** @param begunAt when the first request was noted; null: there is to be none */
async function attemptTwice(deps: SendDeps, text: StoredText, begunAt: Millis | null): Promise<StoredText> {
	const first = await attempt(deps, text, begunAt);
	if (first !== 'resend') return first;
	const second = await attempt(deps, text, await beginRequest(deps, text.id));
	return second === 'resend' ? await endUnclear(deps, text) : second;
}

/** One request to the provider. `resend`: it certainly, as far as can be asked, did not take it. */
async function attempt(deps: SendDeps, text: StoredText, begunAt: Millis | null): Promise<StoredText | 'resend'> {
	const { store, provider } = deps;
	let startedAt = begunAt;
	if (startedAt === null) return await currentText(store, text.id);
	const outgoing = { to: text.phone, from: text.line, body: text.body, statusUrl: deps.statusUrl, validSeconds: VALID_SECONDS };

	let answer = await provider.send(outgoing);
	for (const wait of BUSY_PAUSES) {
		if (answer.kind !== 'busy') break;
		await deps.pause(answer.retryAfterMs ?? wait);
		startedAt = (await holdOn(deps, text)) ? await beginRequest(deps, text.id) : null;
		if (startedAt === null) return await currentText(store, text.id);
		answer = await provider.send(outgoing);
	}
	switch (answer.kind) {
		case 'accepted':
			return await endSent(deps, text, answer);
		case 'refused':
			if (provider.explain(answer.code).action === 'retry_later') return await endForLater(deps, text);
			return await endRefused(deps, text, answer);
		case 'busy':
			return await endForLater(deps, text);
		case 'unknown': {
			const found = await findSent(deps, text, startedAt, LOOK_UP_PAUSES);
			if (found === 'lost') return await currentText(store, text.id);
			if (found === 'unreachable') return await leaveClaim(deps, text);
			return found ? await endSent(deps, text, found) : 'resend';
		}
	}
}
