import { parsePhone } from '../phone/parsePhone';
import type { PortfolioSettings, Property } from '../portfolio/portfolio';
import { sameText } from '../portfolio/properties';
import { nearlySame, readStreet, tellingWords, wordsOf, type StreetAddress } from './comparable';
import type { PropertyEvidence } from './propertyMatch';
import type { EvidenceKind } from './scores';
import { splitUnit } from './unit';

/** One thing that speaks for one property. */
export interface PieceOfEvidence {
	key: string;
	kind: EvidenceKind;
	sentence: string;
}

type Settings = Pick<PortfolioSettings, 'properties' | 'lines' | 'country'>;

/** Everything in an inquiry that speaks for any of the company's properties. */
export function collectEvidence(evidence: PropertyEvidence, settings: Settings): PieceOfEvidence[] {
	const pieces: PieceOfEvidence[] = [];
	const add = (key: string, kind: EvidenceKind, sentence: string): void => {
		pieces.push({ key, kind, sentence });
	};
	const known = knownOf(settings.properties);
	for (const id of evidence.listingIds) byListingId(id, known, add);
	for (const number of evidence.calledNumbers) byNumber(number, settings, add);
	for (const mailbox of evidence.mailboxes) {
		for (const { property, names } of known) if (names.includes(sameText(mailbox))) add(property.key, 'mailbox', `It was sent to ${mailbox}, a mailbox of ${property.name}`);
	}
	for (const name of evidence.names) byName(name, known, add);
	for (const address of [...evidence.addresses, ...evidence.names]) byAddress(address, known, add);
	for (const text of evidence.texts) inText(text, known, add);
	return pieces;
}

/** A property with everything it can be recognised by, made comparable once. */
interface Known {
	property: Property;
	/** Name first, then the aliases, as sameText gives them. */
	names: string[];
	words: string[][];
	streets: StreetAddress[];
}

/** Made once for each set of settings: a portfolio of a thousand properties is read for every lead. */
const prepared = new WeakMap<readonly Property[], Known[]>();

function knownOf(properties: readonly Property[]): Known[] {
	const made = prepared.get(properties) ?? properties.map(comparable);
	prepared.set(properties, made);
	return made;
}

function comparable(property: Property): Known {
	const names = [property.name, ...(property.aliases ?? [])];
	const addresses = property.address === undefined || property.address === null ? [] : property.address.split(/\s*[;\n]\s*/);
	return { property, names: names.map(sameText), words: names.map(tellingWords), streets: [...addresses, ...names].flatMap((text) => readStreet(splitUnit(text).rest) ?? []) };
}

type Add = (key: string, kind: EvidenceKind, sentence: string) => void;

function byListingId(id: string, known: readonly Known[], add: Add): void {
	for (const { property } of known) {
		if ((property.listingIds ?? []).some((listed) => sameText(listed) === sameText(id)) || property.key === sameText(id)) add(property.key, 'listing_id', `Listing ${id} is ${property.name}`);
	}
}

function byNumber(number: string, { properties, lines, country }: Settings, add: Add): void {
	const { e164 } = parsePhone(number, { country, known: { own: new Set(), staff: new Set() } });
	if (e164 === null) return;
	const lineKey = lines.find((line) => line.phone === e164)?.propertyKey ?? null;
	for (const property of properties) {
		if (property.key === lineKey || (property.trackingNumbers ?? []).includes(e164)) add(property.key, 'called_number', `The number ${e164} stands for ${property.name}`);
	}
}

function byName(said: string, known: readonly Known[], add: Add): void {
	const plain = sameText(said);
	const { rest } = splitUnit(said);
	const plainRest = sameText(rest);
	const words = tellingWords(rest);
	for (const { property, names, words: candidates } of known) {
		const index = names.findIndex((name) => name === plain || name === plainRest);
		if (index === 0) add(property.key, 'name', `"${short(said)}" is the name of ${property.name}`);
		else if (index > 0) add(property.key, 'alias', `"${short(said)}" is another name of ${property.name}`);
		else if (property.key === plain) add(property.key, 'key', `"${short(said)}" is the key of ${property.name}`);
		else {
			const kinds = candidates.flatMap((name) => compare(words, name) ?? []);
			const best = (['similar_name', 'name_with_typo', 'part_of_name'] as const).find((kind) => kinds.includes(kind));
			if (best !== undefined) add(property.key, best, `"${short(said)}" ${HOW[best]} ${property.name}`);
		}
	}
}

const HOW = { similar_name: 'is another spelling of', name_with_typo: 'is a slip of the pen away from', part_of_name: 'has words in common with' } as const;

const LONG_WORD = 8;

function compare(said: readonly string[], name: readonly string[]): 'similar_name' | 'name_with_typo' | 'part_of_name' | null {
	if (said.length === 0 || name.length === 0) return null;
	if (said.join(' ') === name.join(' ')) return 'similar_name';
	if (said.join('') === name.join('')) return 'similar_name';
	// One short word with a slip in it is another word: "Maple" is not "Maples".
	if (said.length === name.length && (said.length > 1 || (said[0] ?? '').length >= LONG_WORD) && said.every((word, index) => nearlySame(word, name[index] ?? ''))) return 'name_with_typo';
	const [shorter, longer] = said.length < name.length ? [said, name] : [name, said];
	return shorter.every((word) => longer.includes(word)) ? 'part_of_name' : null;
}

function byAddress(said: string, known: readonly Known[], add: Add): void {
	const street = readStreet(splitUnit(said).rest);
	if (street === null) return;
	for (const { property, streets } of known) {
		const kinds = streets.map((own) => compareStreets(street, own));
		if (kinds.includes('address')) add(property.key, 'address', `"${short(said)}" is the address of ${property.name}`);
		else if (kinds.includes('same_street')) add(property.key, 'same_street', `"${short(said)}" is in the street of ${property.name}`);
	}
}

function compareStreets(said: StreetAddress, own: StreetAddress): 'address' | 'same_street' | null {
	if (said.postcode !== null && own.postcode !== null && said.postcode !== own.postcode) return null;
	// One of the two may go on with a city that stands on the same line.
	const same = said.street === own.street || said.street.startsWith(`${own.street} `) || own.street.startsWith(`${said.street} `);
	if (!same) return null;
	return said.number === own.number ? 'address' : 'same_street';
}

/** A name alone on its words may be an ordinary word ("Summit"); in free text it needs two, or to be long. */
function inText(text: string, known: readonly Known[], add: Add): void {
	const words = ` ${wordsOf(text).join(' ')} `;
	const found = known.flatMap((one) => one.words.filter((name) => (name.length > 1 || (name[0] ?? '').length >= 7) && words.includes(` ${name.join(' ')} `)).map((name) => ({ one, name: name.join(' ') })));
	for (const { one, name } of found) {
		// "Maple Court North" also holds "Maple Court": the longer name is the one that was written, unless the shorter stands alone too.
		const longer = found.filter((other) => other.one !== one && ` ${other.name} `.includes(` ${name} `) && other.name !== name);
		const alone = longer.reduce((left, other) => left.replaceAll(` ${other.name} `, ' | '), words).includes(` ${name} `);
		if (alone) add(one.property.key, 'name_in_text', `The text names ${one.property.name}`);
	}
	for (const { property, streets } of known) {
		if (streets.some(({ number, street }) => words.includes(` ${number} ${street} `))) add(property.key, 'address_in_text', `The text names the address of ${property.name}`);
	}
}

function short(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
