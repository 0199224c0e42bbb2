/** Area codes of several time zones, without the pretend company's own: nobody here is one of its lines or staff. */
const AREA_CODES = [
	'737', '210', '214', '713', '281', '817', '832', '361', '409', '430', '432', '469', '682', '806', '830', '903', '936', '940', '956', '972',
	'212', '213', '303', '305', '312', '313', '314', '317', '402', '404', '405', '412', '415', '503', '504', '505', '602', '612', '614', '615',
	'616', '617', '619', '702', '703', '704', '718', '720', '770', '801', '804', '813', '901', '916', '918', '919', '502', '513', '515', '602',
];

/** Numbers per area code that are kept for examples: 555-0100 to 555-0199. */
const PER_AREA = 100;

/** A renter's number for every index; the first 5,900 differ. */
export function callerNumber(index: number): string {
	const codes = [...new Set(AREA_CODES)];
	const area = codes[index % codes.length] ?? '737';
	return `+1${area}55501${String(Math.floor(index / codes.length) % PER_AREA).padStart(2, '0')}`;
}
