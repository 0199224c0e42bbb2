/** Lists that keep the people of one household apart. Names as plainKey gives them. */
export const PEOPLE_LISTS: ReadonlySet<string> = new Set([
	'people',
	'persons',
	'applicants',
	'coapplicants',
	'renters',
	'householdmembers',
	'occupants',
	'roommates',
	'guests',
	'customers',
	'contacts',
	'additionalpeople',
]);

/** Lists in which programs hand over several inquiries at once. */
export const LEAD_LISTS: ReadonlySet<string> = new Set([
	'leads',
	'data',
	'items',
	'results',
	'rows',
	'records',
	'entries',
	'entry',
	'submissions',
	'responses',
	'inquiries',
	'enquiries',
	'prospects',
	'guestcards',
	'list',
	'value',
	'values',
	'objects',
	'docs',
	'hits',
	'elements',
	'content',
	'collection',
	'batch',
	'payload',
	'events',
	'body',
	'json',
]);

/** Lists of people and places that have names and phones, too, but rent nothing. */
export const NO_RENTERS =
	/agent|staff|emergency|guarantor|reference|owner|broker|recipient|vendor|employee|assign|propert|communit|listing|unit|building|location|office|branch|site|compan|store|team|manager|sender|from|^to$|^b?cc$|message|comment|attachment|header/;
