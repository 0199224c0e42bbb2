import { READING } from '../limits/limits';
import { beginningOf, type Survey } from '../limits/survey';
import { reason, type Reason } from '../reason';
import type { Part } from './formats/split';

/** What was not read, in one result each: how much of it there is, and what to do. Nothing is left out in silence. */
export class Left {
	/** The time was up. */
	late = false;
	private parts = 0;
	private noFields = 0;
	private readonly examples: unknown[] = [];
	private readonly beside: unknown[] = [];
	private besides = 0;

	/** A part that is no inquiry, or that may be one and lies beyond the limits. */
	add(part: Exclude<Part, { kind: 'payload' }>): void {
		if (part.kind === 'rest') this.parts += part.count;
		else if (part.kind === 'no_fields') {
			this.noFields++;
			if (this.examples.length < EXAMPLES) this.examples.push(beginningOf(part.raw, SHOWN));
		} else {
			this.besides++;
			if (this.beside.length < EXAMPLES) this.beside.push(beginningOf(part.raw, SHOWN));
		}
	}

	results(): { ok: false; reasons: Reason[]; raw: unknown }[] {
		return [
			...(this.parts === 0 ? [] : [{ ok: false as const, reasons: [tooMany(this.parts, this.late)], raw: null }]),
			...(this.noFields === 0 ? [] : [{ ok: false as const, reasons: [noFields(this.noFields)], raw: this.examples }]),
			...(this.besides === 0 ? [] : [{ ok: false as const, reasons: [besideList(this.besides)], raw: this.beside }]),
		];
	}
}

const EXAMPLES = 10;
const SHOWN = { nodes: 200, bytes: 2_000 };

/** Inquiries of one item that were not read. */
function tooMany(count: number, late: boolean): Reason {
	const why = late
		? `Reading this item took longer than ${READING.millis / 60_000} minutes`
		: `The item holds more than ${READING.leads.toLocaleString('en-US')} inquiries or ${READING.bytes / 1_000_000} MB`;
	return reason(
		'too_many_leads',
		`${why}, so ${count.toLocaleString('en-US')} of its inquiries were left and are nowhere in the store. Split the list into items of their own first, for example with n8n's Split Out node, and send what is left again.`,
	);
}

function noFields(count: number): Reason {
	return reason(
		'no_fields',
		`${count === 1 ? 'One entry' : `${count.toLocaleString('en-US')} entries`} of the list hold no fields, so nobody could be found there. Turn each into a group of fields first.`,
	);
}

function besideList(count: number): Reason {
	return reason(
		'beside_list',
		`Beside ${count === 1 ? 'the list' : 'the lists'} of inquiries stands somebody with a name and a phone or an e-mail. If that is a renter, send the fields as an item of their own; if it is whoever sent the list, nothing is missing.`,
	);
}

/** What the readers do not see of one inquiry that is too large or too deep. */
export function cutOff({ fields, depth, whole }: Survey): Reason[] {
	if (whole && fields <= READING.fields && depth <= READING.depth) return [];
	return [
		reason(
			'inquiry_cut',
			`The inquiry is larger than what is read of one: ${READING.fields.toLocaleString('en-US')} fields, ${READING.depth} groups within each other, ${READING.document / 1_000_000} MB. What lies behind was not read${whole ? '' : ', and only the beginning is kept'}. If a field is missing, send it on its own.`,
		),
	];
}
