/** One sample for each channel, as its step in n8n hands it over; what a person would expect to stand on the lead. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Inquiry } from '../../../../leasing/inquiry/inquiry';
import { parseInquiry } from '../../../../leasing/inquiry/inquirySchema';
import { read, sample } from './company';

const SAMPLES = path.resolve(__dirname, '../../../../workflows-templates/20-lead-intake/samples');

interface Expected {
	format: string;
	channel: string;
	source: string;
	name: string | null;
	phone: string | null;
	email: string | null;
	property: string | null;
}

/** format, channel, source, name, last digits of the phone, e-mail, property */
type Row = [string, string, string, string | null, string | null, string | null, string | null];

const ROWS: Record<string, Row[]> = {
	'web-form': [['form', 'form', 'google_ads', 'Nadia Ferris', '0142', 'nadia.ferris@example.com', 'maple-court']],
	'couple-form': [['wordpress_form', 'form', 'website', 'Kate Smith', '0151', 'kate.smith@example.com', 'maple-court']],
	typeform: [['typeform', 'form', 'instagram', 'Omar Haddad', '0143', 'omar.haddad@example.com', 'oak-park']],
	'gravity-forms': [['gravity_forms', 'form', 'website', 'Priya Raman', '0144', 'priya.raman@example.com', 'oak-park']],
	hubspot: [['hubspot', 'form', 'website', 'Lena Berg', '0145', 'lena.berg@example.com', null]],
	'wordpress-form': [['wordpress_form', 'form', 'website', 'Sam Okafor', '0146', 'sam.okafor@example.com', 'maple-court']],
	jotform: [['jotform', 'form', 'website', 'Ivy Chen', '0147', 'ivy.chen@example.com', null]],
	wufoo: [['wufoo', 'form', 'website', 'Kate Marsh', '0148', 'kate.marsh@example.com', 'oak-park']],
	'text-message': [['sms', 'text', 'phone', null, '0149', null, 'oak-park']],
	chat: [['chat', 'chat', 'facebook', 'Tomas Vega', '0150', 'tomas.vega@example.com', null]],
	'chat-transcript': [['chat', 'chat', 'website', 'Rosa Medina', '0153', null, 'maple-court']],
	'zillow-push': [['zillow_push', 'listing', 'zillow', 'Nadia Ferris', '0142', 'nadia.ferris@example.com', 'maple-court']],
	'zillow-email': [['email', 'listing', 'trulia', 'Omar Haddad', '0143', '7x3k9q@convo.zillow.com', 'oak-park']],
	'apartments-com-email': [
		['email', 'listing', 'apartments_com', 'Grace Lindqvist', '0154', 'grace.lindqvist@example.com', 'maple-court'],
	],
	'rent-email': [['email', 'listing', 'rent_com', 'Helen Mbeki', '0155', 'helen.mbeki@example.com', 'oak-park']],
	'realtor-email': [['email', 'listing', 'realtor_com', 'Jonas Weber', '0156', 'jonas.weber@example.com', 'maple-court']],
	'zumper-email': [['email', 'listing', 'zumper', 'Ines Duarte', null, 'ines.duarte@example.com', 'oak-park']],
	'apartment-list-email': [['email', 'listing', 'apartment_list', 'Peter Novak', '0157', 'peter.novak@example.com', 'maple-court']],
	'craigslist-email': [['email', 'listing', 'craigslist', 'Dario Conti', '0158', 'a1b2c3d4e5f6@reply.craigslist.org', 'maple-court']],
	'facebook-marketplace-email': [['email', 'listing', 'facebook_marketplace', 'Mia Lopez', null, null, 'oak-park']],
	'yelp-email': [['email', 'listing', 'yelp', 'Ruth A.', null, 'reply+0123456789abcdef0123456789abcdef@messaging.yelp.com', 'oak-park']],
	'avail-digest-email': [
		['email', 'listing', 'avail', 'Tessa Hart', '0159', null, 'maple-court'],
		['email', 'listing', 'avail', 'Bruno Silva', null, 'bruno.silva@example.com', 'oak-park'],
	],
	'unknown-layout-email': [['email', 'listing', 'apartments_com', null, null, null, null]],
	'renter-email': [['email', 'email', 'unknown', 'Nadia Ferris', null, 'nadia.ferris@example.com', 'maple-court']],
	'forwarded-email': [['email', 'listing', 'apartments_com', 'Yusuf Demir', '0160', null, 'maple-court']],
	'raw-email': [['email', 'listing', 'zumper', 'Nadia Ferris', '0142', 'nadia.ferris@example.com', 'maple-court']],
	'website-form-email': [['email', 'form', 'website', 'Carla Reyes', '0161', 'carla.reyes@example.com', 'oak-park']],
	adf: [['adf', 'listing', 'zumper', 'Nadia Ferris', '0142', 'nadia.ferris@example.com', 'maple-court']],
	'adf-email': [['adf', 'listing', 'zumper', 'Aiko Mori', '0162', 'aiko.mori@example.com', 'maple-court']],
	mits: [['mits', 'form', 'apartments_com', 'Ewa Nowak', '0163', 'ewa.nowak@example.com', 'oak-park']],
	'meta-lead-ad': [['meta_lead_ad', 'ad', 'facebook_ads', 'Nadia Ferris', '0142', 'nadia.ferris@example.com', 'oak-park']],
	'google-lead-form': [['google_lead_form', 'ad', 'google_ads', 'Victor Hugo Lima', '0164', 'victor.lima@example.com', null]],
	'google-local-services': [['google_local_services', 'ad', 'google_local_services', 'Olga Petrova', '0165', null, null]],
	'call-tracking': [['call_tracking', 'call', 'google_ads', null, '0166', null, 'maple-court']],
	'walk-in': [['form', 'form', 'drive_by', 'Kofi Mensah', '0167', 'kofi.mensah@example.com', 'maple-court']],
	'csv-rows': [
		['form', 'form', 'zillow', 'Nadia Ferris', '0142', 'nadia.ferris@example.com', 'oak-park'],
		['form', 'form', 'apartments_com', 'Ben Achebe', '0168', null, 'maple-court'],
	],
	'appfolio-guest-card': [['appfolio_guest_card', 'other', 'zillow', 'Omar Haddad', '0143', 'omar.haddad@example.com', 'oak-park']],
};

