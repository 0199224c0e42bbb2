import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import type { Random } from '../random';
import type { FormInbox } from '../renters/forms';
import type { Points } from '../strikes/points/points';

/** One way of running our package for real. The harness knows nothing else of it. */
export interface Deployment {
	sandbox: TwilioSandbox;
	/** Company lines that callers may ring. */
	lines: readonly string[];
	/** Phones of the company's staff. */
	staff: readonly string[];
	/** What may be killed. */
	processes(): DeployedProcess[];
	/** Faults of the services below n8n: a locked store, a full disk, a database that restarts, … */
	troubles: readonly Trouble[];
	/** Faults that this machine does not allow, and why. */
	impossible: readonly string[];
	/** Whether our trigger answers requests now: n8n is up, and has brought the workflow back. */
	listening(): Promise<boolean>;
	/** Points at which processes kill themselves. */
	points: Points;
	/** Sets how far n8n's clock is ahead of the machine's, in ms. */
	setClock(offsetMs: number): void;
	/** While nothing of n8n runs: takes back what was not safe on the disk. Null where that cannot be done; `impossible` says why. */
	powerCut: (() => void) | null;
	/** Takes all that was written for safe on the disk. */
	settle(): void;
	/** Records in the property-management system that carry the mark of an event; null: none is connected. */
	writtenBack: ((key: string) => number) | null;
	/** Where renters' forms are posted; null: nowhere. */
	formInbox: FormInbox | null;
	/** Looks into the store from outside, never writes. */
	look<Row extends object>(sql: string, params?: readonly (string | number)[]): Promise<Row[]>;
	/** The last lines that n8n printed. */
	logTail(): string;
	/** @param keep leaves the folder behind; @returns the folder if it was kept */
	stop(keep: boolean): Promise<string | null>;
}

/** A process of n8n. */
export interface DeployedProcess {
	/** `n8n`, `worker 1`, `webhook`, … */
	name: string;
	running(): boolean;
	/** kill -9, also while it starts. The signal is out before this returns its promise. */
	kill(): Promise<void>;
	/** Resolves when it answers again. @throws when it was killed meanwhile */
	start(): Promise<void>;
}

export interface Trouble {
	name: string;
	weight: number;
	/** Begins the trouble and ends it again. @returns what was done, for the log */
	strike(random: Random): Promise<string>;
}
