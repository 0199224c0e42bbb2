import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import { sourceNames } from '../../../leasing/inquiry/source';
import type { ReadRequest } from '../../../leasing/inquiry/readLeads';
import { read } from './formats/company';

async function sourceOf(item: object, more: Partial<ReadRequest> = {}): Promise<Inquiry['source']> {
	const [result] = await read({ phone: '206-555-0142', ...item }, more);
	if (result?.ok !== true) throw new Error('The item could not be read.');
	return result.inquiry.source;
}

describe('where a renter came from', () => {
	it.each<[string, object, string]>([
		['a Google click', { gclid: 'x', utm_source: 'newsletter' }, 'google_ads'],
		['a Google click on iOS', { hidden: { wbraid: 'x' } }, 'google_ads'],
		['a Microsoft click', { msclkid: 'x' }, 'microsoft_ads'],
		['a click in the link of the page', { page_url: 'https://example.com/?gclid=x' }, 'google_ads'],
		['a paid click on Facebook', { fbclid: 'x', utm_source: 'facebook', utm_medium: 'paid_social' }, 'facebook_ads'],
		['a click on a post, which nobody paid for', { fbclid: 'x', utm_source: 'facebook' }, 'facebook'],
		['a paid tag', { utm_source: 'google', utm_medium: 'cpc' }, 'google_ads'],
		[
			"the business profile's link",
			{ utm_source: 'google', utm_medium: 'organic', utm_campaign: 'gbp-maple' },
			'google_business_profile',
		],
		['Google without more', { utm_source: 'google' }, 'google'],
		['a tag that is a site', { utm_source: 'zillow' }, 'zillow'],
		['a field', { lead_source: 'Apartments.com' }, 'apartments_com'],
		['the page before', { referrer: 'https://www.zumper.com/x' }, 'zumper'],
		['a search engine before', { referrer: 'https://www.google.com/' }, 'google_organic'],
		['the answer to how they heard', { 'How did you hear about us?': 'drove by' }, 'drive_by'],
		['a tracked source before what they say', { utm_source: 'zillow', how_did_you_hear_about_us: 'friend' }, 'zillow'],
		['a text that nobody knows', { lead_source: 'bus bench' }, 'unknown'],
		['nothing', {}, 'website'],
	])('%s', async (_what, item, source) => {
		expect((await sourceOf(item)).source).toBe(source);
	});

	it('keeps what the renter says apart from what was tracked', async () => {
		expect(await sourceOf({ utm_source: 'zillow', how_did_you_hear_about_us: 'A friend' })).toMatchObject({
			source: 'zillow',
			selfReported: 'A friend',
		});
		expect(await sourceOf({ utm_source: 'zillow', how_did_you_hear_about_us: 'friend' })).toMatchObject({
			selfReported: 'resident_referral',
		});
	});

	it('reads the names that a user added, also for sources that we do not have', async () => {
		const names = sourceNames([
			{ text: 'Bus Bench', source: 'Sign' },
			{ text: 'loc-rent', source: 'Local Rentals' },
		]);
		expect((await sourceOf({ source: 'bus bench' }, { sourceNames: names })).source).toBe('sign');
		expect((await sourceOf({ source: 'LocRent' }, { sourceNames: names })).source).toBe('local_rentals');
	});

	it('uses the default only when nothing else tells', async () => {
		expect((await sourceOf({}, { defaultSource: 'Zumper' })).source).toBe('zumper');
		expect((await sourceOf({ utm_source: 'zillow' }, { defaultSource: 'Zumper' })).source).toBe('zillow');
	});
});
