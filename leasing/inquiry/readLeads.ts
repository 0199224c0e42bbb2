import type { PropertyEvidence } from '../property/propertyMatch';
import { reason, type Reason } from '../reason';
import { assemble, type AssembleContext } from './assemble';
import type { FieldMap } from './form/fieldMap';
import { USUAL_NAMES, type FieldNames } from './form/fieldNames';
import { leavesOf } from './form/leaves';
import type { Sender } from './formats/email/sender';
import { SENDERS } from './formats/email/senders.data';
import type { Format, Tables } from './formats/format';
import type { Reading } from './formats/rawLead';
import { detectFormat, formatNamed } from './formats/registry';
import { unwrap, type Payload } from './formats/unwrap';
import type { Inquiry } from './inquiry';
import { evidenceIn, NO_EVIDENCE } from './sourceEvidence';

/** How one item is to be read. */
export interface ReadRequest extends AssembleContext {
	/** A format's id; `auto` detects it. */
	format: string;
	map: FieldMap;
	/** With the user's own names, if there are any. */
	names?: FieldNames | undefined;
	/** The user's own senders; they go before ours. */
	senders?: readonly Sender[] | undefined;
}

/** One lead of an item, or why something in it is none. */
export type LeadResult = { ok: true; inquiry: Inquiry; property: PropertyEvidence } | { ok: false; reasons: Reason[]; raw: unknown };

/**
 * Reads everything that one item holds: nearly always one lead, several in a batch or a digest. Never throws, whatever
 * comes in: what cannot be read comes back with its reasons.
 */
export async function readLeads(item: unknown, request: ReadRequest): Promise<LeadResult[]> {
	if (item === null || item === undefined || (typeof item !== 'object' && typeof item !== 'string')) {
		return [
			{
				ok: false,
				reasons: [
					reason('not_an_object', 'The item is not a group of fields. Connect a step that gives one item for each inquiry.'),
				],
				raw: item ?? null,
			},
		];
	}
	const tables: Tables = {
		map: request.map,
		names: request.names ?? USUAL_NAMES,
		senders: [...(request.senders ?? []), ...SENDERS],
		country: request.settings.country,
	};
	const payloads = unwrap(item);
	const results: LeadResult[] = [];
	for (const payload of payloads)
		results.push(...(await readPayload(payload, payloads.length > 1 ? payload.body : item, tables, request)));
	return results;
}

async function readPayload(payload: Payload, raw: unknown, tables: Tables, request: ReadRequest): Promise<LeadResult[]> {
	const chosen = request.format === 'auto' ? null : formatNamed(request.format);
	const format = chosen ?? detectFormat(payload);
	const reading = await readSafely(format, payload, tables);
	if ('reasons' in reading) return [{ ok: false, reasons: [...reading.reasons], raw }];
	const { id, confidence, asOf } = format;
	const evidence =
		format.id === 'email' || format.id === 'adf' || format.id === 'mits'
			? NO_EVIDENCE
			: evidenceIn(leavesOf(payload.item === raw ? raw : payload.body));
	return reading.leads.map((lead): LeadResult => {
		const zone = lead.zone === 'portfolio' ? request.settings.timeZone : (lead.zone ?? null);
		// A batch is kept with each of a few leads; of many, each keeps its own part only.
		const own =
			reading.leads.length === 1 ? raw : { lead: lead.raw ?? lead.fields, ...(reading.leads.length <= FEW ? { of: raw } : {}) };
		try {
			const result = assemble({ ...lead, zone }, own, evidence, { id, detected: chosen === null, confidence, asOf }, request);
			return result.ok ? result : { ...result, raw };
		} catch (thrown) {
			return { ok: false, reasons: [readerFailed(format, thrown)], raw };
		}
	});
}

const FEW = 10;

/** A reader that fails is a mistake of ours; the item must still reach a person, and the next items their readers. */
async function readSafely(format: Format, payload: Payload, tables: Tables): Promise<Reading> {
	try {
		return await format.read(payload, tables);
	} catch (thrown) {
		return { reasons: [readerFailed(format, thrown)] };
	}
}

function readerFailed(format: Format, thrown: unknown): Reason {
	const what = thrown instanceof Error ? thrown.message.slice(0, 120) : 'unknown';
	return reason(
		'reader_failed',
		`Reading this item as "${format.name}" failed (${what}). Please report it with the item; until then choose another format under Input.`,
	);
}