async function inquiries(name: string): Promise<Inquiry[]> {
	const results = (await Promise.all(sample(name).map(async (item) => await read(item)))).flat();
	return results.map((result) => {
		if (!result.ok) throw new Error(result.reasons.map(({ sentence }) => sentence).join(' '));
		return result.inquiry;
	});
}

function seen(inquiry: Inquiry): Expected {
	const [person] = inquiry.people;
	return {
		format: inquiry.format?.id ?? '',
		channel: inquiry.channel,
		source: inquiry.source.source,
		name: person?.fullName ?? null,
		phone: person?.phones[0]?.e164 ?? null,
		email: person?.emails[0]?.address ?? null,
		property: inquiry.interest.propertyKey,
	};
}

describe('the sample of each channel', () => {
	test('every sample is either expected here or unreadable on purpose', () => {
		const files = readdirSync(SAMPLES).map((file) => file.replace(/\.json$/, ''));
		expect(files.filter((file) => !(file in ROWS)).sort()).toEqual(['meta-ids-only', 'unreadable']);
	});

	test.each(Object.entries(ROWS))('%s', async (name, rows) => {
		const expected = rows.map(([format, channel, source, full, phone, email, property]): Expected => ({
			format,
			channel,
			source,
			name: full,
			phone: phone === null ? null : `+1206555${phone}`,
			email,
			property,
		}));
		const found = await inquiries(name);
		expect(found.map(seen)).toEqual(expected);
		// What the next node, the store and a later version read.
		for (const inquiry of found)
			expect(parseInquiry(JSON.parse(JSON.stringify(inquiry)))).toEqual({
				ok: true,
				inquiry: JSON.parse(JSON.stringify(inquiry)) as unknown,
			});
	});

	test('two people of one form are two people', async () => {
		const [inquiry] = await inquiries('couple-form');
		expect(
			inquiry?.people.map(({ fullName, phones, emails }) => [
				fullName,
				phones.map(({ e164 }) => e164),
				emails.map(({ address }) => address),
			]),
		).toEqual([
			['Kate Smith', ['+12065550151'], ['kate.smith@example.com']],
			['Lou Smith', ['+12065550152'], []],
		]);
		expect(inquiry?.interest).toMatchObject({ unit: '204', message: 'We are both looking for a place with parking.' });
	});

	test('a prospect and a roommate in MITS are two people', async () => {
		const [inquiry] = await inquiries('mits');
		expect(inquiry?.people.map(({ fullName }) => fullName)).toEqual(['Ewa Nowak', 'Adam Nowak']);
		expect(inquiry?.interest).toMatchObject({
			bedrooms: 2,
			budget: 1900,
			budgetMin: 1500,
			moveIn: '2026-06-01',
			occupants: 2,
			message: 'Second floor or higher & a balcony',
		});
		expect(inquiry?.changes.map(({ code }) => code)).not.toContain('xml_truncated');
	});

	test('what the renter wants is read from words', async () => {
		const [form] = await inquiries('web-form');
		expect(form?.interest).toMatchObject({
			bedrooms: 2,
			budget: 1800,
			budgetMin: 1500,
			pets: 'one cat',
			moveIn: '2026-06-15',
			moveInWindow: { from: '2026-06-10', to: '2026-06-20', said: 'mid June' },
		});
		expect(form?.language?.code).toBe('en');
		expect(form?.source.clickIds).toEqual({ gclid: 'Cj0-example' });
		const [text] = await inquiries('text-message');
		expect(text?.interest).toMatchObject({ bedrooms: 1, moveIn: '2026-06-15' });
		const [chat] = await inquiries('chat-transcript');
		expect(chat?.language?.code).toBe('es');
	});

	test("Zillow's network and the site of the renter are kept apart, and the inquiry id is the site's", async () => {
		const [inquiry] = await inquiries('zillow-email');
		expect(inquiry).toMatchObject({ providerId: 'inq-20260310-77', source: { source: 'trulia', network: 'zillow' } });
		expect(inquiry?.people[0]?.emails[0]).toMatchObject({ contactClass: 'relay', isIdentity: false });
		expect(inquiry?.interest.message).toBe('I would like to see it this week. Is parking included?');
	});

	test("nobody who sees a guest card's income learns it from the fields", async () => {
		const [inquiry] = await inquiries('zillow-push');
		const { raw: _raw, ...read } = inquiry ?? { raw: null };
		expect(JSON.stringify(read)).not.toContain('68000');
	});

	test('an e-mail of a known site in an unknown layout goes to a person', async () => {
		const [inquiry] = await inquiries('unknown-layout-email');
		expect(inquiry?.attention?.map(({ code }) => code)).toEqual(['unknown_layout']);
		expect(inquiry?.interest.message).toContain('Someone viewed your community');
	});

	test("what a tracked call says about the caller's name is the phone company's, and the called number is never the renter's", async () => {
		const [inquiry] = await inquiries('call-tracking');
		expect(inquiry?.people).toMatchObject([{ fullName: null, phones: [{ e164: '+12065550166' }] }]);
		expect(inquiry?.call).toMatchObject({ outcome: 'voicemail', line: '+12065550130', voicemail: { durationSeconds: 42 } });
	});

	test.each([
		['meta-ids-only', 'meta_ids_only'],
		['unreadable', 'no_contact'],
	])('%s says why nobody can be found in it', async (name, code) => {
		const results = await read(sample(name)[0]);
		expect(results).toMatchObject([{ ok: false, reasons: [{ code }] }]);
	});
});
