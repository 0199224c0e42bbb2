import type { Choice } from './seed';

const ALPHABET = [...'aZ09+/=%&;:?#@.\\"{}[]<>\n\r\t \0é\u{1F600}\u202E\uFEFF'];

export function letters(choice: Choice, most: number): string {
	return Array.from({ length: choice.below(most) }, () => choice.one(ALPHABET)).join('');
}

/** Drops, doubles, changes and moves pieces of a text. */
export function mutated(text: string, choice: Choice): string {
	const at = choice.below(text.length + 1);
	const end = at + choice.below(6);
	switch (choice.below(5)) {
		case 0:
			return text.slice(0, at) + text.slice(end);
		case 1:
			return text.slice(0, at) + letters(choice, 5) + text.slice(at);
		case 2:
			return text.slice(0, end) + text.slice(at);
		case 3:
			return text.slice(0, at) + letters(choice, 4) + text.slice(end);
		default:
			return choice.one([letters(choice, 40), text + text, text.toUpperCase(), '', text.split('').reverse().join('')]);
	}
}
