/**
 * Edit distance that counts two swapped neighbours as one slip (optimal string alignment), as fingers do.
 * @returns the distance, or `limit + 1` as soon as it is certain to be more than `limit`
 */
export function slips(one: string, other: string, limit: number): number {
	if (one === other) return 0;
	if (Math.abs(one.length - other.length) > limit) return limit + 1;
	let begin = 0;
	const shortest = Math.min(one.length, other.length);
	while (begin < shortest && one.charCodeAt(begin) === other.charCodeAt(begin)) begin++;
	let end = 0;
	while (end < shortest - begin && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)) end++;
	const rows = one.length - begin - end;
	const columns = other.length - begin - end;
	if (rows === 0 || columns === 0) return Math.min(Math.max(rows, columns), limit + 1);
	if (limit === 1) return isOneSlip(one, other, begin, rows, columns) ? 1 : 2;
	return distance(one.slice(begin, begin + rows), other.slice(begin, begin + columns), limit);
}

/** What is left when both ends are the same: one letter for another, or two neighbours swapped. */
function isOneSlip(one: string, other: string, begin: number, rows: number, columns: number): boolean {
	if (rows !== columns || rows > 2) return false;
	if (rows === 1) return true;
	return one.charCodeAt(begin) === other.charCodeAt(begin + 1) && one.charCodeAt(begin + 1) === other.charCodeAt(begin);
}

function distance(one: string, other: string, limit: number): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let row = 1; row <= one.length; row++) {
		const line = [row];
		let least = row;
		for (let column = 1; column <= other.length; column++) {
			const same = one.charCodeAt(row - 1) === other.charCodeAt(column - 1);
			let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
			const swapped =
				row > 1 &&
				column > 1 &&
				one.charCodeAt(row - 1) === other.charCodeAt(column - 2) &&
				one.charCodeAt(row - 2) === other.charCodeAt(column - 1);
			if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
			line.push(cost);
			if (cost < least) least = cost;
		}
		// Two rows, because a swap looks back over one.
		if (least > limit + 1) return limit + 1;
		beforeLast = last;
		last = line;
	}
	return Math.min(last[other.length] ?? limit + 1, limit + 1);
}

/** How many letters two words have in common, whatever their order, of the longer one's: 0 to 1. */
export function sharedLetters(one: string, other: string): number {
	const longest = Math.max(one.length, other.length);
	if (longest === 0) return 0;
	let left = other;
	for (const letter of one) left = left.replace(letter, '');
	return (other.length - left.length) / longest;
}

/** Jaro-Winkler likeness, 0 to 1: forgiving at the end of a word, strict at its beginning. */
export function likeness(one: string, other: string): number {
	if (one === other) return one === '' ? 0 : 1;
	// Letters are paired greedily, which depends on where one begins.
	return one < other ? jaroWinkler(one, other) : jaroWinkler(other, one);
}

function jaroWinkler(one: string, other: string): number {
	if (one === '' || other === '') return 0;
	const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
	const taken = new Uint8Array(other.length);
	const matched: number[] = [];
	for (let at = 0; at < one.length; at++) {
		const code = one.charCodeAt(at);
		const end = Math.min(other.length - 1, at + reach);
		for (let there = Math.max(0, at - reach); there <= end; there++) {
			if (taken[there] === 0 && other.charCodeAt(there) === code) {
				taken[there] = 1;
				matched.push(code);
				break;
			}
		}
	}
	const count = matched.length;
	if (count === 0) return 0;
	let moved = 0;
	let next = 0;
	for (let there = 0; there < other.length; there++) {
		if (taken[there] === 1) {
			if (matched[next] !== other.charCodeAt(there)) moved++;
			next++;
		}
	}
	const jaro = (count / one.length + count / other.length + (count - moved / 2) / count) / 3;
	let prefix = 0;
	while (prefix < 4 && prefix < one.length && one.charCodeAt(prefix) === other.charCodeAt(prefix)) prefix++;
	return jaro + prefix * 0.1 * (1 - jaro);
}
