import { plainKey, type FieldTexts, type FormField } from '../../form/fieldMap';
import type { FieldNames } from '../../form/fieldNames';

const MOST_LINES = 1_500;
const LONGEST_LABEL = 60;
/** A message may go on for several lines; it ends at the next label, or where the site's own words begin. */
const SITES_WORDS =
	/^(?:[-_=*]{2,}|©|view (?:this |the |your )?(?:lead|message|listing|inquiry|profile)|phone contact info|reply to (?:this |the )?(?:lead|e-?mail|message|renter)|reply directly|respond (?:now|to)|sent from|unsubscribe|privacy policy|manage your|log ?in to|to respond|click here|contact (?:this )?renter|this (?:e-?mail|message) (?:was|is)|you (?:are receiving|received) this)/i;

interface Labelled {
	field: FormField;
	value: string;
	/** The line that holds the label. */
	line: number;
}

/**
 * Reads the labelled lines of a mail: `Phone: 206-555-0142`, a row of two cells, or a label above its value.
 * @param extra labels that only this sender uses
 * @returns one group of fields; several where the mail is a digest and its names repeat
 */
export function readLabels(
	text: string,
	names: FieldNames,
	extra: Readonly<Record<string, FormField>> | undefined,
	digest: boolean,
): FieldTexts[] {
	const lines = text.split('\n', MOST_LINES);
	const found: Labelled[] = [];
	for (let index = 0; index < lines.length; index++) {
		const labelled = labelOf(lines[index] ?? '', names, extra);
		if (labelled === null) continue;
		const value =
			labelled.field === 'message'
				? messageFrom(lines, index, labelled.value, names, extra)
				: labelled.value || valueBelow(lines, index, names, extra);
		if (value !== '') found.push({ field: labelled.field, value, line: index });
	}
	return digest ? blocks(found) : [grouped(found)];
}

function labelOf(
	line: string,
	names: FieldNames,
	extra: Readonly<Record<string, FormField>> | undefined,
): { field: FormField; value: string } | null {
	// A tab stands between two cells of a table.
	const [, label = '', value = ''] = /^([^:\t]{2,80}?)\s*(?::[ \t]*|\t)(.*)$/.exec(line) ??
		/^([^:\t?]{8,80}\?)\s+(.+)$/.exec(line) ?? [null, line, ''];
	if (label.length > LONGEST_LABEL) return null;
	const plain = plainKey(label);
	const field =
		(extra !== undefined && Object.hasOwn(extra, plain) ? extra[plain] : undefined) ??
		names.ofName(plain)?.field ??
		names.ofQuestion(label)?.field;
	return field === undefined ? null : { field, value: value.replace(/\t/g, ' ').trim() };
}

function valueBelow(
	lines: readonly string[],
	index: number,
	names: FieldNames,
	extra: Readonly<Record<string, FormField>> | undefined,
): string {
	// A word alone on a line may be a heading; only one with a colon asks for a value below.
	if (!/:\s*$/.test(lines[index] ?? '')) return '';
	const below = lines.slice(index + 1, index + 3).find((line) => line.trim() !== '');
	return below === undefined || labelOf(below, names, extra) !== null || SITES_WORDS.test(below) ? '' : below.replace(/\t/g, ' ').trim();
}

function messageFrom(
	lines: readonly string[],
	index: number,
	start: string,
	names: FieldNames,
	extra: Readonly<Record<string, FormField>> | undefined,
): string {
	const said = start === '' ? [] : [start];
	if (start === '' && !/:\s*$/.test(lines[index] ?? '')) return '';
	for (const line of lines.slice(index + 1, index + 1 + MOST_LINES)) {
		const label = labelOf(line, names, extra);
		if ((label !== null && (label.value !== '' || /:\s*$/.test(line))) || SITES_WORDS.test(line.trim())) break;
		said.push(line.trim());
	}
	return said
		.join('\n')
		.replace(/\n{2,}/g, '\n')
		.trim();
}

/** The first of each field counts: what follows is the office's or the site's. */
function grouped(found: readonly Labelled[]): FieldTexts {
	const fields: { [field in FormField]?: string[] } = {};
	for (const { field, value } of found) fields[field] ??= [value];
	return fields;
}

/** In a digest each lead begins with its name. */
function blocks(found: readonly Labelled[]): FieldTexts[] {
	const groups: Labelled[][] = [[]];
	for (const one of found) {
		const current = groups.at(-1) ?? [];
		const starts = one.field === 'fullName' || one.field === 'firstName';
		if (starts && current.some(({ field }) => field === one.field)) groups.push([one]);
		else current.push(one);
	}
	return groups.slice(0, MOST_LEADS).map(grouped);
}

const MOST_LEADS = 100;
