/** Texas, Central time, without the area code of the pretend company: nobody here is one of its lines or staff. */
const AREA_CODES = [
	'737',
	'210',
	'214',
	'713',
	'281',
	'817',
	'832',
	'361',
	'409',
	'430',
	'432',
	'469',
	'682',
	'806',
	'830',
	'903',
	'936',
	'940',
	'956',
	'972',
];

/** Numbers per area code that are kept for examples: 555-0100 to 555-0199. */
const PER_AREA = 100;

/**
 * A renter who has not called before, so that each start can show one new lead and one text.
 * @param earlier how many callers there were; after 2000 they come round again
 */
export function nextCaller(earlier: number): string {
	const area = AREA_CODES[earlier % AREA_CODES.length] ?? '737';
	const number = Math.floor(earlier / AREA_CODES.length) % PER_AREA;
	return `+1${area}55501${String(number).padStart(2, '0')}`;
}
