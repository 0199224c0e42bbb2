import { beginningOf } from '../../limits/survey';

/** Looked at; a form has a few dozen fields. */
const MOST = { nodes: 2_000, bytes: 100_000 };
const MOST_NUMBERS = 20;
const NUMBER = /\+?\(?\d(?:[\s().\-/–]{0,3}\d){6,14}/g;

/** Whatever in a form could be read as a phone number, in whatever field or sentence it stands. */
export function numbersIn(body: unknown): string[] {
	const found = new Set<string>();
	const open: unknown[] = [beginningOf(body, MOST)];
	for (let one = open.pop(); one !== undefined && found.size < MOST_NUMBERS; one = open.pop()) {
		if (typeof one === 'number') open.push(String(one));
		else if (typeof one === 'string') for (const [text] of one.slice(0, 5_000).matchAll(NUMBER)) found.add(text.trim());
		else if (typeof one === 'object' && one !== null) open.push(...(Object.values(one) as unknown[]));
	}
	return [...found].slice(0, MOST_NUMBERS);
}
