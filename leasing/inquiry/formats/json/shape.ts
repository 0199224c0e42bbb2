import type { FormField } from '../../form/fieldMap';
import type { Channel, FormatConfidence } from '../../inquiry';

/** A JSON format as data: how it is told from others, and where its fields stand. */
export interface Shape {
	id: string;
	name: string;
	confidence: FormatConfidence;
	/** When it was last compared with a source, `2026-08`. */
	asOf: string;
	channel: Channel;
	provider: string;
	/** Canonical source of leads of this format; null when the item must say it. */
	source: string | null;
	/**
	 * A payload is of this shape when in one of the groups every sign holds: `path` holds a value, `path=text` holds this
	 * text, `path~` holds something that looks like a phone number, `!path` holds nothing.
	 */
	signs: ReadonlyArray<readonly string[]>;
	/** Paths of each field, the surest first; `a + b` joins two with a comma. */
	fields: { readonly [field in FormField]?: readonly string[] };
	/** Fields that may also be found by their usual names. `all` where nothing else stands in the payload. */
	byName: 'all' | readonly FormField[];
	/** Turns the payload into plain fields first, where its answers do not stand under their names. */
	flatten?: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
	/** Times without an offset are in this zone; `portfolio`: in the company's. */
	zone?: string;
	/** The renter wrote the message. */
	renterWrote?: boolean;
	/** Payloads of this format that are no inquiry, and what to tell the user. */
	refuse?: ReadonlyArray<{ when: readonly string[]; code: string; sentence: string }>;
	/** Paths of a call's parts; only for call tracking. */
	call?: CallPaths;
}

/** Where the parts of a call stand. */
export interface CallPaths {
	id: readonly string[];
	line: readonly string[];
	label: readonly string[];
	answered: readonly string[];
	voicemail: readonly string[];
	recording: readonly string[];
	seconds: readonly string[];
	transcript: readonly string[];
}
