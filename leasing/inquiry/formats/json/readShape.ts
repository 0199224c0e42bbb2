import { reason, type Reason } from '../../../reason';
import { FORM_FIELDS, type FieldTexts, type FormField } from '../../form/fieldMap';
import { findFields } from '../../form/findFields';
import { textOf, valueAtPath, wordOf } from '../../form/leaves';
import type { Format, Tables } from '../format';
import type { RawLead, Reading } from '../rawLead';
import type { Payload } from '../unwrap';
import { readCall } from './readCall';
import { overlaid, readForm } from './readForm';
import type { Shape } from './shape';
import { textAt } from './textAt';

/** A format out of its description. */
export function shapeFormat(shape: Shape): Format {
	const { id, name, confidence, asOf } = shape;
	return {
		id,
		name,
		confidence,
		asOf,
		detect: ({ body }) => shape.signs.some((group) => group.every((sign) => holds(body, sign))),
		read: (payload, tables) => readShape(shape, payload, tables),
	};
}

/** Whether a sign of a shape holds. */
export function holds(body: object, sign: string): boolean {
	if (sign.startsWith('!')) return !holds(body, sign.slice(1));
	const [, path = sign, wanted] = /^([^=~]+)(?:=(.*)|~)?$/.exec(sign) ?? [];
	const value = valueAtPath(body, path);
	if (sign.endsWith('~')) return /^\+?[\d\s().-]{7,20}$/.test(textOf(value) ?? '');
	if (wanted !== undefined) return wordOf(value).toLowerCase() === wanted.toLowerCase();
	return value !== undefined && value !== null && value !== '';
}

function readShape(shape: Shape, { item, body }: Payload, tables: Tables): Reading {
	const refused = (shape.refuse ?? []).find(({ when }) => when.every((sign) => holds(body, sign)));
	if (refused !== undefined) return { reasons: [reason(refused.code, refused.sentence)] };
	const flat = shape.flatten?.(body) ?? body;
	const named = readForm(flat, {}, tables.names).lead;
	const mapped = mappedFields(item, tables);
	const allowed = shape.byName === 'all' ? named.fields : Object.fromEntries(shape.byName.map((field) => [field, named.fields[field]]));
	const fields = overlaid(mapped.fields, overlaid(atPaths(shape, body), allowed));
	const call = shape.call === undefined ? null : readCall(shape.call, body);
	const lead: RawLead = {
		channel: shape.channel,
		provider: shape.provider,
		fields,
		...(named.people === undefined || shape.byName !== 'all' ? {} : { people: named.people }),
		source: shape.source,
		zone: shape.zone ?? null,
		call,
		calledNumbers: call?.line === null || call === null ? [] : [call.line],
		renterWrote: shape.renterWrote ?? false,
		notes: mapped.notes,
		present: named.present ?? [],
	};
	return { leads: [lead] };
}

function atPaths(shape: Shape, body: object): FieldTexts {
	const found: { [field in FormField]?: string[] } = {};
	for (const field of FORM_FIELDS) {
		const texts = (shape.fields[field] ?? []).flatMap((path) => textAt(body, path) ?? []);
		if (texts.length > 0) found[field] = [...new Set(texts)];
	}
	return found;
}

/** Fields that the user's map names; its paths are those of the whole item, as the input panel shows it. */
export function mappedFields(item: unknown, tables: Pick<Tables, 'map' | 'names'>): { fields: FieldTexts; notes: Reason[] } {
	const given = FORM_FIELDS.filter((field) => (tables.map[field]?.trim() ?? '') !== '');
	if (given.length === 0 || typeof item !== 'object' || item === null) return { fields: {}, notes: [] };
	const { found, mappedToNothing } = findFields(item, tables.map, tables.names);
	return {
		fields: Object.fromEntries(given.map((field) => [field, found[field]])),
		notes: mappedToNothing.map(({ field, path }) =>
			reason('mapped_field_missing', `The field map looks for ${field} at "${path}", but nothing stands there.`),
		),
	};
}
