import { forever, unlessAborted } from '../waiting';
import { silentStaff, type RingEnd, type StaffParty, type Wait } from './staffParty';
import { scriptedStaff } from './staffScript';
import type { Events } from '../events';
import type { StaffBehaviour } from '../contract';
import type { GatherAnswer } from './party';
import type { Leg } from './leg';

/** What a person at the page does with a staff phone. */
export type Click = { kind: 'answer' } | { kind: 'decline' } | { kind: 'press'; digit: string } | { kind: 'hangup' };

/** A member of staff's phone; follows its behaviour, and clicks at the page at any time. */
export class StaffPhone {
	name: string;
	ringing = 0;
	talking: Leg | null = null;
	private readonly listeners = new Set<(click: Click) => void>();

	constructor(
		readonly phone: string,
		public behaviour: StaffBehaviour,
		name: string | null,
		private readonly events: Events,
	) {
		this.name = name ?? phone;
	}

	/** Rings; resolves when the phone reacts. @throws the signal's reason when the network stops ringing */
	async ring(leg: Leg, wait: Wait, signal: AbortSignal): Promise<RingEnd> {
		this.ringing += 1;
		this.changed();
		try {
			const script = scriptedStaff(this.behaviour, leg, wait, signal);
			const end = await unlessAborted(Promise.race([script, this.clickedWhileRinging(signal)]), signal);
			if (end.kind !== 'picked-up') return end;
			this.talking = leg;
			leg.gone.addEventListener('abort', () => this.putDown(leg), { once: true });
			return { kind: 'picked-up', party: this.alsoClickable(end.party, leg) };
		} finally {
			this.ringing -= 1;
			this.changed();
		}
	}

	/** A click at the page. @returns false when there is nothing to click on now */
	click(click: Click): boolean {
		const useful = click.kind === 'answer' || click.kind === 'decline' ? this.ringing > 0 : this.talking !== null;
		if (!useful) return false;
		for (const listener of [...this.listeners]) listener(click);
		if (click.kind === 'hangup') this.talking?.hangUp('The staff phone hung up.');
		return true;
	}

	changed(): void {
		this.events.emit('staff', { phone: this.phone, ringing: this.ringing > 0, onCall: this.talking !== null });
	}

	private putDown(leg: Leg): void {
		if (this.talking === leg) this.talking = null;
		this.changed();
	}

	private async clickedWhileRinging(signal: AbortSignal): Promise<RingEnd> {
		const click = await this.nextClick((kind) => kind === 'answer' || kind === 'decline', signal);
		return click.kind === 'decline' ? { kind: 'busy' } : { kind: 'picked-up', party: silentStaff() };
	}

	/** The party, whose digits may also come from the page. Hanging up there cuts the leg itself. */
	private alsoClickable(party: StaffParty, leg: Leg): StaffParty {
		return {
			...party,
			answer: async (request, signal) => {
				const pressed = this.nextClick((kind) => kind === 'press', AbortSignal.any([signal, leg.gone]));
				const digits = pressed.then((click): GatherAnswer => ({ digits: click.kind === 'press' ? click.digit : '' }));
				return await unlessAborted(Promise.race([party.answer(request, signal), digits]), signal);
			},
		};
	}

	private nextClick(wanted: (kind: Click['kind']) => boolean, signal: AbortSignal): Promise<Click> {
		return new Promise((resolve, reject) => {
			const listener = (click: Click): void => {
				if (!wanted(click.kind)) return;
				this.listeners.delete(listener);
				resolve(click);
			};
			this.listeners.add(listener);
			forever(signal).catch((reason: unknown) => {
				this.listeners.delete(listener);
				reject(reason);
			});
		});
	}
}

/** All staff phones, and every other number that was ever dialled. */
export class StaffPhones {
	private readonly phones = new Map<string, StaffPhone>();

	constructor(private readonly events: Events) {}

	set(phone: string, behaviour: StaffBehaviour, name?: string): StaffPhone {
		const known = this.phones.get(phone);
		const staff = known ?? new StaffPhone(phone, behaviour, name ?? null, this.events);
		staff.behaviour = behaviour;
		if (name !== undefined) staff.name = name;
		this.phones.set(phone, staff);
		staff.changed();
		return staff;
	}

	find(phone: string): StaffPhone | null {
		return this.phones.get(phone) ?? null;
	}

	/** A number that is dialled; one that nobody set up rings out. */
	dialled(phone: string): StaffPhone {
		return this.find(phone) ?? this.set(phone, { kind: 'ignore' });
	}

	all(): StaffPhone[] {
		return [...this.phones.values()];
	}

	clear(): void {
		this.phones.clear();
	}
}
