import { byId, fillSelect, keepList, make, part, setText } from './dom.js';
import { sayLogEntry } from './logWords.js';
import { staffName } from './staffPhones.js';
import { sayPhone, sayTime } from './words.js';

const LATEST = 'latest';

/** Steps whose details (addresses, fields, TwiML attributes) help somebody who wants to know more. */
const DETAILED = ['webhook', 'callback', 'twiml', 'warning'];

/** The journal at the bottom: the latest call's steps, or an earlier call's. */
export function callLog(identity, onChange) {
	const select = part('log-call');
	const list = part('log');
	let shown = '';
	select.addEventListener('change', onChange);

	return {
		render(state) {
			const calls = state.calls.toSorted((one, other) => other.startedAt - one.startedAt);
			fillSelect(select, [
				{ value: LATEST, label: 'Latest' },
				...calls.map((call) => ({
					value: call.sid,
					label: `${sayTime(call.startedAt)} ${sayCaller(call.from)} to ${identity.nameOf(call.to)}`,
				})),
			]);
			byId('log-pick').hidden = calls.length < 2;
			const call = calls.find((entry) => entry.sid === select.value) ?? calls[0];
			const nameOf = names(state, identity);
			const steps = (call?.log ?? []).map((entry, index) => ({
				...entry,
				key: `${call.sid} ${index}`,
				words: sayLogEntry(entry, nameOf),
			}));
			const texts = call === undefined ? [] : textEntries(state, call, nameOf);
			const entries = [...steps, ...texts].filter((entry) => entry.words !== null).sort((one, other) => one.at - other.at);
			keepList(list, entries, (entry) => entry.key, row, update);
			part('log-empty').hidden = entries.length > 0;
			const newest = entries.at(-1)?.key ?? '';
			if (newest !== shown) byId('log-scroller').scrollTop = byId('log-scroller').scrollHeight;
			shown = newest;
		},
	};
}

/** Names for numbers in the log: staff by name, lines by label. */
function names(state, identity) {
	return (phone) => {
		if (phone === '+266696687') return 'A withheld number';
		const staff = state.staff.find((entry) => entry.phone === phone);
		return staff === undefined ? identity.nameOf(phone) : staffName(staff);
	};
}

/** What became of texts to the caller, up to their next call. */
function textEntries(state, call, nameOf) {
	const next = Math.min(
		...state.calls.filter((other) => other.from === call.from && other.startedAt > call.startedAt).map((other) => other.startedAt),
	);
	return state.messages
		.filter(
			(message) =>
				message.direction === 'outbound-api' &&
				message.to === call.from &&
				message.createdAt >= call.startedAt &&
				message.createdAt < next,
		)
		.flatMap((message) => {
			const sent = {
				at: message.createdAt,
				kind: 'text',
				key: `${message.sid} sent`,
				words: `n8n sends a text to ${nameOf(message.to)}`,
			};
			const end = {
				delivered: 'The text is delivered',
				undelivered: 'The text is not delivered',
				failed: 'The text is not delivered',
			}[message.status];
			return end === undefined
				? [sent]
				: [sent, { at: message.deliveredAt ?? message.createdAt, kind: 'text', key: `${message.sid} end`, words: end }];
		});
}

function row(entry) {
	return make(
		'li',
		{ 'data-test': 'log-entry', 'data-kind': entry.kind },
		make('time', { datetime: new Date(entry.at).toISOString() }, sayTime(entry.at)),
		make('span', { class: 'dot', 'aria-hidden': 'true' }),
		make('span', { class: 'said' }),
		make('details', {}, make('summary', {}, 'Details'), make('pre')),
	);
}

/** Words and details may still grow: the answer to a request comes after the request. */
function update(item, entry) {
	setText(item.querySelector('.said'), entry.words);
	const data = entry.data === undefined || entry.data === null ? '' : JSON.stringify(entry.data, null, 2);
	item.querySelector('details').hidden = data === '' || !DETAILED.includes(entry.kind);
	setText(item.querySelector('pre'), `${entry.text ?? ''}\n${data}`);
}

function sayCaller(from) {
	return from === '+266696687' || !from.startsWith('+') ? 'withheld number' : sayPhone(from);
}
