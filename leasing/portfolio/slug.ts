/**
 * A stable key made from a name: `Maple Court & Spa` becomes `maple-court-and-spa`. The same name always gives the
 * same key, whatever else the settings hold. Letters of any script are kept, accents are dropped.
 * @returns '' when the name holds no letter or digit
 */
export function slug(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}
