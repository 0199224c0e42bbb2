import { hangUp, placeCall, pressKeys, say } from './api.js';
import { byId, make, part, setText, showText } from './dom.js';
import { sayEnded, sayTimer } from './words.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const KEY_NAMES = { '*': 'star', '#': 'hash' };

/** The calling part of the renter's phone: dial, listen, press keys, leave a voicemail, hang up. */
export function renterCall(identity, act) {
	let dialling = false;
	/** The call that this page placed last; null until there is one. */
	let placed = null;
	/** The call in which a voicemail was spoken. */
	let said = null;
	let current;
	let last;

	byId('dialer').addEventListener('submit', (event) => {
		event.preventDefault();
		const from = identity.from();
		const line = identity.line();
		if (from === null || line === undefined || dialling) return;
		dialling = true;
		void act(async () => {
			try {
				placed = (await placeCall(from, line.phone)).sid;
			} finally {
				dialling = false;
			}
		});
	});
	part('hang-up').addEventListener('click', () => {
		const call = current;
		if (call !== undefined) void act(() => hangUp(call.sid));
	});
	byId('voicemail').addEventListener('submit', (event) => {
		event.preventDefault();
		const words = part('voicemail-text');
		const call = current;
		if (call === undefined || words.value.trim() === '') return;
		void act(async () => {
			await say(call.sid, words.value.trim());
			said = call.sid;
			words.value = '';
		});
	});
	for (const key of KEYS) {
		const button = make(
			'button',
			{ type: 'button', 'data-test': `key-${KEY_NAMES[key] ?? key}`, 'aria-label': KEY_NAMES[key] ?? key },
			key,
		);
		button.addEventListener('click', () => {
			const call = current;
			if (call !== undefined) void act(() => pressKeys(call.sid, key));
		});
		byId('keypad').append(button);
	}
	setInterval(() => {
		if (current !== undefined) setText(part('call-timer'), sayTimer(Date.now() - current.startedAt));
	}, 500);

	function showLive(call) {
		const expects = call?.expects ?? 'nothing';
		byId('oncall').hidden = call === undefined && !dialling;
		byId('dialer').hidden = call !== undefined || dialling;
		part('hang-up').hidden = call === undefined;
		byId('keypad').hidden = expects !== 'gather';
		byId('voicemail').hidden = expects !== 'record';
		const name = call === undefined ? identity.nameOf(identity.line()?.phone ?? '') : identity.nameOf(call.to);
		setText(byId('oncall-line'), name);
		setText(byId('face'), initials(name));
		byId('face').classList.toggle('ringing', dialling || call?.status === 'ringing' || call?.status === 'queued');
	}

	return {
		render(state) {
			const hadFocus = part('hang-up') === document.activeElement;
			const wasLive = current !== undefined;
			current = state.calls.findLast((call) => call.endedAt === null && (call.sid === placed || call.from === identity.from()));
			last = current ?? lastBetween(state, identity.from(), identity.line()?.phone);
			showLive(current);
			part('call-button').disabled = identity.from() === null || identity.line() === undefined || dialling;
			if (current !== undefined) {
				showText(
					part('call-status'),
					headline(
						current,
						said === current.sid,
						state.staff.some((staff) => staff.ringing),
					),
				);
				showText(part('call-hears'), hears(current.listening));
			} else {
				showText(part('call-status'), dialling ? 'Calling…' : last === undefined ? '' : sayEnded(last, textAfter(state, last)));
				showText(part('call-hears'), '');
			}
			// The focused button disappears when a call begins or ends; keep keyboard users where they can go on.
			if (!wasLive && current !== undefined && [document.body, part('call-button')].includes(document.activeElement))
				part('hang-up').focus({ preventScroll: true });
			if (hadFocus && current === undefined) part('call-button').focus({ preventScroll: true });
		},
		live: () => current,
		dialling: () => dialling,
		hasSpoken: () => current !== undefined && said === current.sid,
		/** The last call from this number to this line, live or over. */
		last: () => last,
	};
}

function lastBetween(state, from, to) {
	return state.calls
		.filter((call) => call.from === from && call.to === to)
		.sort((one, other) => one.startedAt - other.startedAt)
		.at(-1);
}

/** The first text from the company that belongs to this call. */
export function textAfter(state, call) {
	return state.messages.find(
		(message) =>
			message.direction === 'outbound-api' &&
			message.to === call.from &&
			message.from === call.to &&
			message.createdAt >= call.startedAt,
	);
}

function headline(call, hasSpoken, staffRing) {
	if (call.expects === 'record') return hasSpoken ? 'Your words are recorded.' : 'The line is recording.';
	if (call.expects === 'gather') return 'The line asks you to press a key.';
	// The stand-in puts what is not speech in brackets: [ringing], [talking to Dana].
	const sound = /^\[([^\]]+)\]/.exec(call.listening)?.[1];
	if (sound !== undefined && sound !== 'ringing') return sound.charAt(0).toUpperCase() + sound.slice(1);
	if (staffRing) return 'Ringing the leasing team…';
	return call.status === 'ringing' || call.status === 'queued' ? 'Ringing…' : 'Connected';
}

function hears(listening) {
	return listening === '' || listening.startsWith('[') || listening === 'Recording.' ? '' : `You hear: “${listening}”`;
}

function initials(name) {
	return (
		name
			.split(/\s+/)
			.filter((word) => /^[A-Za-z]/.test(word))
			.slice(0, 2)
			.map((word) => word.charAt(0).toUpperCase())
			.join('') || '#'
	);
}
