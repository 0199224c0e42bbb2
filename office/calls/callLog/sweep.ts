import type { TriggerMode } from '../../../leasing/call/call';
import type { Millis } from '../../../leasing/time';
import type { CursorOf } from '../../../store/port';
import type { NumberPort } from '../../hookups/port';
import { incomingCall } from '../incomingCall';
import { recordSignal, type CallLog } from '../recordSignal';
import { tellOfDrift, tellOfGap } from './alerts';
import type { CallLogReader, LoggedCall } from './port';
import { nextSlice, readPosition, readUpTo, SETTLED_AFTER, type Position } from './position';
import { leadsToUs, served, type ServedLine } from './servedLines';

/** What a sweep works with. */
export interface Sweep {
	log: CallLog;
	phone: CallLogReader;
	numbers: NumberPort;
	/** How the trigger is connected, as it is published now. */
	trigger: { mode: TriggerMode; screening: boolean };
	/** Hears of one call that could not be kept, so that the others are. */
	onError: (error: unknown) => void;
}

/** What a sweep did. */
export interface Swept {
	/** Calls that nobody had told of. */
	found: number;
	/** How many of them count as missed already; of others the legs tell. */
	missed: number;
	/** Something must be looked at again soon: a call runs, or has ended just now. */
	unsettled: boolean;
}

/**
 * Finds the calls to a trigger's lines that never reached us: n8n was down, its address did not resolve, its certificate had run out, it
 * answered 503. Reads the phone system's list of calls from where it left off, and records each call that is not known as if it had just
 * ended; the workflow then runs for it as for any other, and what is too old for a text becomes a call-back only. A call is one row under the
 * system's id, so one that did reach us, or is told of meanwhile, is never run twice.
 */
export async function sweepCallLog(sweep: Sweep): Promise<Swept> {
	const total: Swept = { found: 0, missed: 0, unsettled: false };
	for (const { cursor, lines } of await served(sweep.log.store, sweep.log.consumer, sweep.phone.provider)) {
		const done = await sweepLines(sweep, cursor, lines);
		total.found += done.found;
		total.missed += done.missed;
		total.unsettled ||= done.unsettled;
	}
	return total;
}

async function sweepLines(sweep: Sweep, cursor: CursorOf, lines: ServedLine[]): Promise<Swept> {
	const { log, phone } = sweep;
	const { cursors } = log.store;
	const total: Swept = { found: 0, missed: 0, unsettled: false };
	for (;;) {
		const now = log.clock.now();
		const stored = await cursors.get(cursor);
		const position = readPosition(stored?.position);
		const upTo = position?.upTo ?? Math.min(...lines.map(({ since }) => since));
		const left = position?.left ?? null;
		const slice = nextSlice(upTo, now);
		if (slice.gapUntil !== null) await tellOfGap(log, cursor.portfolio, { from: upTo, until: slice.gapUntil });

		const strangers = new Strangers(sweep, lines, left, now);
		const window = { lines: lines.map((line) => line.phone), from: slice.from, until: slice.until };
		for await (const page of phone.read(window)) for (const call of page) await strangers.look(call);
		total.found += strangers.found;
		total.missed += strangers.missed;
		total.unsettled ||= strangers.unsettled !== null;
		const next = readUpTo(slice, strangers.unsettled, now);
		const moved = await cursors.move(
			cursor,
			{ upTo: next, left: left !== null && next < left.at ? left : null },
			stored?.revision ?? 0,
		);
		// Somebody else reads the same log; all of it is read; or something holds it up.
		if (!moved || slice.until >= now || next <= upTo) return total;
	}
}

/** Looks at one call after another, and keeps those that nobody had told of. */
class Strangers {
	found = 0;
	missed = 0;
	/** When the earliest call began that must be looked at again. */
	unsettled: Millis | null = null;
	private readonly lines: ReadonlyMap<string, ServedLine>;
	private readonly ours = new Map<string, boolean>();

	constructor(
		private readonly sweep: Sweep,
		lines: readonly ServedLine[],
		private readonly left: Position['left'],
		private readonly now: Millis,
	) {
		this.lines = new Map(lines.map((line) => [line.phone, line]));
	}

	async look(call: LoggedCall): Promise<void> {
		const { log, phone } = this.sweep;
		const line = this.lines.get(call.line);
		if (!line || !this.wasOurs(line, call.startedAt)) return;
		if (await log.store.calls.byProviderId(phone.provider, call.callKey)) return;
		const endedAt = call.signal.kind === 'ended' ? (call.signal.at ?? call.startedAt) : null;
		if (endedAt === null || endedAt > this.now - SETTLED_AFTER) return this.later(call);
		try {
			if (await this.leadsHere(line)) await this.keep(call);
		} catch (error) {
			this.sweep.onError(error);
			this.later(call);
		}
	}

	/** Before the line was connected its calls went to whoever had it then: to somebody else, or to this trigger before it was unpublished. */
	private wasOurs({ phone, since }: ServedLine, startedAt: Millis): boolean {
		return startedAt >= since || (this.left !== null && startedAt < this.left.at && this.left.lines.includes(phone));
	}

	private later({ startedAt }: LoggedCall): void {
		this.unsettled = Math.min(this.unsettled ?? startedAt, startedAt);
	}

	/** Asked for a line only when it has a call that we do not know, and once. */
	private async leadsHere(line: ServedLine): Promise<boolean> {
		const known = this.ours.get(line.phone);
		if (known !== undefined) return known;
		const { log, numbers } = this.sweep;
		const ours = await leadsToUs(log.store, numbers, line);
		if (!ours) await tellOfDrift(log, line.phone, numbers.label);
		this.ours.set(line.phone, ours);
		return ours;
	}

	private async keep({ signal, ...call }: LoggedCall): Promise<void> {
		const { log, phone, trigger } = this.sweep;
		const heard = await incomingCall(log, { ...call, provider: phone.provider, ...trigger });
		const { event } = await recordSignal(log, heard, signal);
		this.found += 1;
		if (event) this.missed += 1;
	}
}
