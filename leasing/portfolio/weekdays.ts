const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function one(word: string): number | null {
	if (/^[0-6]$/.test(word)) return Number(word);
	if (word.length < 3) return null;
	const index = NAMES.findIndex((name) => name.startsWith(word) || (name.startsWith(word.replace(/s$/, '')) && word.endsWith('s')));
	return index < 0 ? null : index;
}

/**
 * Reads days as people write them: `Monday`, `mon`, `1` (0 = Sunday), `Mon-Fri`, `Sat, Sun`, `weekdays`, `every day`.
 * @returns days in the order named (a range may run over the weekend), or null when a word is no day
 */
export function readWeekdays(text: string): number[] | null {
	const named = text.trim().toLowerCase();
	if (named === 'weekdays') return [1, 2, 3, 4, 5];
	if (named === 'weekend' || named === 'weekends') return [6, 0];
	if (['daily', 'every day', 'all'].includes(named)) return [0, 1, 2, 3, 4, 5, 6];
	const days = new Set<number>();
	for (const part of named.split(/\s*(?:,|&|\band\b)\s*/)) {
		const [first, last, ...more] = part.split(/\s*(?:-|–|\bto\b|\bthrough\b)\s*/).map(one);
		if (first === undefined || first === null || last === null || more.length > 0) return null;
		for (let day = first; ; day = (day + 1) % 7) {
			days.add(day);
			if (day === (last ?? first)) break;
		}
	}
	return [...days];
}
