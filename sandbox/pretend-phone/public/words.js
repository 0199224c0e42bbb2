/** How numbers, times and Twilio's states are said to a person. */

/** `+15125550123` becomes `+1 512 555 0123`; anything else stays as it is. */
export function sayPhone(phone) {
	const us = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
	return us === null ? phone : `+1 ${us[1]} ${us[2]} ${us[3]}`;
}

/** What a person typed as E.164, or null when it cannot be a phone number. Ten digits are taken as a US number. */
export function readPhone(typed) {
	if (!/^[+\d\s().-]*$/.test(typed)) return null;
	const digits = typed.replace(/\D/g, '');
	if (typed.trim().startsWith('+')) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
	if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`;
	return /^1[2-9]\d{9}$/.test(digits) ? `+${digits}` : null;
}

/** `14:03:10`, in the time zone of the person who looks. */
export function sayTime(ms) {
	return new Date(ms)
		.toLocaleTimeString('en-US', { hour12: false, hour: '2-digit', minute: '2-digit', second: '2-digit' })
		.replace(/^24/, '00');
}

export function saySeconds(ms) {
	const seconds = Math.max(0, ms) / 1000;
	return seconds < 10 ? `${seconds.toFixed(1)} seconds` : `${Math.round(seconds)} seconds`;
}

export function sayTimer(ms) {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Twilio's error codes that a person is likely to meet here. */
const WHY_NOT = {
	21610: 'this number opted out',
	21211: 'not a valid number',
	30003: 'the phone is off or out of reach',
	30004: 'the phone blocks this sender',
	30005: 'the number is unknown',
	30006: 'a landline cannot take texts',
	30007: 'the carrier filtered it',
	30008: 'the carrier gave no reason',
	30034: 'the line is not registered for texting',
};

/** The line under a text: where it is on its way, as far as known. */
export function sayTextState(message) {
	if (message.direction === 'inbound') return `Sent to the line ${sayTime(message.createdAt)}`;
	if (message.status === 'delivered') return `Delivered ${sayTime(message.deliveredAt ?? message.createdAt)}`;
	if (message.status === 'undelivered' || message.status === 'failed') {
		if (message.errorCode === null || message.errorCode === undefined) return 'Not delivered';
		const why = WHY_NOT[message.errorCode];
		return `Not delivered: ${why === undefined ? '' : `${why}, `}Twilio error ${message.errorCode}`;
	}
	if (message.status === 'sent') return `Sent ${sayTime(message.createdAt)}, waiting for the delivery report`;
	return 'On its way';
}

const CALL_ENDED = {
	'no-answer': 'Nobody answered',
	busy: 'The line was busy',
	canceled: 'You hung up before anybody answered',
	failed: 'The call could not be connected',
};

/** One sentence about a call that is over, with the text it led to when there is one. */
export function sayEnded(call, text) {
	const ended = CALL_ENDED[call.status];
	const how = `${ended === undefined ? '' : `${ended}. `}The call lasted ${saySeconds(call.endedAt - call.startedAt)}`;
	if (text === undefined) return `${how}.`;
	const wait = text.createdAt - call.endedAt;
	return wait >= 0 ? `${how}; a text left ${saySeconds(wait)} after it ended.` : `${how}; a text left before it ended.`;
}
