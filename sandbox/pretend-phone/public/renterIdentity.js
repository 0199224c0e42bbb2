import { byId, fillSelect, part, setText, showText } from './dom.js';
import { readPhone, sayPhone } from './words.js';

/** Twilio's spelling of a hidden caller id: ANONYMOUS on a keypad. */
const WITHHELD = '+266696687';
/** A fictional toll-free number. */
const TOLL_FREE = '+18005550199';

/** The top of the renter's phone: which number calls, and which company line. */
export function renterIdentity(onChange) {
	const number = part('renter-number');
	const line = part('renter-line');
	const help = part('renter-number-help');
	let lines = [];

	const kind = () => document.querySelector('input[name="caller"]:checked').value;
	const own = () => readPhone(number.value);
	const nameOf = (phone) => {
		const found = lines.find((entry) => entry.phone === phone);
		return found === undefined || found.label === '' ? sayPhone(phone) : found.label;
	};

	function show() {
		const caller = kind();
		byId('own-number').hidden = caller !== 'own';
		showText(
			part('caller-note'),
			{
				own: '',
				withheld: 'The line cannot see who calls, so no text can come back. Expect a call-back task for a person instead.',
				'toll-free': `Calls from ${sayPhone(TOLL_FREE)}. Such numbers are not texted back; expect a call-back task instead.`,
			}[caller],
		);
		const wrong = caller === 'own' && own() === null;
		showText(help, wrong ? 'That is not a phone number yet. Type ten digits, such as 512 555 0123.' : '');
		number.setAttribute('aria-invalid', String(wrong));
		const chosen = lines.find((entry) => entry.phone === line.value);
		const notConnected =
			chosen === undefined || chosen.voiceUrlSet
				? ''
				: '. Not connected to n8n yet: publish the workflow that owns this line, then call.';
		showText(part('line-note'), chosen === undefined ? '' : `${sayPhone(chosen.phone)}${notConnected}`);
	}

	for (const radio of document.querySelectorAll('input[name="caller"]'))
		radio.addEventListener('change', () => {
			show();
			onChange();
		});
	number.addEventListener('input', () => {
		show();
		onChange();
	});
	number.addEventListener('blur', () => {
		const phone = own();
		if (phone !== null) number.value = sayPhone(phone);
	});
	line.addEventListener('change', () => {
		show();
		onChange();
	});

	return {
		render(state) {
			lines = state.lines;
			fillSelect(
				line,
				lines.length === 0
					? [{ value: '', label: 'No company lines yet' }]
					: lines.map((entry) => ({ value: entry.phone, label: nameOf(entry.phone) })),
			);
			line.disabled = lines.length === 0;
			setText(byId('clock'), new Date().toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }));
			show();
		},
		kind,
		/** E.164 (or Twilio's word for withheld); null while the typed number is not one. */
		from: () => ({ own: own(), withheld: WITHHELD, 'toll-free': TOLL_FREE })[kind()],
		/** The chosen line, or undefined when there is none. */
		line: () => lines.find((entry) => entry.phone === line.value),
		chooseLine(phone) {
			line.value = phone;
			show();
			onChange();
		},
		nameOf,
	};
}
