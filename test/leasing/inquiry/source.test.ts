import type { Channel } from '../../../leasing/inquiry/inquiry';
import { canonicalSource, sourceNamed } from '../../../leasing/inquiry/source';
import { SOURCE_ALIASES } from '../../../leasing/inquiry/sourceAliases';

describe('canonicalSource', () => {
	it.each([
		['Zillow', 'zillow'],
		['zillow.com', 'zillow'],
		['https://www.zillow.com/', 'zillow'],
		['ZILLOW RENTAL MANAGER', 'zillow'],
		['Hot Pads', 'hotpads'],
		['Apartments.com', 'apartments_com'],
		['apartments', 'apartments_com'],
		['ForRent.com', 'apartments_com'],
		['Rent.', 'rent_com'],
		['rent.com', 'rent_com'],
		['Realtor.com', 'realtor_com'],
		['Facebook', 'facebook'],
		['FB Marketplace', 'facebook_marketplace'],
		['Google', 'google'],
		['GMB', 'google_business_profile'],
		['Google Ads', 'google_ads'],
		['Craigs List', 'craigslist'],
		['Yard Sign', 'sign'],
		['Drove by', 'drive_by'],
		['word of mouth', 'resident_referral'],
		['Referral', 'referral'],
		['Web site', 'website'],
		['Phone', 'phone'],
		['apartments_com', 'apartments_com'],
	])('reads %j as %s', (text, source) => {
		expect(canonicalSource(text, 'form')).toEqual({ source, evidence: `source "${text}"` });
	});

	it.each<[string | null, Channel, string]>([
		[null, 'call', 'phone'],
		['', 'text', 'phone'],
		[null, 'form', 'website'],
		['n/a', 'chat', 'website'],
		['other', 'walk_in', 'walk_in'],
		['Internet', 'listing', 'unknown'],
		[null, 'email', 'unknown'],
		[null, 'other', 'unknown'],
	])('falls back on the channel for %j by %s', (text, channel, source) => {
		expect(canonicalSource(text, channel).source).toBe(source);
	});

	it('never guesses at an unknown name, and keeps what was said', () => {
		expect(canonicalSource('Billboard on I-35', 'form')).toEqual({
			source: 'unknown',
			evidence: 'source "Billboard on I-35" is not in the list of known sources',
		});
		expect(sourceNamed('not zillow')).toBeNull();
	});

	it('gives each alias to one source only', () => {
		for (const [source, aliases] of Object.entries(SOURCE_ALIASES)) {
			for (const alias of [source, ...aliases]) expect([alias, sourceNamed(alias)]).toEqual([alias, source]);
		}
	});
});
