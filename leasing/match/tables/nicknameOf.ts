import { NICKNAMES } from './nicknames';

/** The formal names that a name may stand for, itself included: `bob` may be robert, and bob. */
const formal = new Map<string, Set<string>>();
const shortForms = new Map<string, number>();
for (const line of Object.values(NICKNAMES)) {
	for (const entry of line.split(' ')) {
		const [name = '', short = ''] = entry.split(':');
		shortForms.set(name, short.split(',').length);
		for (const form of short.split(',')) add(form, name);
	}
}

function add(short: string, name: string): void {
	const known = formal.get(short);
	if (known === undefined) formal.set(short, new Set([name]));
	else known.add(name);
}

/** A name with many short forms of its own is nobody's short form: the table has Robert and William both under rarer names. */
function isFormal(name: string): boolean {
	return (shortForms.get(name) ?? 0) >= 3;
}

/**
 * Whether one name may be a short form of the other, or both of one formal name: bob and robert, bob and rob.
 * Two formal names that only share a short form (alexander and alexandra through alex) are not.
 */
export function areNicknames(one: string, other: string): boolean {
	const formalOfOne = formal.get(one);
	const formalOfOther = formal.get(other);
	if (formalOfOne?.has(other) === true || formalOfOther?.has(one) === true) return true;
	if (formalOfOne === undefined || formalOfOther === undefined || isFormal(one) || isFormal(other)) return false;
	for (const name of formalOfOne) if (formalOfOther.has(name)) return true;
	return false;
}
