import type { Records } from './records';

/** An empty store. */
export const NOTHING = {
	callBySid: new Map(),
	eventsByKey: new Map(),
	texts: [],
	textsByCall: new Map(),
	inbound: [],
	optOuts: [],
	holds: [],
	inquiries: [],
	writeBacks: [],
	tasks: [],
	leadsByPhone: new Map(),
} satisfies Records;
