import { textAfter } from './renterCall.js';

/** How long after a call a text that was meant to come should have left. */
const PATIENCE_MS = 10_000;

/** One sentence that tells a person who has never seen this page what to do now. */
export function nextStep(state, phone) {
	if (state.lines.length === 0)
		return "No company line is connected yet. In n8n, publish the workflow with the Twilio Missed Call Trigger; the line then appears on the renter's phone.";
	if (phone.from === null) return "Type the renter's number on the phone at the left.";
	if (phone.dialling) return 'Calling the line…';
	if (phone.live !== undefined) return whileCalling(state, phone);
	if (phone.last === undefined) return "Press Call on the renter's phone. Then hang up, or let it ring out.";
	return afterCall(state, phone);
}

function whileCalling(state, { live, hasSpoken }) {
	if (live.expects === 'record' && hasSpoken) return 'Hang up to finish the voicemail.';
	if (live.expects === 'record') return 'Type a voicemail and leave it, or just hang up.';
	if (live.expects === 'gather') return "Press a key on the renter's phone.";
	if (live.listening.startsWith('[talking'))
		return 'Renter and staff are talking. Hang up when you like; an answered call gives no text.';
	if (state.staff.some((staff) => staff.onCall))
		return 'A staff phone picked up. Press 1 on it to take the call; if it hangs up without pressing 1, the call counts as missed.';
	if (state.staff.some((staff) => staff.ringing))
		return 'Staff phones are ringing. Hang up or wait to make it a missed call, or press Answer on one of them.';
	return 'Listen to what the line says, or hang up.';
}

function afterCall(state, { last, kind, now }) {
	if (last.log.some((entry) => entry.text.endsWith('are connected')))
		return 'Somebody took the call, so no text is sent. Call again and hang up to see one.';
	if (kind !== 'own')
		return 'No text is expected for this caller. Look in n8n: the call is there as a lead or a task for a person. Choose Own number to see a text.';
	const text = textAfter(state, last);
	if (text === undefined) {
		return now - last.endedAt < PATIENCE_MS
			? "The call is over. If nobody took it, the text arrives on the renter's phone in a moment."
			: 'No text left. That is right if somebody took the call, if this number was texted in the last hours, opted out, or called in quiet hours: try another number. Otherwise open Executions in n8n.';
	}
	if (text.status === 'undelivered' || text.status === 'failed')
		return 'The text left but was not delivered; the reason stands under it. Open Executions in n8n to see what the workflow did about it.';
	return "The text is on the renter's phone. Answer it there, or see in n8n the lead and the call-back task that the call became.";
}
