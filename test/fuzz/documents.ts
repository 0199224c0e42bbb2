import type { Planted } from './renters';
import { formOf } from './renters';
import type { Choice } from './seed';

export interface MadeDocument {
	item: unknown;
	/** Who was put in: all, or the first where a document holds one. */
	renters: readonly Planted[];
	/** Whether every renter in it must be read. In a mail from a sender whom nobody knows, for example, a person looks. */
	complete: boolean;
}

/** A document of some format, as its senders write it, with renters in it. */
export function documentOf(renters: readonly Planted[], choice: Choice): MadeDocument {
	const [first] = renters;
	if (first === undefined) throw new Error('Nobody is to be put in.');
	const one = [first];
	switch (choice.below(8)) {
		case 0:
			return { item: delivered(adf(renters, choice), choice), renters, complete: true };
		case 1:
			return { item: delivered(mits(renters, choice), choice), renters, complete: true };
		case 2:
			return { item: { raw: mime(first, choice) }, renters: one, complete: false };
		case 3:
			return { item: mail(first, choice), renters: one, complete: false };
		case 4:
			return { item: chat(first, choice), renters: one, complete: false };
		case 5:
			return {
				item: { headers: {}, query: {}, body: new URLSearchParams(textsOnly(formOf(first, choice))).toString() },
				renters: one,
				complete: true,
			};
		case 6:
			return { item: row(first, choice), renters: one, complete: true };
		default:
			return { item: { headers: {}, query: {}, body: formOf(first, choice) }, renters: one, complete: true };
	}
}

const NATIONAL = (phone: string): string => `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`;
const said = ({ phone }: Planted, choice: Choice): string => (choice.chance(0.5) ? phone : NATIONAL(phone));
const marked = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const MESSAGES = [
	'Is it free?',
	'May I see it on Tuesday at 5?',
	'We are 2 & have a cat <3',
	'Moving in June, budget 1,800',
	'¿Está libre?',
];

function delivered(text: string, choice: Choice): unknown {
	return choice.one<unknown>([{ raw: text }, text, { headers: {}, query: {}, body: text }, { xml: text }]);
}

function adf(renters: readonly Planted[], choice: Choice): string {
	const prospects = renters.map((renter, at) => {
		const [given = '', last = ''] = renter.name.split(' ');
		const name = choice.chance(0.5)
			? `<name part="full">${renter.name}</name>`
			: `<name part="first">${given}</name><name part="last">${last}</name>`;
		return `<prospect><id source="x">${at}</id><customer><contact>${name}<email>${renter.email}</email><phone type="voice">${said(renter, choice)}</phone></contact><comments>${marked(choice.one(MESSAGES))}</comments></customer><vendor><vendorname>Maple Court</vendorname></vendor></prospect>`;
	});
	return `<?xml version="1.0"?>${choice.chance(0.5) ? '<?ADF VERSION="1.0"?>' : ''}<adf>${prospects.join(choice.one(['', '\n', '<!-- next -->']))}</adf>`;
}

function mits(renters: readonly Planted[], choice: Choice): string {
	const prospects = renters.map((renter) => {
		const [given = '', last = ''] = renter.name.split(' ');
		return `<Prospect><Customers><Customer Type="prospect"><Name><FirstName>${given}</FirstName><LastName>${last}</LastName></Name><Phone PhoneType="cell"><PhoneNumber>${said(renter, choice)}</PhoneNumber></Phone><Email>${renter.email}</Email></Customer></Customers><CustomerPreferences><Comment>${marked(choice.one(MESSAGES))}</Comment></CustomerPreferences></Prospect>`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?><LeadManagement><Prospects>${prospects.join('')}</Prospects></LeadManagement>`;
}

function lines(renter: Planted, choice: Choice): string[] {
	const between = choice.one([': ', ':', ' - ', ':\t']);
	return choice.shuffled([
		`${choice.one(['Name', 'Full Name', 'Contact'])}${between}${renter.name}`,
		`${choice.one(['Phone', 'Phone Number', 'Mobile'])}${between}${said(renter, choice)}`,
		`${choice.one(['Email', 'E-mail', 'Email Address'])}${between}${renter.email}`,
		`${choice.one(['Message', 'Comments'])}${between}${choice.one(MESSAGES)}`,
	]);
}

const SENDERS = ['leads@broker.example', 'noreply@zillow.example', 'Website <wordpress@maple.example>'];
const senderOf = ({ name, email }: Planted, choice: Choice): string => (choice.chance(0.4) ? `${name} <${email}>` : choice.one(SENDERS));

function mail(renter: Planted, choice: Choice): unknown {
	const content = lines(renter, choice);
	const words = { from: senderOf(renter, choice), subject: choice.one(['New lead', 'Two bedrooms', `Inquiry from ${renter.name}`]) };
	if (choice.chance(0.5)) return { ...words, text: content.join(choice.one(['\n', '\r\n', '\n\n'])) };
	const cells = content.map((line) => `<tr><td>${marked(line).replace(/[:-]/, '$&</td><td>')}</td></tr>`);
	return {
		...words,
		html: choice.chance(0.5) ? `<table>${cells.join('')}</table>` : content.map((line) => `<p>${marked(line)}</p>`).join(''),
	};
}

function mime(renter: Planted, choice: Choice): string {
	const body = lines(renter, choice).join('\r\n');
	const head = `From: ${senderOf(renter, choice)}\r\nTo: leasing@maple.example\r\nSubject: ${choice.one(['New lead', `=?utf-8?B?${Buffer.from(`Anfrage ${renter.name}`).toString('base64')}?=`])}\r\nMIME-Version: 1.0\r\n`;
	const [coding, coded] = choice.one([
		['7bit', body],
		['base64', Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n')],
		[
			'quoted-printable',
			[...Buffer.from(body)]
				.map((byte) =>
					byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
				)
				.join(''),
		],
	] as const);
	const part = `Content-Type: ${choice.one(['text/plain', 'text/plain; charset=utf-8'])}\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n${coded}`;
	if (choice.chance(0.5)) return `${head}${part}`;
	const html = `Content-Type: text/html\r\n\r\n<p>${marked(body).replaceAll('\r\n', '<br>')}</p>`;
	return `${head}Content-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\n${part}\r\n--b1\r\n${html}\r\n--b1--\r\n`;
}

function chat(renter: Planted, choice: Choice): unknown {
	const words = [`I am ${renter.name}`, `my number is ${said(renter, choice)}`, `mail me at ${renter.email}`, choice.one(MESSAGES)];
	if (choice.chance(0.5))
		return {
			transcript: choice
				.shuffled(words)
				.map((one) => `Visitor: ${one}\nAgent: Thanks`)
				.join('\n'),
		};
	return {
		visitor: { name: renter.name, email: renter.email, phone: said(renter, choice) },
		messages: words.map((text) => ({ from: 'visitor', text })),
	};
}

function row(renter: Planted, choice: Choice): unknown {
	return {
		[choice.one(['Name', 'Full Name', 'Prospect'])]: renter.name,
		[choice.one(['Phone', 'Phone Number', 'Cell'])]: said(renter, choice),
		[choice.one(['Email', 'E-Mail'])]: renter.email,
		Date: choice.one(['2026-03-01', '3/1/26', '']),
		Notes: choice.one(MESSAGES),
	};
}

function textsOnly(form: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(form).flatMap(([key, value]): [string, string][] =>
			typeof value === 'string' ? [[key, value]] : Object.entries(value as object).map(([inner, one]) => [inner, String(one)]),
		),
	);
}
