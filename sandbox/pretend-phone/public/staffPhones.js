import { setBehaviour, staffAnswer, staffDecline, staffHangUp, staffPress } from './api.js';
import { keepList, make, part, setText } from './dom.js';
import { sayPhone } from './words.js';

const BEHAVIOURS = [
	{ kind: 'manual', label: 'Rings until you click', behaviour: { kind: 'manual' } },
	{ kind: 'ignore', label: 'Ignores the call', behaviour: { kind: 'ignore' } },
	{ kind: 'press', label: 'Answers and presses 1', behaviour: { kind: 'press', digit: '1' } },
	{ kind: 'mailbox', label: 'Mailbox picks up', behaviour: { kind: 'mailbox' } },
	{ kind: 'busy', label: 'Busy', behaviour: { kind: 'busy' } },
	{ kind: 'invalid', label: 'Wrong number', behaviour: { kind: 'invalid' } },
];
/** Can be set by tests only; shown so that the select never lies. */
const OTHERS = { answer: 'Answers, presses nothing', decline: 'Declines the call' };

/** The staff phones on the right: what each does by itself, and buttons to do it by hand. */
export function staffPhones(act) {
	const list = part('staff-list');

	function create(phone) {
		const button = (name, label, go) => {
			const made = make(
				'button',
				{ type: 'button', 'data-test': `staff-${name}`, class: name, 'aria-label': `${label}: ${staffName(phone)}` },
				label,
			);
			made.addEventListener('click', () => void act(() => go(phone.phone)));
			return made;
		};
		const select = make(
			'select',
			{ 'data-test': 'staff-behaviour' },
			...BEHAVIOURS.map((entry) => make('option', { value: entry.kind }, entry.label)),
		);
		select.addEventListener('change', () => {
			const chosen = BEHAVIOURS.find((entry) => entry.kind === select.value);
			if (chosen !== undefined) void act(() => setBehaviour(phone.phone, chosen.behaviour));
		});
		return make(
			'li',
			{ class: 'card phone', 'data-test': 'staff-phone', 'data-phone': phone.phone },
			make(
				'div',
				{ class: 'phone-head' },
				make('span', { class: 'bell', 'aria-hidden': 'true' }),
				make('div', {}, make('h3', { 'data-test': 'staff-name' }), make('p', { class: 'number' }, sayPhone(phone.phone))),
				make('span', { class: 'badge', 'data-test': 'staff-state', role: 'status' }),
			),
			make(
				'div',
				{ class: 'buttons' },
				button('answer', 'Answer', staffAnswer),
				button('press-1', 'Press 1', (number) => staffPress(number, '1')),
				button('decline', 'Decline', staffDecline),
				button('hang-up', 'Hang up', staffHangUp),
			),
			make('label', { class: 'does' }, 'What this phone does ', select),
		);
	}

	function update(card, phone) {
		const doing = phone.onCall ? 'on-call' : phone.ringing ? 'ringing' : 'idle';
		card.dataset.state = doing;
		setText(part('staff-name', card), isNamed(phone) ? phone.name : 'Staff phone');
		setText(part('staff-state', card), { 'on-call': 'On the call', ringing: 'Ringing', idle: 'Not in use' }[doing]);
		part('staff-answer', card).disabled = doing !== 'ringing';
		part('staff-decline', card).disabled = doing !== 'ringing';
		part('staff-press-1', card).disabled = doing !== 'on-call';
		part('staff-hang-up', card).disabled = doing !== 'on-call';
		showBehaviour(part('staff-behaviour', card), phone.behaviour?.kind ?? 'ignore');
	}

	return {
		render(state) {
			keepList(list, state.staff, (phone) => `${phone.phone} ${phone.name}`, create, update);
			part('staff-empty').hidden = state.staff.length > 0;
		},
	};
}

/** The stand-in calls a phone without a name by its number. */
function isNamed(phone) {
	return phone.name !== '' && phone.name !== phone.phone;
}

/** What to call a staff phone in a sentence. */
export function staffName(phone) {
	return isNamed(phone) ? phone.name : `Staff phone ${sayPhone(phone.phone)}`;
}

function showBehaviour(select, kind) {
	if (![...select.options].some((option) => option.value === kind)) select.append(make('option', { value: kind }, OTHERS[kind] ?? kind));
	// While somebody is choosing with the keyboard, an older state must not jump back under their fingers.
	if (select !== document.activeElement || select.dataset.known !== kind) select.value = kind;
	select.dataset.known = kind;
}
