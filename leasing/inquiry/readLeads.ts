import { Budget } from '../limits/budget';
import { NOBODY_WAITS, type GiveWay } from '../limits/giveWay';
import { READING } from '../limits/limits';
import { beginningOf, survey, type Size, type Survey } from '../limits/survey';
import type { PropertyEvidence } from '../property/propertyMatch';
import { reason, type Reason } from '../reason';
import type { Clock } from '../time';
import { assemble, type AssembleContext } from './assemble';
import type { FieldMap } from './form/fieldMap';
import { USUAL_NAMES, type FieldNames } from './form/fieldNames';
import { leavesOf } from './form/leaves';
import type { Sender } from './formats/email/sender';
import { SENDERS } from './formats/email/senders.data';
import type { Format, Tables } from './formats/format';
import type { Reading } from './formats/rawLead';
import { formatNamed } from './formats/registry';
import { Splitter, type PayloadPart } from './formats/split';
import type { Payload } from './formats/unwrap';
import type { Inquiry } from './inquiry';
import { cutOff, Left } from './left';
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
	/** Called between two pieces of long reading. */
	giveWay?: GiveWay | undefined;
	/** For the limit of time; without one there is none. */
	clock?: Clock | undefined;
}

/** One lead of an item, or why something in it is none. */
export type LeadResult = { ok: true; inquiry: Inquiry; property: PropertyEvidence } | { ok: false; reasons: Reason[]; raw: unknown };

/**
 * Reads everything that one item holds: nearly always one lead, thousands in a list. Never throws, whatever comes in: what cannot be
 * read, or is beyond the limits, comes back with its reasons. Long reading gives way in between.
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
	const giveWay = request.giveWay ?? NOBODY_WAITS;
	const tables: Tables = {
		map: request.map,
		names: request.names ?? USUAL_NAMES,
		senders: [...(request.senders ?? []), ...SENDERS],
		country: request.settings.country,
		giveWay,
	};
	const budget = new Budget(READING, request.clock);
	const results: LeadResult[] = [];
	const left = new Left();
	const splitter = new Splitter(tables.names);
	for (const part of splitter.partsOf(item)) {
		await giveWay();
		if (part.kind !== 'payload') left.add(part);
		else {
			const size = part.cut ? TOO_LARGE : survey(part.raw, READ);
			if (budget.take('bytes', size.bytes)) {
				for (const one of await readPart(part, size, { tables, request, budget, left })) results.push(one);
			} else left.add({ kind: 'rest', count: 1 });
		}
		splitter.onlyCount ||= budget.late || budget.spentAll('leads');
	}
	left.late = budget.late;
	return [...results, ...left.results()];
}

/** Looked at closely; of what is larger the inquiry keeps the beginning only. */
const READ: Size = { nodes: 20_000, bytes: READING.document };
const TOO_LARGE: Survey = { bytes: READING.document, fields: READING.fields, depth: 0, whole: false };
const KEPT: Size = { nodes: 2_000, bytes: 100_000 };

/** What all parts of an item share. */
interface Around {
	tables: Tables;
	request: ReadRequest;
	budget: Budget;
	left: Left;
}

async function readPart(part: PayloadPart, size: Survey, { tables, request, budget, left }: Around): Promise<LeadResult[]> {
	const { payload } = part;
	const chosen = request.format === 'auto' ? null : formatNamed(request.format);
	const format = chosen ?? part.format;
	const raw = size.whole ? part.raw : { beginning: beginningOf(part.raw, KEPT) };
	const cut = cutOff(size);
	const reading = await readSafely(format, payload, tables);
	if ('reasons' in reading) {
		budget.take('leads', 1);
		return [{ ok: false, reasons: [...reading.reasons, ...cut], raw }];
	}
	const { id, confidence, asOf } = format;
	const evidence =
		format.id === 'email' || format.id === 'adf' || format.id === 'mits'
			? NO_EVIDENCE
			: evidenceIn(leavesOf(payload.item === part.raw ? part.raw : payload.body));
	const results: LeadResult[] = [];
	// A batch is kept with each of a few leads, if it is short; of many, each keeps its own part only.
	const several = reading.leads.length > 1;
	const withBatch = reading.leads.length <= FEW && size.whole && size.bytes <= SHORT;
	for (const lead of reading.leads) {
		await tables.giveWay();
		if (budget.late || !budget.take('leads', 1)) {
			left.add({ kind: 'rest', count: reading.leads.length - results.length });
			break;
		}
		const own = several ? { lead: lead.raw ?? lead.fields, ...(withBatch ? { of: raw } : {}) } : raw;
		const zone = lead.zone === 'portfolio' ? request.settings.timeZone : (lead.zone ?? null);
		const noted = cut.length === 0 ? lead : { ...lead, notes: [...(lead.notes ?? []), ...cut] };
		try {
			const result = assemble({ ...noted, zone }, own, evidence, { id, detected: chosen === null, confidence, asOf }, request);
			results.push(result.ok ? result : { ...result, raw: own });
		} catch (thrown) {
			results.push({ ok: false, reasons: [readerFailed(format, thrown)], raw: own });
		}
	}
	if ((reading.left ?? []).length > 0) results.push({ ok: false, reasons: [...(reading.left ?? [])], raw: several ? null : raw });
	return results;
}

const FEW = 10;
const SHORT = 100_000;

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
