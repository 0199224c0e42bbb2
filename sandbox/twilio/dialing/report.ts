import type { Session } from '../twiml/session';
import type { Dialing } from './dialing';

/**
 * The fields that `<Dial action>` adds. A leg that picked up but failed the screening still reads `completed`; only
 * `DialBridged` tells (undocumented, the most misleading reading is taken). `DialCallDuration` is missing when nobody
 * picked up.
 */
export function dialFields(dialing: Dialing, session: Session): Record<string, string> {
	const leg = dialing.answered ?? dialing.legs.at(-1) ?? null;
	const fields: Record<string, string> = {
		DialCallStatus: dialStatus(dialing, session),
		DialBridged: String(dialing.bridged),
	};
	if (leg !== null) fields['DialCallSid'] = leg.sid;
	if (dialing.answered !== null) fields['DialCallDuration'] = String(dialing.answered.seconds ?? 0);
	if (dialing.recording !== null) {
		fields['RecordingUrl'] = dialing.recording.url;
		fields['RecordingSid'] = dialing.recording.sid;
		fields['RecordingDuration'] = String(dialing.recording.seconds);
	}
	return fields;
}

function dialStatus(dialing: Dialing, session: Session): string {
	if (dialing.answered !== null) return 'completed';
	if (session.signal.aborted) return session.call.place.hangUpDialStatus ?? 'canceled';
	const ends = dialing.legs.map((leg) => leg.status);
	return ['no-answer', 'busy', 'canceled'].find((status) => ends.some((end) => end === status)) ?? 'failed';
}
