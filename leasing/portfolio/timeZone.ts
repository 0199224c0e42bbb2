const OFTEN_MEANT: Readonly<Record<string, string>> = {
	eastern: 'America/New_York',
	est: 'America/New_York',
	edt: 'America/New_York',
	central: 'America/Chicago',
	cst: 'America/Chicago',
	cdt: 'America/Chicago',
	mountain: 'America/Denver',
	mst: 'America/Denver',
	mdt: 'America/Denver',
	arizona: 'America/Phoenix',
	pacific: 'America/Los_Angeles',
	pst: 'America/Los_Angeles',
	pdt: 'America/Los_Angeles',
	alaska: 'America/Anchorage',
	hawaii: 'Pacific/Honolulu',
};

/**
 * Checks an IANA time zone against the platform's own table. Abbreviations such as `EST` are refused although the
 * platform knows some of them: they have no daylight saving, so texting hours would be an hour off all summer.
 * @returns the zone, or null with the zone that was probably meant
 */
export function readTimeZone(text: string): { zone: string } | { zone: null; suggestion: string | null } {
	const typed = text.trim();
	if (typed === 'UTC' || /^(?!etc\/|systemv\/)[a-z_]+\/[a-z_+/-]+$/i.test(typed)) {
		try {
			const known = new Intl.DateTimeFormat('en-US', { timeZone: typed }).resolvedOptions().timeZone;
			// The platform may answer with an older name of the same zone; only its capitals are of interest.
			return { zone: known.toLowerCase() === typed.toLowerCase() ? known : typed };
		} catch {
			// The platform does not know it.
		}
	}
	const word = typed
		.toLowerCase()
		.replace(/^us\//, '')
		.replace(/( standard| daylight)?( time)?$/, '');
	return { zone: null, suggestion: OFTEN_MEANT[word] ?? null };
}
