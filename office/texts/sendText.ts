import { SECOND, type Millis } from '../../leasing/time';
import type { StoredText } from '../../store/port';
import { beginRequest } from './beginRequest';
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
	const first = await attempt(deps, text);
	if (first !== 'resend') return first;
	const second = await attempt(deps, text);
	return second === 'resend' ? await endUnclear(deps, text) : second;
}

/** One request to the provider. `resend`: it certainly, as far as can be asked, did not take it. */
async function attempt(deps: SendDeps, text: StoredText): Promise<StoredText | 'resend'> {
	const { store, provider } = deps;
	let startedAt = await beginRequest(deps, text.id);
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
