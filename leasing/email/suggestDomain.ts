/** Slips of the finger seen often. Only suggested: what we write to is never changed by us. */
const MEANT: ReadonlyMap<string, string> = new Map([
	...[
		'gmai.com',
		'gmail.cm',
		'gmail.co',
		'gmail.con',
		'gmail.om',
		'gmaill.com',
		'gmal.com',
		'gamil.com',
		'gmial.com',
		'gnail.com',
		'gmil.com',
	].map((typo): [string, string] => [typo, 'gmail.com']),
	...['yaho.com', 'yahoo.co', 'yahoo.con', 'yahooo.com', 'yhoo.com', 'yaoo.com'].map((typo): [string, string] => [typo, 'yahoo.com']),
	...['hotmai.com', 'hotmal.com', 'hotmail.co', 'hotmail.con', 'hotmial.com', 'hotmil.com'].map((typo): [string, string] => [
		typo,
		'hotmail.com',
	]),
	...['outlok.com', 'outlook.co', 'outlook.con', 'outloook.com'].map((typo): [string, string] => [typo, 'outlook.com']),
	...['icloud.co', 'icloud.con', 'iclod.com', 'icoud.com'].map((typo): [string, string] => [typo, 'icloud.com']),
	...['aol.co', 'aol.con'].map((typo): [string, string] => [typo, 'aol.com']),
]);

/** @returns the domain that was probably meant, e.g. `gmail.com` for `gmial.com`, or null */
export function suggestDomain(domain: string): string | null {
	return MEANT.get(domain) ?? (domain.endsWith('.con') ? domain.replace(/\.con$/, '.com') : null);
}
