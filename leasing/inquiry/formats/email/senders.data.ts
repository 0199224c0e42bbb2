import type { Sender } from './sender';

/**
 * Listing sites and tools that write to leasing offices. Addresses come from parsers that leasing tools published from
 * 2022 to 2026 and drift, so the whole domain counts, a user can add rows, and a mail in a layout that we do not know
 * goes to a person instead of being dropped.
 */
export const SENDERS: readonly Sender[] = [
	{
		id: 'zillow',
		name: 'Zillow',
		hosts: ['zillow.com', 'convo.zillow.com', 'zillowrentals.com', 'rentalclientservices@zillowrentals.com'],
		source: 'zillow',
		channel: 'listing',
		cues: [/^(?<name>[^:]{2,60}?) is requesting (?:information|an application|a tour)(?: about| for| of)? (?<address>.{4,120})$/i, /^new (?:zillow )?(?:message|inquiry|lead) from (?<name>[^:]{2,60}?)(?: about (?<address>.{4,120}))?$/i],
		confidence: 'medium',
		asOf: '2026-08',
	},
	{ id: 'trulia', name: 'Trulia', hosts: ['trulia.com', 'convo.trulia.com'], source: 'trulia', network: 'zillow', channel: 'listing', cues: [/^(?<name>[^:]{2,60}?) is requesting (?:information|an application|a tour)(?: about| for| of)? (?<address>.{4,120})$/i], confidence: 'medium', asOf: '2026-08' },
	{ id: 'hotpads', name: 'HotPads', hosts: ['hotpads.com', 'convo.hotpads.com'], source: 'hotpads', network: 'zillow', channel: 'listing', cues: [/^(?<name>[^:]{2,60}?) is requesting (?:information|an application|a tour)(?: about| for| of)? (?<address>.{4,120})$/i], confidence: 'medium', asOf: '2026-08' },
	{
		id: 'apartments_com',
		name: 'Apartments.com network',
		hosts: ['apartments.com', 'apartmentfinder.com', 'forrent.com', 'apartmenthomeliving.com', 'costar.com'],
		source: 'apartments_com',
		channel: 'listing',
		cues: [/^(?:new|hot) lead from (?<name>[^:]{2,60})$/i, /^meet (?<name>[^:!]{2,60})!?$/i],
		confidence: 'medium',
		asOf: '2026-08',
	},
	{ id: 'rent_com', name: 'Rent.', hosts: ['rent.com', 'email.rent.com', 'rentpath.com', 'rentals.com'], source: 'rent_com', channel: 'listing', cues: [/^information for (?<name>[^:]{2,60})$/i], confidence: 'medium', asOf: '2022-12' },
	{ id: 'apartment_guide', name: 'ApartmentGuide', hosts: ['apartmentguide.com', 'message.my.apartmentguide.com'], source: 'rent_com', channel: 'listing', confidence: 'medium', asOf: '2022-12' },
	{ id: 'realtor_com', name: 'Realtor.com rentals', hosts: ['realtor.com', 'email.realtor.com', 'move.com', 'rentalrequest@move.com', 'doorsteps.com'], source: 'realtor_com', channel: 'listing', labels: { primaryphone: 'phone' }, confidence: 'medium', asOf: '2026-08' },
	{ id: 'zumper', name: 'Zumper and PadMapper', hosts: ['zumper.com', 'zlead.co', 'padmapper.com'], source: 'zumper', channel: 'listing', cues: [/^(?<name>[^:]{2,60}?) (?:is interested in|wants to know more about) (?<address>.{4,120})$/i], confidence: 'medium', asOf: '2022-12' },
	{ id: 'apartment_list', name: 'Apartment List', hosts: ['apartmentlist.com', 'interests@apartmentlist.com'], source: 'apartment_list', channel: 'listing', cues: [/^(?<name>[^:]{2,60}?) is (?:\w+ )?ready\b.{0,120}$/i, /^(?<name>[^:]{2,60}?) is interested in (?<address>.{4,120})$/i], confidence: 'medium', asOf: '2022-12' },
	{ id: 'abodo', name: 'Rentable (ABODO)', hosts: ['abodoapts.com', 'abodo.com', 'rentable.co'], source: 'rentable', channel: 'listing', confidence: 'medium', asOf: '2022-12' },
	{ id: 'avail', name: 'Avail', hosts: ['avail.co', 'avail.com'], source: 'avail', channel: 'listing', digest: true, confidence: 'low', asOf: '2026-08' },
	{ id: 'yelp', name: 'Yelp', hosts: ['messaging.yelp.com', 'yelp.com'], source: 'yelp', channel: 'listing', cues: [/^(?:new )?message from (?<name>[^:]{2,60}?)(?: about .{2,120})?$/i], confidence: 'medium', asOf: '2022-12' },
	{ id: 'craigslist', name: 'Craigslist', hosts: ['craigslist.org', 'hous.craigslist.org', 'reply.craigslist.org'], source: 'craigslist', channel: 'listing', relayed: true, confidence: 'high', asOf: '2026-08' },
	{
		id: 'facebook_marketplace',
		name: 'Facebook Marketplace',
		hosts: ['facebookmail.com', 'facebook.com'],
		source: 'facebook_marketplace',
		channel: 'listing',
		cues: [/^(?<name>[^:]{2,60}?) (?:sent you a message|messaged you|is interested in|asked) ?(?:about )?(?:your listing:? ?)?(?<address>.{0,120})$/i],
		confidence: 'low',
		asOf: '2026-08',
	},
	{ id: 'dwellsy', name: 'Dwellsy', hosts: ['dwellsy.com'], source: 'dwellsy', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'rentcafe', name: 'RentCafe', hosts: ['rentcafe.com', 'yardi.com'], source: 'rentcafe', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'street_easy', name: 'StreetEasy', hosts: ['streeteasy.com'], source: 'street_easy', network: 'zillow', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'rentler', name: 'Rentler', hosts: ['rentler.com'], source: 'rentler', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'affordable_housing', name: 'AffordableHousing.com', hosts: ['affordablehousing.com', 'gosection8.com'], source: 'affordable_housing', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'furnished_finder', name: 'Furnished Finder', hosts: ['furnishedfinder.com'], source: 'furnished_finder', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'uloop', name: 'Uloop', hosts: ['uloop.com'], source: 'uloop', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'rental_beast', name: 'RentalBeast', hosts: ['rentalbeast.com'], source: 'rental_beast', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'nextdoor', name: 'Nextdoor', hosts: ['nextdoor.com'], source: 'nextdoor', channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'google_local_services_mail', name: 'Google Local Services', hosts: ['local-services-noreply@google.com', 'localservices-noreply@google.com'], source: 'google_local_services', channel: 'ad', confidence: 'low', asOf: '2026-08' },
	{ id: 'appfolio_mail', name: 'AppFolio', hosts: ['appfolio.com', 'appfolio.us'], source: null, channel: 'listing', confidence: 'low', asOf: '2026-08' },
	{ id: 'callrail_mail', name: 'CallRail notice', hosts: ['callrail.com'], source: null, channel: 'other', confidence: 'low', asOf: '2026-08' },
	{ id: 'form_mail', name: 'Form by e-mail (Wufoo, Jotform, Squarespace, Wix and similar)', hosts: ['wufoo.com', 'jotform.com', 'formstack.com', 'squarespace.info', 'squarespace.com', 'crm.wix.com', 'wix-forms.com', 'formspree.io', 'cognitoforms.com', '123formbuilder.com', 'weebly.com', 'webflow.com'], source: 'website', channel: 'form', confidence: 'medium', asOf: '2026-08' },
];
