import { listen, readState } from './api.js';
import { callLog } from './callLog.js';
import { byId, part, setText } from './dom.js';
import { nextStep } from './nextStep.js';
import { renterCall } from './renterCall.js';
import { renterIdentity } from './renterIdentity.js';
import { renterTexts } from './renterTexts.js';
import { staffPhones } from './staffPhones.js';

/** What the stand-in said last; null before its first answer. */
let state = null;
let reading = false;
let readAgain = false;

const identity = renterIdentity(render);
const call = renterCall(identity, act);
const texts = renterTexts(identity, act);
const staff = staffPhones(act);
const log = callLog(identity, render);

function render() {
	if (state === null) return;
	identity.render(state);
	call.render(state);
	texts.render(state);
	staff.render(state);
	log.render(state);
	setText(
		part('next-step'),
		nextStep(state, {
			from: identity.from(),
			kind: identity.kind(),
			live: call.live(),
			dialling: call.dialling(),
			hasSpoken: call.hasSpoken(),
			last: call.last(),
			now: Date.now(),
		}),
	);
}

/** Reads the state; news that arrives meanwhile leads to one more reading, not to many. */
async function refresh() {
	if (reading) {
		readAgain = true;
		return;
	}
	reading = true;
	let connected = true;
	do {
		readAgain = false;
		try {
			state = await readState();
		} catch {
			connected = false;
		}
		connection(connected ? 'connected' : 'lost');
		render();
	} while (readAgain && connected);
	reading = false;
}

/** Does what a button asks; a refusal is shown as a sentence until the next success or until it is dismissed. */
async function act(step) {
	const doing = step();
	render();
	try {
		await doing;
		part('error').hidden = true;
	} catch (error) {
		setText(part('error-text'), error instanceof Error ? error.message : String(error));
		part('error').hidden = false;
	}
	await refresh();
	render();
}

function connection(now) {
	const sign = part('connection');
	sign.dataset.state = now;
	setText(sign, now === 'connected' ? 'Connected' : 'Not connected. Is npm start still running? Trying again…');
	byId('dialer').inert = now === 'lost' && state === null;
}

part('error-dismiss').addEventListener('click', () => {
	part('error').hidden = true;
});
listen(
	() => void refresh(),
	(connected) => {
		if (connected) void refresh();
		else connection('lost');
	},
);
void refresh();
// Hints depend on time passing, and settings (a workflow that is published) change without an event.
setInterval(() => {
	if (!document.hidden) void refresh();
}, 2000);
