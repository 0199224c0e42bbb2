import type { GiveWay } from '../../limits/giveWay';
import type { FieldMap } from '../form/fieldMap';
import type { FieldNames } from '../form/fieldNames';
import type { FormatConfidence } from '../inquiry';
import type { Payload } from './unwrap';
import type { Reading } from './rawLead';
import type { Sender } from './email/sender';

/** What the user added to our tables, ready for use. */
export interface Tables {
	map: FieldMap;
	names: FieldNames;
	/** The user's senders first, then ours. */
	senders: readonly Sender[];
	country: string;
	/** Called between two pieces of long reading. */
	giveWay: GiveWay;
}

/** One way in which leads arrive, and how it is told and read. */
export interface Format {
	/** Stable; part of our public contract. */
	id: string;
	/** What the node's menu and the documentation call it. */
	name: string;
	confidence: FormatConfidence;
	/** When it was last compared with a source. */
	asOf: string;
	/** Whether a payload is of this format. Quick, and never throws. */
	detect(payload: Payload): boolean;
	/** Reads a payload that was detected, or that the user says is of this format. Never throws. */
	read(payload: Payload, tables: Tables): Reading | Promise<Reading>;
}
