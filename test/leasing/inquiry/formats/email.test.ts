/** One mail in every shape in which a step of n8n may hand it over, and what is easily misread in mails. */
import { NOBODY_WAITS } from '../../../../leasing/limits/giveWay';
import type { Inquiry } from '../../../../leasing/inquiry/inquiry';
import { htmlText } from '../../../../leasing/inquiry/formats/email/htmlText';
import { mailboxesIn } from '../../../../leasing/inquiry/formats/email/mail';
import { ownWords } from '../../../../leasing/inquiry/formats/email/words';
import { read } from './company';

async function inquiryOf(item: unknown): Promise<Inquiry> {
	const [result] = await read(item);
	if (result?.ok !== true)
		throw new Error(result === undefined ? 'Nothing was read.' : result.reasons.map(({ sentence }) => sentence).join(' '));
	return result.inquiry;
}

const TEXT = 'Name: Nadia Ferris\nPhone: 206-555-0142\nMove-in date: mid June\nProperty: Maple Court';
const HTML =
	'<table><tr><td>Name:</td><td>Nadia Ferris</td></tr><tr><td>Phone:</td><td>206-555-0142</td></tr><tr><td>Move-in date:</td><td>mid June</td></tr><tr><td>Property:</td><td>Maple Court</td></tr></table>';
const SUBJECT = 'Lead for Maple Court';

describe("a listing site's mail", () => {
	it.each<[string, object]>([
		[
			'Email Trigger, simple',
			{
				textPlain: TEXT,
				metadata: { 'message-id': '<m1@x.example>', 'reply-to': 'Nadia Ferris <nadia.ferris@example.com>' },
				from: 'Rent. <leads@email.rent.com>',
				to: 'leasing@acme.example.com',
				subject: SUBJECT,
				date: 'Tue, 10 Mar 2026 09:26:00 -0700',
			},
		],
		[
			'Email Trigger, resolved',
			{
				headers: { from: 'From: Rent. <leads@email.rent.com>', 'message-id': 'Message-ID: <m1@x.example>' },
				html: HTML,
				textAsHtml: '<p>x</p>',
				subject: SUBJECT,
				date: '2026-03-10T16:26:00.000Z',
				to: { value: [{ address: 'leasing@acme.example.com', name: '' }], html: '', text: 'leasing@acme.example.com' },
				from: { value: [{ address: 'leads@email.rent.com', name: 'Rent.' }], html: '', text: 'Rent. <leads@email.rent.com>' },
				replyTo: { value: [{ address: 'nadia.ferris@example.com', name: 'Nadia Ferris' }], html: '', text: '' },
				messageId: '<m1@x.example>',
				attributes: { uid: 3 },
			},
		],
		[
			'Gmail',
			{
				id: '18c',
				threadId: '18c',
				labels: [],
				headers: { 'reply-to': 'Reply-To: Nadia Ferris <nadia.ferris@example.com>', 'message-id': 'Message-ID: <m1@x.example>' },
				html: HTML,
				text: TEXT,
				subject: SUBJECT,
				date: '2026-03-10T16:26:00.000Z',
				from: { value: [{ address: 'leads@email.rent.com', name: 'Rent.' }] },
				to: { value: [{ address: 'leasing@acme.example.com' }] },
				messageId: '<m1@x.example>',
			},
		],
		[
			'Outlook',
			{
				id: 'AAMk',
				internetMessageId: '<m1@x.example>',
				receivedDateTime: '2026-03-10T16:26:00Z',
				subject: SUBJECT,
				bodyPreview: 'Name: Nadia',
				body: { contentType: 'html', content: HTML },
				from: { emailAddress: { name: 'Rent.', address: 'leads@email.rent.com' } },
				replyTo: [{ emailAddress: { name: 'Nadia Ferris', address: 'nadia.ferris@example.com' } }],
				toRecipients: [{ emailAddress: { address: 'leasing@acme.example.com' } }],
			},
		],
		[
			'a raw message',
			{
				raw: `From: Rent. <leads@email.rent.com>\r\nReply-To: Nadia Ferris <nadia.ferris@example.com>\r\nTo: leasing@acme.example.com\r\nSubject: ${SUBJECT}\r\nDate: Tue, 10 Mar 2026 09:26:00 -0700\r\nMessage-ID: <m1@x.example>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HTML}`,
			},
		],
		[
			"a mail forwarder's webhook",
			{
				headers: { host: 'x' },
				query: {},
				body: {
					sender: 'Rent. <leads@email.rent.com>',
					recipient: 'leasing@acme.example.com',
					subject: SUBJECT,
					'body-plain': TEXT,
					'Reply-To': 'Nadia Ferris <nadia.ferris@example.com>',
					messageId: '<m1@x.example>',
					Date: 'Tue, 10 Mar 2026 09:26:00 -0700',
				},
			},
		],
	])('%s', async (_shape, item) => {
		const inquiry = await inquiryOf(item);
		expect(inquiry).toMatchObject({
			provider: 'rent_com',
			providerId: 'm1@x.example',
			occurredAt: '2026-03-10T16:26:00.000Z',
			people: [{ fullName: 'Nadia Ferris', phones: [{ e164: '+12065550142' }], emails: [{ address: 'nadia.ferris@example.com' }] }],
			interest: { propertyKey: 'maple-court', moveIn: '2026-06-15' },
			source: { source: 'rent_com' },
		});
	});

	it("the site's and our own addresses are never the renter's", async () => {
		const inquiry = await inquiryOf({
			textPlain: 'Name: Nadia Ferris\nEmail: leasing@acme.example.com',
			from: 'leads@apartments.com',
			to: 'leasing@acme.example.com',
			subject: 'x',
		});
		expect(inquiry.people[0]?.emails.filter(({ isIdentity }) => isIdentity)).toEqual([]);
	});

	it("the property's number beside the renter's stays the property's", async () => {
		const inquiry = await inquiryOf({
			textPlain: 'Property Phone: 206-555-0130\nName: Nadia Ferris\nPhone: 206-555-0142',
			from: 'leads@apartments.com',
			to: 'x@acme.example.com',
			subject: 'x',
		});
		expect(inquiry.people[0]?.phones.map(({ e164 }) => e164)).toEqual(['+12065550142']);
		expect(inquiry.interest.propertyKey).toBe('maple-court');
	});

	it('meta tags in the HTML head say who it is', async () => {
		const html =
			'<html><head><meta name="lead_name" content="Nadia Ferris"><meta name="lead_phone" content="206-555-0142"><meta name="lead_source" content="Zumper"></head><body><p>You have a new lead in your inbox today.</p></body></html>';
		const inquiry = await inquiryOf({
			textHtml: html,
			from: 'Some CRM <noreply@crm.example.net>',
			to: 'x@acme.example.com',
			subject: 'x',
		});
		expect(inquiry).toMatchObject({
			people: [{ fullName: 'Nadia Ferris', phones: [{ e164: '+12065550142' }] }],
			source: { source: 'zumper' },
		});
	});
});

