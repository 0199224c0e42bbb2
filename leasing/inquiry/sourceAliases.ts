/**
 * Canonical source names with the spellings that mean the same. Case, spaces, punctuation, `www.` and endings such as
 * `.com` do not count. Add aliases here; nothing else has to change.
 */
export const SOURCE_ALIASES: Readonly<Record<string, readonly string[]>> = {
	// listing sites
	zillow: ['zillow rentals', 'zillow rental manager', 'zillow rental network', 'zillow group', 'zillow network', 'zillow syndication', 'zrm'],
	trulia: ['trulia rentals'],
	hotpads: ['hot pads'],
	apartments_com: ['apartments', 'apartments.com network', 'apts.com', 'costar', 'apartment finder', 'apartment home living', 'apartamentos', 'for rent'],
	rent_com: ['rent', 'rent.', 'rentpath', 'apartment guide', 'rentals', 'redfin', 'redfin rentals'],
	realtor_com: ['realtor', 'realtor rentals', 'move', 'move inc', 'doorsteps'],
	zumper: ['zumper network', 'padmapper'],
	apartment_list: ['apartmentlist'],
	dwellsy: [],
	rental_beast: [],
	rentable: ['abodo'],
	street_easy: [],
	avail: [],
	rentler: [],
	rentcafe: ['rent cafe'],
	affordable_housing: ['affordablehousing.com', 'gosection8', 'go section 8'],
	furnished_finder: [],
	uloop: ['college rentals'],
	// classifieds and social networks
	craigslist: ['cl', 'craigs list', 'craigslist housing'],
	facebook_marketplace: ['fb marketplace', 'fbmp', 'marketplace', 'meta marketplace'],
	facebook_ads: ['fb ads', 'facebook ad', 'meta ads', 'facebook lead ads', 'meta lead ads', 'lead ads'],
	instagram_ads: ['ig ads', 'instagram ad'],
	facebook: ['fb', 'fb page', 'facebook page', 'facebook group', 'meta'],
	instagram: ['ig', 'insta'],
	tiktok: ['tik tok'],
	nextdoor: ['next door'],
	// search
	google_ads: ['adwords', 'google adwords', 'google ad', 'google cpc', 'google ppc', 'ppc', 'sem', 'paid search', 'performance max'],
	google_local_services: ['lsa', 'google lsa', 'google local services ads', 'google guaranteed'],
	google_business_profile: ['gbp', 'gmb', 'google my business', 'google business', 'google maps', 'google listing', 'maps'],
	google_organic: ['google organic search', 'organic search', 'organic google', 'seo'],
	google: ['google search'],
	microsoft_ads: ['bing ads'],
	bing_organic: ['bing'],
	// the company itself
	website: ['site', 'web site', 'property website', 'company website', 'community website', 'our website', 'web form', 'website form', 'contact form', 'direct', 'chat', 'website chat'],
	phone: ['call', 'phone call', 'inbound call', 'telephone'],
	email_campaign: ['newsletter', 'email campaign', 'e-mail campaign', 're-engagement'],
	text_campaign: ['sms campaign', 'text campaign'],
	past_prospect: ['previous prospect', 'returning prospect'],
	transfer: ['property transfer'],
	// people and places
	resident_referral: ['current resident', 'resident', 'referred by resident', 'friend', 'word of mouth', 'friend or family'],
	employee_referral: ['employee', 'staff referral'],
	broker: ['locator', 'apartment locator', 'agent', 'real estate agent', 'locator or broker'],
	partner_referral: ['partner', 'employer', 'university', 'preferred employer'],
	referral: ['referred', 'referral program'],
	sign: ['signage', 'yard sign', 'banner', 'lawn sign', 'for rent sign'],
	drive_by: ['drove by', 'driveby', 'drive past'],
	walk_in: ['walked in', 'walkin', 'walk by'],
	print: ['newspaper', 'flyer', 'magazine', 'print ad'],
	event: ['open house', 'fair'],
	// reviews
	yelp: [],
	apartment_ratings: ['apartmentratings'],
};
