import { sendText } from './api.js';
import { byId, keepList, make, part, setText } from './dom.js';
import { sayTextState, sayTime } from './words.js';

/** The lower half of the renter's phone: the thread with the chosen line, and the reply box. */
export function renterTexts(identity, act) {
	const words = part('reply-text');
	const thread = part('thread');
	let shown = '';
	let sending = false;

	const scroller = byId('thread-scroller');
	const toNewest = () => {
		scroller.scrollTop = scroller.scrollHeight;
	};
	// The call above takes more or less room; the newest text stays in sight.
	new ResizeObserver(toNewest).observe(scroller);

	byId('reply').addEventListener('submit', (event) => {
		event.preventDefault();
		const from = identity.from();
		const line = identity.line();
		if (from === null || line === undefined || sending || words.value.trim() === '') return;
		sending = true;
		void act(async () => {
			try {
				await sendText(from, line.phone, words.value.trim());
				words.value = '';
			} finally {
				sending = false;
			}
		});
	});

	function showOthers(state, from, line) {
		const counts = new Map();
		for (const message of state.messages) {
			const other = message.direction === 'inbound' ? message.to : message.from;
			if (belongs(message, from) && other !== line && state.lines.some((entry) => entry.phone === other))
				counts.set(other, (counts.get(other) ?? 0) + 1);
		}
		const box = byId('elsewhere');
		box.hidden = counts.size === 0;
		keepList(
			box,
			[...counts],
			([phone]) => phone,
			([phone]) => {
				const button = make('button', { type: 'button', class: 'quiet', 'data-test': 'other-thread' });
				button.addEventListener('click', () => identity.chooseLine(phone));
				return button;
			},
			(button, [phone, count]) => setText(button, `Texts with ${identity.nameOf(phone)} (${count})`),
		);
	}

	return {
		render(state) {
			const from = identity.from();
			const line = identity.line();
			const messages = state.messages
				.filter(
					(message) => belongs(message, from) && line !== undefined && (message.from === line.phone || message.to === line.phone),
				)
				.sort((one, other) => one.createdAt - other.createdAt);
			setText(part('thread-title'), line === undefined ? 'Texts' : `Texts with ${identity.nameOf(line.phone)}`);
			keepList(thread, messages, (message) => message.sid, bubble, update);
			part('thread-empty').hidden = messages.length > 0;
			setText(part('thread-empty'), nothingYet(identity.kind(), line));
			const closed = from === null || line === undefined || identity.kind() === 'withheld';
			words.disabled = closed;
			part('reply-send').disabled = closed;
			showOthers(state, from, line?.phone);
			const newest = `${line?.phone ?? ''} ${messages.at(-1)?.sid ?? ''} ${messages.at(-1)?.status ?? ''}`;
			if (newest !== shown) toNewest();
			shown = newest;
		},
	};
}

function belongs(message, from) {
	return message.direction === 'inbound' ? message.from === from : message.to === from;
}

function bubble(message) {
	const fromRenter = message.direction === 'inbound';
	return make(
		'li',
		{ 'data-test': 'text', 'data-direction': message.direction, class: fromRenter ? 'mine' : 'theirs' },
		make('span', { class: 'unseen' }, fromRenter ? 'You wrote: ' : 'The line wrote: '),
		make('p', { class: 'bubble', 'data-test': 'text-body', title: sayTime(message.createdAt) }, message.body),
		make('p', { class: 'state', 'data-test': 'text-state' }),
	);
}

function update(item, message) {
	item.dataset.status = message.status;
	setText(part('text-state', item), sayTextState(message));
}

function nothingYet(kind, line) {
	if (line === undefined) return 'Texts appear here once a company line is connected.';
	if (kind === 'withheld') return 'A hidden number cannot be texted, so this stays empty.';
	if (kind === 'toll-free') return 'No texts. Toll-free callers are not texted back.';
	return 'No texts yet. Call the line and hang up, or let it ring out: the text arrives here.';
}
