import { attachVoicemail } from '../../../../office/calls/voicemail';
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

async function attach(context: StepContext, voicemail: Parameters<typeof attachVoicemail>[2]): Promise<void> {
	const { query, params } = context.request;
	await attachVoicemail(context, { provider: 'twilio', callKey: query.call ?? params.CallSid ?? '' }, voicemail);
}
