import { reason, type Reason } from '../reason';

/** Typographic characters that word processors and phones put in, with look-alikes that every phone takes at full length. */
const LOOK_ALIKES: ReadonlyArray<{ pattern: RegExp; to: string; what: string }> = [
	{ pattern: /[\u2018\u2019\u201A\u201B\u2032\u00B4\u0060\u02BC]/g, to: "'", what: 'Curly apostrophes' },
	{ pattern: /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, to: '"', what: 'Curly quotes' },
	{ pattern: /[\u2010-\u2015\u2212\uFE58\uFF0D]/g, to: '-', what: 'Long dashes' },
	{ pattern: /\u2026/g, to: '...', what: 'Ellipsis signs' },
	{ pattern: /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g, to: ' ', what: 'Special spaces' },
	{ pattern: /[\u200B-\u200D\u2060\uFEFF\u00AD](?![\uFE0F\p{Extended_Pictographic}])/gu, to: '', what: 'Invisible characters' },
	{ pattern: /[\u2022\u00B7\u25CF\u25AA]/g, to: '*', what: 'Bullets' },
	{ pattern: /\u2122/g, to: '(TM)', what: 'Trade mark signs' },
	{ pattern: /\u00AE/g, to: '(R)', what: 'Trade mark signs' },
	{ pattern: /\u00A9/g, to: '(C)', what: 'Copyright signs' },
];

/**
 * Replaces typographic characters that would more than halve the room of a segment. Letters are left alone, accented
 * ones too: a renter's name is not ours to respell.
 * @returns the text and, for each kind of character, what was changed
 */
export function toGsm(body: string): { body: string; changes: Reason[] } {
	const changes = new Set<string>();
	let text = body.normalize('NFC');
	for (const { pattern, to, what } of LOOK_ALIKES) {
		const replaced = text.replace(pattern, to);
		if (replaced !== text) changes.add(what);
		text = replaced;
	}
	return {
		body: text,
		changes: [...changes].map((what) =>
			reason('plain_characters', `${what} were replaced by plain characters, so that the text needs fewer segments.`),
		),
	};
}
