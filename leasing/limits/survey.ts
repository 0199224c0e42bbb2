/** How large something is, as far as it was looked at. */
export interface Survey {
	/** Characters of texts and keys. */
	bytes: number;
	/** Texts, numbers and flags. */
	fields: number;
	/** Groups and lists within each other. */
	depth: number;
	/** False when it is larger than what was to be looked at. */
	whole: boolean;
}

/** Groups, lists and values that are looked at; and characters. */
export interface Size {
	nodes: number;
	bytes: number;
}

/** Looks at a value from outside without going deeper or further than asked. Works without recursion, so no depth can hurt it. */
export function survey(value: unknown, most: Size): Survey {
	const seen: Survey = { bytes: 0, fields: 0, depth: 0, whole: true };
	const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
	let nodes = 0;
	for (let one = open.pop(); one !== undefined; one = open.pop()) {
		if (++nodes > most.nodes || seen.bytes > most.bytes) return { ...seen, whole: false };
		if (typeof one.value === 'string') seen.bytes += one.value.length;
		if (typeof one.value !== 'object' || one.value === null) {
			seen.fields++;
			continue;
		}
		const depth = one.depth + 1;
		seen.depth = Math.max(seen.depth, depth);
		if (Array.isArray(one.value)) {
			if (nodes + open.length + one.value.length > most.nodes) return { ...seen, whole: false };
			for (const inner of one.value as unknown[]) open.push({ value: inner, depth });
			continue;
		}
		for (const key in one.value) {
			if (!Object.hasOwn(one.value, key)) continue;
			if (nodes + open.length > most.nodes) return { ...seen, whole: false };
			seen.bytes += key.length;
			open.push({ value: (one.value as Record<string, unknown>)[key], depth });
		}
	}
	return { ...seen, whole: seen.bytes <= most.bytes };
}

/**
 * A group with no more keys than asked in it and in each group inside (lists are left as they are); the group itself when it has no
 * more. Whatever asks a group for its keys gets all of them at once, and of 400,000 that takes a fifth of a second each time.
 */
export function narrowed(group: Readonly<Record<string, unknown>>, mostKeys: number, depth = 0): Readonly<Record<string, unknown>> {
	if (depth > DEEPEST) return group;
	const kept: [string, unknown][] = [];
	let changed = false;
	for (const key in group) {
		if (kept.length >= mostKeys) {
			changed = true;
			break;
		}
		if (!Object.hasOwn(group, key)) continue;
		const value = group[key];
		const isInner = typeof value === 'object' && value !== null && !Array.isArray(value);
		const narrow = isInner ? narrowed(value as Record<string, unknown>, mostKeys, depth + 1) : value;
		changed ||= narrow !== value;
		kept.push([key, narrow]);
	}
	return changed ? Object.fromEntries(kept) : group;
}

/** The beginning of a value that is too large to be kept: the first entries of each list and group, the beginning of each text. */
export function beginningOf(value: unknown, most: Size): unknown {
	const left = { ...most };
	const copy = (one: unknown, depth: number): unknown => {
		left.nodes--;
		if (typeof one === 'string') {
			const text = one.slice(0, Math.max(0, left.bytes));
			left.bytes -= text.length;
			return text;
		}
		if (typeof one !== 'object' || one === null) return one;
		if (depth > DEEPEST) return '…';
		if (Array.isArray(one)) {
			const list: unknown[] = [];
			for (const inner of one as unknown[]) {
				if (left.nodes <= 0 || left.bytes <= 0) break;
				list.push(copy(inner, depth + 1));
			}
			return list;
		}
		const group: [string, unknown][] = [];
		for (const key in one) {
			if (left.nodes <= 0 || left.bytes <= 0) break;
			if (!Object.hasOwn(one, key)) continue;
			left.bytes -= key.length;
			group.push([key.slice(0, LONGEST_KEY), copy((one as Record<string, unknown>)[key], depth + 1)]);
		}
		return Object.fromEntries(group);
	};
	return copy(value, 0);
}

const DEEPEST = 50;
const LONGEST_KEY = 1_000;
