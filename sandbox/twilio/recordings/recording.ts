import { newSid } from '../ids';
import { voiceFields } from '../calls/fields';
import { Closed, sleep } from '../waiting';
import { notify } from '../webhooks/callback';
import type { Spoken } from '../calls/party';
import type { Recording, RecordingPlan } from '../records';
import type { Session } from '../twiml/session';

/** From the end of the recording until its file and its transcript are ready. */
const FILE_SECONDS = 1;
const TRANSCRIPT_SECONDS = 3;
/** Twilio transcribes nothing shorter or longer. */
const SHORTEST_TRANSCRIBED = 2;
const LONGEST_TRANSCRIBED = 120;

export function startRecording(session: Session, plan: RecordingPlan): Recording {
	const { account, call } = session;
	const sid = newSid('RE');
	const recording: Recording = {
		sid,
		callSid: call.sid,
		url: `${account.url}/2010-04-01/Accounts/${account.sid}/Recordings/${sid}`,
		status: 'in-progress',
		seconds: 0,
		transcript: null,
		startedAt: Date.now(),
		plan,
		told: Promise.resolve(),
	};
	account.recordings.push(recording);
	call.note('recording', 'Recording starts', { recordingSid: sid });
	later(recording, () => tellStatus(session, recording, 'in-progress'));
	return recording;
}

/** `absent` when nothing was said: no file, and no `action` either. */
export function finishRecording(session: Session, recording: Recording, spoken: Spoken): void {
	const { call } = session;
	recording.seconds = Math.round(spoken.seconds);
	recording.transcript = spoken.transcript;
	call.note('recording', `Recording ends after ${recording.seconds} s (${spoken.end})`, { recordingSid: recording.sid });
	later(recording, async () => {
		await sleep(FILE_SECONDS * call.secondMs, call.life);
		recording.status = recording.seconds > 0 ? 'completed' : 'absent';
		await tellStatus(session, recording, recording.status);
		if (recording.status === 'absent' || !recording.plan.transcribe) return;
		await sleep(TRANSCRIPT_SECONDS * call.secondMs, call.life);
		await tellTranscript(session, recording);
	});
}

function later(recording: Recording, work: () => Promise<void>): void {
	recording.told = recording.told.then(work).catch((error: unknown) => {
		if (!(error instanceof Closed)) throw error;
	});
}

async function tellStatus(session: Session, recording: Recording, status: Recording['status']): Promise<void> {
	const { account, call } = session;
	const { statusCallback: url, statusMethod: method, statusEvents } = recording.plan;
	if (url === null || !statusEvents.includes(status)) return;
	const fields: Record<string, string> = {
		AccountSid: account.sid,
		CallSid: recording.callSid,
		RecordingSid: recording.sid,
		RecordingUrl: recording.url,
		RecordingStatus: status,
		RecordingChannels: '1',
		RecordingStartTime: new Date(recording.startedAt).toUTCString(),
		RecordingSource: recording.plan.source,
		RecordingTrack: 'both',
		ErrorCode: '0',
	};
	if (status === 'completed') fields['RecordingDuration'] = String(recording.seconds);
	const entry = call.note('callback', `Recording callback: ${status}`, { url, fields });
	const outcome = await notify(account, 'recording', { url, method, fields }, call.secondMs, call.life);
	entry.data = { url, fields, outcome };
}

async function tellTranscript(session: Session, recording: Recording): Promise<void> {
	const { account, call } = session;
	const url = recording.plan.transcribeCallback;
	if (url === null) return;
	const heard = recording.seconds >= SHORTEST_TRANSCRIBED && recording.seconds <= LONGEST_TRANSCRIBED ? recording.transcript : null;
	const sid = newSid('TR');
	const fields = {
		...voiceFields(account, call, call.leg),
		RecordingSid: recording.sid,
		RecordingUrl: recording.url,
		TranscriptionSid: sid,
		TranscriptionStatus: heard === null ? 'failed' : 'completed',
		TranscriptionText: heard ?? '',
		TranscriptionType: 'fast',
		TranscriptionUrl: `${recording.url}/Transcriptions/${sid}`,
	};
	const entry = call.note('callback', `Transcription callback: ${fields.TranscriptionStatus}`, { url, fields });
	const outcome = await notify(account, 'recording', { url, method: 'POST', fields }, call.secondMs, call.life);
	entry.data = { url, fields, outcome };
}