describe('the parts of a mail', () => {
	it('HTML becomes lines, cells stay together, nothing hidden is read', async () => {
		const { text, links } = await htmlText(
			'<style>p{}</style><div style="display: none">Hidden <img src="x"> too</div><p>One&nbsp;<b>two</b><br>three</p><table><tr><td>Name</td><td> Nadia </td></tr></table><a href="https://x.example/?a=1&amp;b=2">go</a><script>alert(1)</script>',
			NOBODY_WAITS,
		);
		expect(text).toBe('One two\nthree\n\nName\tNadia\n\ngo');
		expect(links).toEqual(['https://x.example/?a=1&b=2']);
	});

	it.each<[string, Array<[string | null, string]>]>([
		['Nadia Ferris <Nadia@Example.com>', [['Nadia Ferris', 'nadia@example.com']]],
		[
			'"Ferris, Nadia" <nadia@example.com>, Lou <lou@example.com>',
			[
				['Ferris, Nadia', 'nadia@example.com'],
				['Lou', 'lou@example.com'],
			],
		],
		['nadia@example.com', [[null, 'nadia@example.com']]],
		['no address', []],
	])('mailboxes in %j', (text, boxes) => {
		expect(mailboxesIn(text)).toEqual(boxes.map(([name, address]) => ({ name, address })));
	});

	it.each([
		['Yes please\n\nOn Mon, Mar 9, 2026 at 9:00 AM Acme <a@acme.example.com> wrote:\n> Call 206-555-0100', 'Yes please'],
		['Yes\n\n-----Original Message-----\nFrom: Acme', 'Yes'],
		['Yes\n\nSent from my iPhone', 'Yes'],
		['Yes\n\nFrom: Acme <a@acme.example.com>\nSent: Monday\nTo: Nadia', 'Yes'],
		['> only a quote', ''],
	])('%j says %j', (text, words) => {
		expect(ownWords(text)).toBe(words);
	});
});
