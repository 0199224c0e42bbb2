const NOT_A_NAME = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'jr', 'sr', 'ii', 'iii', 'iv', 'and', 'y']);

function tokens(name: string): Set<string> {
	const words = name
		.normalize('NFKD')
		.replace(/[\p{M}'’.]/gu, '')
		.toLowerCase()
		.split(/[^\p{L}]+/u);
	return new Set(words.filter((word) => word !== '' && !NOT_A_NAME.has(word)));
}

/**
 * How two full names compare. `differ` only when they share no word at all; capitals, accents, order, titles and
 * suffixes do not count. A missing name neither agrees nor differs.
 */
export function compareNames(one: string | null, other: string | null): 'agree' | 'differ' | 'unknown' {
	const left = tokens(one ?? '');
	const right = tokens(other ?? '');
	if (left.size === 0 || right.size === 0) return 'unknown';
	return [...left].some((word) => right.has(word)) ? 'agree' : 'differ';
}
