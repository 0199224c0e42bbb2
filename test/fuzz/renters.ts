import type { Choice } from './seed';

/** A renter that a grammar put into an input. */
export interface Planted {
	name: string;
	phone: string;
	email: string;
}

const FIRST = ['Nadia', 'Ana', 'Luis', 'Ewa', 'Kofi', 'Mei', 'Omar', 'Priya', 'Sven', 'Zoë'];

/** Renters who share nothing: names, phones and addresses differ in all of them. */
export function plant(count: number, choice: Choice): Planted[] {
	const start = choice.below(9_000);
	return Array.from({ length: count }, (_none, at) => {
		const number = String(start + at).padStart(4, '0');
		const last = `${['Ferris', 'Lake', 'Stone', 'Moss'][at % 4] ?? ''}${'abcdefghijklmnopqrstuvwxyz'[at % 26] ?? ''}`;
		return {
			name: `${choice.one(FIRST)} ${last}`,
			phone: `+1206${choice.one(['623', '448', '782'])}${number}`,
			email: `renter${number}@mail${at}.example.com`,
		};
	});
}

const NAME_KEYS = ['name', 'full_name', 'Full Name', 'your-name'];
const PHONE_KEYS = ['phone', 'Phone', 'phone_number', 'mobile', 'cell_phone'];
const EMAIL_KEYS = ['email', 'E-mail', 'email_address', 'your-email'];

/** One renter as some form would send it. */
export function formOf({ name, phone, email }: Planted, choice: Choice): object {
	const fields: [string, unknown][] = [
		[choice.one(NAME_KEYS), name],
		[choice.one(PHONE_KEYS), choice.chance(0.5) ? phone : `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`],
		[choice.one(EMAIL_KEYS), choice.chance(0.8) ? email : email.toUpperCase()],
	];
	if (choice.chance(0.4)) fields.push(['message', choice.one(['Is it free?', 'May I see it?', '{not json}', '<b>hello</b>', '[1]'])]);
	if (choice.chance(0.3)) fields.push(['submission_id', String(1 + choice.below(5))]);
	if (choice.chance(0.2)) fields.push(['property', choice.one(['Maple Court', 'Oak Park', 'The Elms'])]);
	const form = Object.fromEntries(choice.shuffled(fields));
	return choice.chance(0.2) ? { [choice.one(['lead', 'contact', 'person', 'fields'])]: form } : form;
}

const LISTS = [
	'leads',
	'data',
	'items',
	'results',
	'rows',
	'records',
	'entries',
	'submissions',
	'value',
	'responses',
	'batch',
	'newRenters',
];

/** Several renters in one item: lists, lists in lists, envelopes in envelopes, JSON texts, in any combination. */
export function batchOf(forms: readonly object[], choice: Choice, depth = 0): unknown {
	const entries: unknown[] = forms.map((form) => (choice.chance(0.15) ? JSON.stringify(form) : form));
	const nested = entries.length > 3 && choice.chance(0.3) && depth === 0 ? [entries.slice(0, 2), entries.slice(2)] : entries;
	switch (choice.below(depth > 1 ? 3 : 5)) {
		case 0:
			return nested;
		case 1:
			return { [choice.one(LISTS)]: nested };
		case 2:
			return { status: 'ok', count: forms.length, [choice.one(LISTS)]: nested };
		case 3:
			return { [choice.one(['response', 'result', 'page', 'export'])]: envelope(forms, choice, depth) };
		default:
			return { [choice.one(['payload', 'data', 'text'])]: JSON.stringify(envelope(forms, choice, depth)) };
	}
}

/** A list in an envelope, so that it is one however deep it stands. */
function envelope(forms: readonly object[], choice: Choice, depth: number): unknown {
	return depth > 1 ? { [choice.one(LISTS)]: forms } : batchOf(forms, choice, depth + 1);
}
