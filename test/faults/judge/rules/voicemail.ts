import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

/** Every recording that was answered is on its call, and whoever is to call back sees it. */
export function judgeVoicemail({ placed, requests, records }: Evidence): Finding[] {
	const findings: Finding[] = [];
	for (const { step, fields, accepted } of requests) {
		if (step !== 'recording' || !accepted || fields.RecordingStatus !== 'completed') continue;
		const call = placed.find((one) => one.call.sid === fields.CallSid) ?? null;
		const phone = call?.call.from ?? null;
		const add = (sentence: string) => findings.push({ kind: 'lost', call, phone, sentence });
		const record = records.callBySid.get(fields.CallSid ?? '');
		if (!record) {
			add('A voicemail was answered with success, but the store does not know its call.');
			continue;
		}
		if (record.voicemail_recording_id !== fields.RecordingSid || record.voicemail_url !== fields.RecordingUrl)
			add('A voicemail was answered with success, but it is not on its call.');
		// Without a task there is something else to say, which other rules do.
		const tasks = records.tasks.filter(
			({ state, call_id: callId, lead_id: leadId, kind }) =>
				state === 'open' && (callId === record.id || (leadId !== null && leadId === record.lead_id && kind === 'call_back')),
		);
		if (record.state === 'missed' && tasks.length > 0 && !tasks.some(({ reasons }) => reasons.includes(fields.RecordingUrl ?? '-')))
			add('A voicemail is on its call, but not on the task of whoever is to call back.');
	}
	return findings;
}
