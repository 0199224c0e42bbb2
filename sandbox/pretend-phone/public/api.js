/** The stand-in's control interface. Every failure becomes an Error whose message can be shown to a person. */

const UNREACHABLE = 'The Twilio stand-in cannot be reached. Check that npm start is still running; this page reconnects by itself.';

async function ask(method, path, body) {
	let response;
	try {
		response = await fetch(`/sandbox${path}`, {
			method,
			...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
		});
	} catch {
		throw new Error(UNREACHABLE);
	}
	const text = await response.text();
	const answer = parse(text);
	if (!response.ok)
		throw new Error(
			sentenceOf(answer) ?? `The Twilio stand-in refused this with status ${response.status}. Try again, or restart npm start.`,
		);
	return answer;
}

function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function sentenceOf(answer) {
	const words = [answer?.sentence, answer?.message, answer?.error?.message, answer?.error].find(
		(value) => typeof value === 'string' && value !== '',
	);
	return words === undefined || /[.!?]$/.test(words) ? words : `${words}.`;
}

const staff = (phone) => `/staff/${encodeURIComponent(phone)}`;
const call = (sid) => `/calls/${encodeURIComponent(sid)}`;

export const readState = async () => {
	const state = await ask('GET', '/state');
	return { lines: [], staff: [], calls: [], messages: [], ...state };
};
export const placeCall = (from, to) => ask('POST', '/calls', { from, to, interactive: true });
export const hangUp = (sid) => ask('POST', `${call(sid)}/hangup`, {});
export const pressKeys = (sid, digits) => ask('POST', `${call(sid)}/keys`, { digits });
export const say = (sid, text) => ask('POST', `${call(sid)}/say`, { text });
export const sendText = (from, to, body) => ask('POST', '/texts', { from, to, body });
export const setBehaviour = (phone, behaviour) => ask('POST', staff(phone), { behaviour });
export const staffAnswer = (phone) => ask('POST', `${staff(phone)}/answer`, {});
export const staffDecline = (phone) => ask('POST', `${staff(phone)}/decline`, {});
export const staffPress = (phone, digit) => ask('POST', `${staff(phone)}/press`, { digit });
export const staffHangUp = (phone) => ask('POST', `${staff(phone)}/hangup`, {});

/** Calls `onNews` at each event and `onConnected(true | false)` as the connection comes and goes. */
export function listen(onNews, onConnected) {
	const events = new EventSource('/sandbox/events');
	events.addEventListener('open', () => onConnected(true));
	events.addEventListener('error', () => onConnected(false));
	// The stand-in may name its events; the content does not matter, since the state is read again.
	for (const name of ['message', 'call', 'text', 'staff', 'state']) events.addEventListener(name, onNews);
}
