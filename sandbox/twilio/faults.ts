import type { CallbackFault, MessageFault } from './contract';

/** What a callback fault asks for, resolved to plain numbers. */
export interface CallbackPlan {
	copies: number;
	delaySeconds: number;
}

interface Pending<T> {
	fault: T;
	left: number;
}

/** Faults that wait for their request; each is used up after its `times`. */
export class Faults {
	/** The REST API is down. */
	outage = false;
	/** So many of the next reads of a list are too many at once. */
	limitedReads = 0;
	private messages: Array<Pending<MessageFault>> = [];
	private callbacks: Array<Pending<CallbackFault>> = [];

	addMessageFault(fault: MessageFault): void {
		this.messages.push({ fault, left: fault.times ?? 1 });
	}

	addCallbackFault(fault: CallbackFault): void {
		this.callbacks.push({ fault, left: fault.times ?? 1 });
	}

	/** The fault for the message request that just arrived, if any. */
	takeMessageFault(): MessageFault | null {
		return take(this.messages, () => true);
	}

	/** How often and how late the callback is to be sent; 0 copies means it is lost. */
	takeCallbackPlan(on: CallbackFault['on']): CallbackPlan {
		const fault = take(this.callbacks, (candidate) => candidate.on === on);
		switch (fault?.kind) {
			case 'drop':
				return { copies: 0, delaySeconds: 0 };
			case 'duplicate':
				return { copies: fault.amount ?? 2, delaySeconds: 0 };
			case 'delay':
				return { copies: 1, delaySeconds: fault.amount ?? 5 };
			default:
				return { copies: 1, delaySeconds: 0 };
		}
	}

	clear(): void {
		this.outage = false;
		this.limitedReads = 0;
		this.messages = [];
		this.callbacks = [];
	}
}

function take<T>(waiting: Array<Pending<T>>, fits: (fault: T) => boolean): T | null {
	const index = waiting.findIndex((entry) => fits(entry.fault));
	const entry = waiting[index];
	if (entry === undefined) return null;
	entry.left -= 1;
	if (entry.left <= 0) waiting.splice(index, 1);
	return entry.fault;
}
