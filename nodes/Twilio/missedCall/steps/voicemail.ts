import { reason } from '../../../../leasing/reason';
import type { StoredCall, StoreFamilies, Voicemail } from '../../../../store/port';
import { EMPTY_TWIML, twiml } from '../../twiml';
import type { StepContext, StepReply } from '../stepContext';

/** The caller finished speaking or hung up: nothing more to say. The recording itself is reported by `recording`. */
export async function recorded(): Promise<StepReply> {
	return { twiml: twiml([{ name: 'Hangup' }]), event: null };
}

/** A recording is ready, or Twilio found nothing usable in it (`absent`: the caller hung up at the greeting). */
export async function recording(context: StepContext): Promise<StepReply> {
	const { params } = context.request;
	if (params.RecordingStatus === 'completed') {
		const seconds = Number(params.RecordingDuration);
		await attach(context, {
			recordingId: params.RecordingSid ?? null,
			url: params.RecordingUrl ?? null,
			durationSeconds: Number.isFinite(seconds) ? seconds : null,
		});
	}
	return { twiml: EMPTY_TWIML, event: null };
}

/** A transcript, minutes later if at all. */
export async function transcript(context: StepContext): Promise<StepReply> {
	const { params } = context.request;
	if (params.TranscriptionStatus === 'completed' && params.TranscriptionText) {
		await attach(context, { transcript: params.TranscriptionText });
	}
	return { twiml: EMPTY_TWIML, event: null };
}

/** Adds the voicemail to the call, to the open tasks about it, and to the timeline; a repeated report adds nothing. */
async function attach({ request, store, clock }: StepContext, voicemail: Partial<Voicemail>): Promise<void> {
	await store.transaction(async (tx) => {
		const before = await tx.calls.byProviderId('twilio', request.query.call ?? request.params.CallSid ?? '');
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
