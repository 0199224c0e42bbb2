/**
 * The stand-in's log in plain English. Each rule takes what the log says apart; a line that no rule knows is shown as
 * it is, with names for numbers. `null` leaves a line out, because the next one says the same thing better.
 */

const DIAL_ENDS = {
	'no-answer': 'nobody answered',
	busy: 'the staff phone was busy',
	failed: 'the staff number does not work',
	canceled: 'the caller hung up',
};

const LEG_ENDS = {
	completed: 'is off the call',
	busy: 'is busy',
	'no-answer': 'was not answered',
	canceled: 'stops ringing',
	failed: 'cannot be reached, the number does not work',
};

const QUESTIONS = {
	Voice: () => 'Twilio asks n8n what to do with the call',
	'Voice fallback': () => 'Twilio asks the fallback address what to do with the call',
	Screening: () => 'Twilio asks n8n what to say to the staff phone that picked up',
	'Dial action': (fields) => `Twilio tells n8n how the ringing ended (${dialEnd(fields)}) and asks what to do next`,
	'Record action': () => 'Twilio tells n8n that the voicemail is recorded and asks what to do next',
	'Gather action': (fields) => `Twilio tells n8n ${gathered(fields)} and asks what to do next`,
	Redirect: () => 'Twilio asks n8n how to go on',
};

/** What n8n told Twilio to do. Verbs whose effect is logged right after are left out. */
const ANSWERS = {
	Dial: (attributes) =>
		`n8n answers: ring the staff phones${attributes.timeout === undefined ? '' : ` for up to ${attributes.timeout} seconds`}`,
	Gather: () => 'n8n answers: wait for a key',
	Hangup: () => 'n8n answers: hang up',
	Reject: () => 'n8n answers: refuse the call',
	Pause: () => 'n8n answers: wait a moment',
};

const CALLBACKS = {
	'Recording callback: completed': 'Twilio reports to n8n that the recording is ready',
	'Transcription callback: completed': 'Twilio reports to n8n that the transcript is ready',
	'Transcription callback: failed': 'Twilio reports to n8n that there is no transcript',
};

const RULES = [
	[
		/^(.+?): (?:GET|POST) \S+/,
		([, label], data) => `${QUESTIONS[label]?.(data?.fields ?? {}) ?? `Twilio asks n8n (${label})`}${trouble(data?.status)}`,
	],
	[
		/^<(\w+)>(.*)$/,
		([, verb, where], data) => {
			const words = ANSWERS[verb]?.(data?.attributes ?? {});
			return words === undefined ? null : words + where;
		},
	],
	[/^(.+) hears: \[([^\]]+)\]\s*(?:Recording\.)?$/, ([, who, what]) => `${who} hears ${what === 'beep' ? 'a beep' : what}`],
	[/^(.+) hears: Recording\.$/, () => null],
	[/^(.+) hears: (.+)$/s, ([, who, words]) => `${who} hears: “${words}”`],
	[/^Gather: no input(.*)$/, ([, where]) => `No key was pressed${where}`],
	[/^Gather: (\{.*\})(.*)$/, ([, answer, where]) => `${heard(answer)}${where}`],
	[/^(\+\d+): initiated$/, () => null],
	[/^(\+\d+): ringing$/, ([, phone]) => `${phone} rings`],
	[/^(\+\d+): answered$/, ([, phone]) => `${phone} picks up`],
	[/^(\+\d+): ended \((.+)\)$/, ([, phone, status]) => `${phone} ${LEG_ENDS[status] ?? `ended (${status})`}`],
	[/^(\+\d+) picked up but was not connected$/, ([, phone]) => `${phone} picked up, but nobody there took the call`],
	[/^Twilio answers the call to run TwiML$/, () => 'Twilio picks up so that the caller can hear something'],
	[/^Status callback: (.+)$/, ([, status]) => `Twilio reports to n8n that the call is over (${status})`],
	[/^Staff leg callback: (.+)$/, ([, event]) => `Twilio reports to n8n about the staff phone: ${event}`],
	[/^(?:Recording|Transcription) callback: .+$/, ([text]) => CALLBACKS[text] ?? text],
	[/^Recording ends after (\d+) s.*$/, ([, seconds]) => `Recording ends, ${seconds} seconds long`],
];

/** @returns the sentence to show, or null to leave the line out; `nameOf` turns a number into a name */
export function sayLogEntry(entry, nameOf) {
	for (const [pattern, say] of RULES) {
		const found = pattern.exec(entry.text);
		if (found === null) continue;
		const words = say(found, entry.data);
		return words === null ? null : withNames(words, nameOf);
	}
	return withNames(entry.text, nameOf);
}

function withNames(words, nameOf) {
	return words.replace(/\+\d{7,15}/g, (phone) => nameOf(phone)).replace(/\.$/, '');
}

function trouble(status) {
	return typeof status === 'number' && (status < 200 || status > 299) ? `; n8n refused with status ${status}` : '';
}

function dialEnd(fields) {
	if (fields.DialCallStatus !== 'completed') return DIAL_ENDS[fields.DialCallStatus] ?? fields.DialCallStatus ?? 'unknown';
	return fields.DialBridged === 'false' ? 'a phone picked up, but nobody there took the call' : 'somebody took the call';
}

function gathered(fields) {
	if (fields.SpeechResult !== undefined) return `that “${fields.SpeechResult}” was said`;
	return fields.Digits === undefined || fields.Digits === '' ? 'that no key was pressed' : `that ${fields.Digits} was pressed`;
}

function heard(json) {
	try {
		const answer = JSON.parse(json);
		if (typeof answer.speech === 'string') return `“${answer.speech}” is said`;
		return answer.digits === '' ? 'No key was pressed' : `${answer.digits} is pressed`;
	} catch {
		return json;
	}
}
