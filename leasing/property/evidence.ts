import { parsePhone } from '../phone/parsePhone';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { sameText } from '../portfolio/properties';
import { nearlySame, tellingWords } from './comparable';
import type { KnownProperty } from './knownProperty';
import type { AddEvidence, PieceOfEvidence } from './pieceOfEvidence';
import type { FoundPlaces, PropertyEvidence } from './propertyMatch';
import { recognizable, type Recognizable } from './recognizable';
import { compareStreets, readStreet } from './streetAddress';
import { inText } from './textEvidence';
import { splitUnit } from './unit';

/** What matching needs of a company: its settings, or its settings with the properties of its directory. */
export type MatchSettings = Pick<PortfolioSettings, 'lines' | 'country'> & { properties: readonly KnownProperty[] };

/** Everything in an inquiry that speaks for any of the company's properties. */
export function collectEvidence(evidence: PropertyEvidence, settings: MatchSettings, listings: FoundPlaces['listings']): PieceOfEvidence[] {
	const pieces: PieceOfEvidence[] = [];
	const add: AddEvidence = (key, kind, said, sentence) => {
		pieces.push({ key, kind, said, sentence });
	};
	const known = recognizable(settings.properties);
	for (const id of evidence.listingIds) byListingId(id, known, listings, add);
	for (const number of evidence.calledNumbers) byNumber(number, settings, add);
	for (const mailbox of evidence.mailboxes) {
		const plain = sameText(mailbox);
		for (const { property, names } of known)
			if (names.some((name) => name.plain === plain))
				add(property.key, 'mailbox', `mailbox:${plain}`, `It was sent to ${mailbox}, a mailbox of ${property.name}`);
	}
	for (const name of evidence.names) byName(name, known, add);
	for (const address of [...evidence.addresses, ...evidence.names]) byAddress(address, known, add);
	for (const text of evidence.texts) inText(text, known, add);
	return pieces;
}

function byListingId(id: string, known: readonly Recognizable[], listings: FoundPlaces['listings'], add: AddEvidence): void {
	const plain = sameText(id);
	const copied = new Set(listings.filter((listing) => sameText(listing.id) === plain).map(({ key }) => key));
	for (const { property } of known) {
		const listed = (property.listingIds ?? []).some((one) => sameText(one) === plain);
		if (listed || property.key === plain || copied.has(property.key))
			add(property.key, 'listing_id', `listing:${plain}`, `Listing ${id} is ${property.name}`);
	}
}

function byNumber(number: string, { properties, lines, country }: MatchSettings, add: AddEvidence): void {
	const { e164 } = parsePhone(number, { country, known: { own: new Set(), staff: new Set() } });
	if (e164 === null) return;
	const lineKey = lines.find((line) => line.phone === e164)?.propertyKey ?? null;
	for (const property of properties) {
		if (property.key === lineKey || (property.trackingNumbers ?? []).includes(e164))
			add(property.key, 'called_number', `number:${e164}`, `The number ${e164} stands for ${property.name}`);
	}
}

function byName(text: string, known: readonly Recognizable[], add: AddEvidence): void {
	const plain = sameText(text);
	const said = `text:${plain}`;
	const { rest } = splitUnit(text);
	const plainRest = sameText(rest);
	const words = tellingWords(rest);
	for (const { property, names } of known) {
		const index = names.findIndex((name) => name.plain === plain || name.plain === plainRest);
		if (index === 0) add(property.key, 'name', said, `"${short(text)}" is the name of ${property.name}`);
		else if (index > 0) add(property.key, 'alias', said, `"${short(text)}" is another name of ${property.name}`);
		else if (property.key === plain) add(property.key, 'key', said, `"${short(text)}" is the key of ${property.name}`);
		else {
			const kinds = names.flatMap((name) => compare(words, name.words) ?? []);
			const best = (['similar_name', 'name_with_typo', 'part_of_name'] as const).find((kind) => kinds.includes(kind));
			if (best !== undefined) add(property.key, best, said, `"${short(text)}" ${HOW[best]} ${property.name}`);
		}
	}
}

const HOW = {
	similar_name: 'is another spelling of',
	name_with_typo: 'is a slip of the pen away from',
	part_of_name: 'has words in common with',
} as const;

const LONG_WORD = 8;

function compare(said: readonly string[], name: readonly string[]): 'similar_name' | 'name_with_typo' | 'part_of_name' | null {
	if (said.length === 0 || name.length === 0) return null;
	if (said.join(' ') === name.join(' ')) return 'similar_name';
	if (said.join('') === name.join('')) return 'similar_name';
	// One short word with a slip in it is another word: "Maple" is not "Maples".
	if (
		said.length === name.length &&
		(said.length > 1 || (said[0] ?? '').length >= LONG_WORD) &&
		said.every((word, index) => nearlySame(word, name[index] ?? ''))
	)
		return 'name_with_typo';
	const [shorter, longer] = said.length < name.length ? [said, name] : [name, said];
	return shorter.every((word) => longer.includes(word)) ? 'part_of_name' : null;
}

function byAddress(text: string, known: readonly Recognizable[], add: AddEvidence): void {
	const street = readStreet(text);
	if (street === null) return;
	const said = `text:${sameText(text)}`;
	for (const { property, streets } of known) {
		const kinds = streets.map((own) => compareStreets(street, own));
		if (kinds.includes('address')) add(property.key, 'address', said, `"${short(text)}" is the address of ${property.name}`);
		else if (kinds.includes('same_street'))
			add(property.key, 'same_street', said, `"${short(text)}" is in the street of ${property.name}`);
	}
}

function short(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
