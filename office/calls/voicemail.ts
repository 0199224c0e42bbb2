import { reason } from '../../leasing/reason';
import type { Clock } from '../../leasing/time';
import type { Store, StoredCall, StoreFamilies, Voicemail } from '../../store/port';

/**
 * Adds a voicemail, or what was said in it, to the call, to the open tasks about it, and to the timeline. Recording and transcript come
 * apart, late and in any order; a repeated report adds nothing, and neither does one about a call that nobody knows.
 */
export async function attachVoicemail(
	{ store, clock }: { store: Store; clock: Clock },
	called: { provider: string; callKey: string },
	voicemail: Partial<Voicemail>,
): Promise<void> {
	await store.transaction(async (tx) => {
		const before = await tx.calls.byProviderId(called.provider, called.callKey);
		if (!before || sameVoicemail(before.voicemail, voicemail)) return;
		const call = await tx.calls.attachVoicemail(before.id, voicemail);
		const why = voicemail.transcript
			? reason('voicemail_transcript', `The caller said: "${voicemail.transcript}"`)
			: reason('voicemail', `The caller left a voicemail of ${voicemail.durationSeconds ?? 0} seconds: ${voicemail.url ?? ''}`);
		await tx.timeline.add({
			portfolio: call.portfolio,
			leadId: call.leadId,
			callId: call.id,
			at: clock.now(),
			kind: 'voicemail',
			sentence: why.sentence,
			reasons: [],
		});
		for (const task of await tasksAbout(tx, call)) await tx.tasks.annotate(task.id, { reasons: [why] });
	});
}

/** The open tasks of this call; for somebody who redialed, the call-back that an earlier call had opened. */
async function tasksAbout(tx: StoreFamilies, { portfolio, id, leadId }: StoredCall) {
	const ofCall = await tx.tasks.list({ portfolio, state: 'open', callId: id, limit: 10 });
	if (ofCall.length > 0 || leadId === null) return ofCall;
	return await tx.tasks.list({ portfolio, state: 'open', kind: 'call_back', leadId, limit: 1 });
}

function sameVoicemail(known: Voicemail | null, next: Partial<Voicemail>): boolean {
	if (!known) return false;
	return next.transcript ? known.transcript === next.transcript : known.recordingId === next.recordingId;
}
