import { silentMp3, silentWav } from '../recordings/audio';
import { dateFilter, dateParameters, twilioDate } from './dates';
import { checkParameters, json, notFound, type RestReply, type RestRequest } from './exchange';
import { page, PAGING_PARAMETERS } from './paging';
import type { Account } from '../account';
import type { Recording } from '../records';

export function listRecordings(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, ['CallSid', ...dateParameters('DateCreated'), ...PAGING_PARAMETERS]);
	const callSid = request.ids[0] ?? request.query.get('CallSid');
	const fits = dateFilter(request.query, 'DateCreated');
	const recordings = account.recordings
		.filter((recording) => callSid === null || recording.callSid === callSid)
		.filter((recording) => fits(recording.startedAt))
		.reverse();
	return json(page(request, 'recordings', recordings, (recording) => recordingBody(account, recording)));
}

/** `GET /Recordings/{RE}` with `.json`, `.mp3`, `.wav` or nothing (a WAV file). Files exist once it is completed. */
export function fetchRecording(request: RestRequest, account: Account): RestReply {
	const [sid, extension] = (request.ids[0] ?? '').split('.');
	const recording = account.recordings.find((candidate) => candidate.sid === sid);
	if (recording === undefined) return notFound(request);
	if (extension === 'json') return json(recordingBody(account, recording));
	if (recording.status !== 'completed') return notFound(request);
	return extension === 'mp3'
		? { kind: 'bytes', contentType: 'audio/mpeg', body: silentMp3(recording.seconds) }
		: { kind: 'bytes', contentType: 'audio/x-wav', body: silentWav(recording.seconds) };
}

function recordingBody(account: Account, recording: Recording): object {
	return {
		sid: recording.sid,
		account_sid: account.sid,
		api_version: '2010-04-01',
		call_sid: recording.callSid,
		channels: 1,
		conference_sid: null,
		date_created: twilioDate(recording.startedAt),
		date_updated: twilioDate(recording.startedAt),
		duration: recording.status === 'completed' ? String(recording.seconds) : null,
		encryption_details: null,
		error_code: null,
		media_url: recording.url,
		price: null,
		price_unit: 'USD',
		source: recording.plan.source,
		start_time: twilioDate(recording.startedAt),
		status: recording.status,
		uri: `/2010-04-01/Accounts/${account.sid}/Recordings/${recording.sid}.json`,
	};
}
