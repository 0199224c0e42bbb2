import type { LineChannel } from '../../leasing/phone/lineChannels';
import type { UserMistake } from '../../leasing/userMistake';
import type { Clock } from '../../leasing/time';
import type { Hookup, Store } from '../../store/port';

export type Purpose = Hookup['purpose'];

/** Where a channel of a number leads; an empty address leads nowhere. `details` is whatever the system keeps with an address. */
export interface Wiring {
	address: string;
	[detail: string]: string;
}

/** One of the company's numbers, as its phone system knows it. */
export interface FoundNumber {
	/** The system's id of it. */
	id: string;
	/** E.164. */
	phone: string;
	wiring: Record<LineChannel, Wiring>;
	/** Why it must not be connected, e.g. because something else at the phone system decides about its calls. */
	refusal: UserMistake | null;
	/** Whether nobody takes what this channel reports, if it leads to this address. */
	isFree(channel: LineChannel, address: string): boolean;
	/** Where its calls go while we do not answer, '' if nowhere; left out by systems that ring on by themselves. Never changed by us. */
	fallback?: string;
}

/** A phone system whose numbers can be pointed at us. Setting a number to what it is already is harmless. */
export interface NumberPort {
	provider: string;
	/** As people know it. */
	label: string;
	/** @returns null when this account has no such number @throws UserMistake when it cannot be asked */
	find(phone: string): Promise<FoundNumber | null>;
	update(id: string, wiring: Partial<Record<LineChannel, Wiring>>): Promise<void>;
	/** How a person sets a number's fallback there, in sentences; of systems whose numbers have one. */
	howToSetFallback?: string;
}

/** A channel that a trigger wants, and where it is to lead. */
export interface Claim {
	channel: LineChannel;
	wiring: Wiring;
	/** Leave it to whoever has it already. */
	ifFree?: boolean;
}

/** Which lines a trigger wants connected, and how. */
export interface Wish {
	/** The trigger, `workflowId:nodeId`. */
	consumer: string;
	/** `test` while the editor listens. */
	purpose: Purpose;
	/** E.164. */
	lines: string[];
	claims: Claim[];
	/** Where delivery reports of texts from these lines go. */
	textStatusUrl: string | null;
}

/** What all deeds of this folder work with. */
export interface Exchange {
	store: Store;
	numbers: NumberPort;
	clock: Clock;
}
