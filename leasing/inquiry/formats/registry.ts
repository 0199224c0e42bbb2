import { reason } from '../../reason';
import { chatFormat } from './chat/readChat';
import { emailFormat } from './email/readEmail';
import type { Format, Tables } from './format';
import { AD_SHAPES } from './json/ads.data';
import { CALL_SHAPES } from './json/calls.data';
import { FORM_SHAPES } from './json/forms.data';
import { LISTING_SHAPES } from './json/listings.data';
import { textOf } from '../form/leaves';
import { overlaid, readForm } from './json/readForm';
import { shapeFormat } from './json/readShape';
import type { Reading } from './rawLead';
import { isGroup, type Payload } from './unwrap';
import { adfFormat, mitsFormat } from './xml/xmlFormats';

/** Any group of fields, by the usual names. What no other format claims is read so. */
export const formFormat: Format = {
	id: 'form',
	name: 'Web form or any JSON',
	confidence: 'medium',
	asOf: '2026-08',
	detect: () => true,
	read: ({ item, body, text }, tables) => fromAnything(item, body, text, tables, 'form'),
};

/** A row of a sheet or a CSV file, a walk-in register for example. Read like a form; dates without a time zone are the company's. */
export const rowFormat: Format = {
	id: 'row',
	name: 'Row of a sheet or CSV file, walk-in register',
	confidence: 'medium',
	asOf: '2026-08',
	detect: () => false,
	read: ({ item, body, text }, tables) => fromAnything(item, body, text, tables, 'row'),
};

function fromAnything(
	item: unknown,
	body: Readonly<Record<string, unknown>>,
	text: string | null,
	tables: Tables,
	kind: 'form' | 'row',
): Reading {
	if (text !== null && Object.keys(body).length === 0) {
		const what = /^\s*</.test(text.slice(0, 100))
			? 'XML or HTML that is neither ADF nor MITS'
			: /^\s*[{[]/.test(text.slice(0, 100))
				? 'JSON that is cut off or broken'
				: 'a text without field names';
		return {
			reasons: [
				reason(
					'unknown_format',
					`The item holds ${what}: "${text.slice(0, 60).replace(/\s+/g, ' ')}". Choose its format under Input, or turn it into fields first.`,
				),
			],
		};
	}
	// The user's paths are those of the whole item, so it is read as it came whenever it is a group.
	const { lead } = readForm(isGroup(item) ? item : body, tables.map, tables.names);
	if (kind === 'form') return { leads: [lead] };
	const date = Object.entries(body).find(
		([key, value]) => /^(?:date|visit date|date of visit|date received)$/i.test(key.trim()) && textOf(value) !== null,
	)?.[1];
	const fields = overlaid(lead.fields, { submittedAt: date === undefined ? [] : [String(date)] });
	return { leads: [{ ...lead, fields, channel: 'other', provider: 'import', zone: 'portfolio' }] };
}

/** All formats, the surest signs first. The order matters where a payload could be two of them. */
export const FORMATS: readonly Format[] = [
	adfFormat,
	mitsFormat,
	...[...LISTING_SHAPES, ...AD_SHAPES, ...CALL_SHAPES].map(shapeFormat),
	emailFormat,
	...FORM_SHAPES.map(shapeFormat),
	chatFormat,
	rowFormat,
	formFormat,
];

/** @returns the format with this id, or null */
export function formatNamed(id: string): Format | null {
	return FORMATS.find((format) => format.id === id) ?? null;
}

/** What reads anything that no other format claims. */
export function isFallback(format: Format): boolean {
	return format === formFormat || format === rowFormat;
}

/** The first format that a payload shows the signs of; a form when it shows none. */
export function detectFormat(payload: Payload): Format {
	return FORMATS.find((format) => format.detect(payload)) ?? formFormat;
}
