import { LONGEST, wordsOf } from './comparable';
import type { AddEvidence } from './pieceOfEvidence';
import type { ComparableName, Recognizable } from './recognizable';

/** A name alone on its words may be an ordinary word ("Summit"); in free text it needs two, or to be long. */
const LONG_WORD = 7;

/** Names and addresses of properties in free text. */
export function inText(text: string, known: readonly Recognizable[], add: AddEvidence): void {
	const words = ` ${wordsOf(text).join(' ')} `;
	const found = known.flatMap((one) =>
		one.names
			.filter((name) => mayStandInText(name) && words.includes(` ${name.words.join(' ')} `))
			.map((name) => ({ one, name, joined: name.words.join(' ') })),
	);
	for (const { one, name, joined } of found) {
		// "Maple Court North" also holds "Maple Court": the longer name is the one that was written, unless the shorter stands alone too.
		const longer = found.filter((other) => other.one !== one && ` ${other.joined} `.includes(` ${joined} `) && other.joined !== joined);
		const alone = longer.reduce((left, other) => left.replaceAll(` ${other.joined} `, ' | '), words).includes(` ${joined} `);
		if (!alone) continue;
		if (!name.copied || isWrittenAsName(text, name.words))
			add(one.property.key, 'name_in_text', `words:${joined}`, `The text names ${one.property.name}`);
		else
			add(
				one.property.key,
				'words_in_text',
				`words:${joined}`,
				`The text has the words of ${one.property.name}, but not written as a name`,
			);
	}
	for (const { property, streets } of known) {
		const street = streets.find((own) => words.includes(` ${own.number} ${own.street} `));
		if (street !== undefined)
			add(
				property.key,
				'address_in_text',
				`words:${street.number} ${street.street}`,
				`The text names the address of ${property.name}`,
			);
	}
}

/** Nobody looked at the names of a copied directory: one word of them may be a town, a person, or anything. */
function mayStandInText({ words, copied }: ComparableName): boolean {
	return words.length > 1 || (!copied && (words[0] ?? '').length >= LONG_WORD);
}

/** "River View" is a name; "with a river view" and a text all in capitals may be anything. */
function isWrittenAsName(text: string, words: readonly string[]): boolean {
	if (!/\p{Ll}/u.test(text)) return false;
	const written = text
		.slice(0, LONGEST)
		.normalize('NFKD')
		.replace(/[\p{M}'’]/gu, '')
		.replace(/&/g, ' And ')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
	const compared = written.map((word) => wordsOf(word)[0] ?? '');
	return written.some((_word, start) =>
		words.every((word, index) => compared[start + index] === word && !/^\p{Ll}/u.test(written[start + index] ?? '')),
	);
}
