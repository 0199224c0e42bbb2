import { randomBytes } from 'node:crypto';
import { makeTables, type Tables } from './data/tables';
import { Faults } from './faults';
import { Pace } from './pace';
import { Storage } from './storage';
import { Webhooks } from './webhooks/webhooks';
import type { Key } from './access';
import type { BuildiumHabits, BuildiumRequest, BuildiumSandboxOptions, Fields } from './contract';

const DEFAULT_HABITS: BuildiumHabits = {
	phoneFilter: 'stored',
	largeLimit: 'clamp',
	unknownBodyField: 'ignore',
	retryAfter: null,
	webhookTimestamp: 'each',
	ownWritesFire: true,
	planRefusal: 403,
	openRangeCounts: false,
	noteReply: 'record',
	fileDelayMs: 0,
};

/** Everything the pretend account holds. One object, handed to whoever needs it; no module keeps state of its own. */
export class Account {
	readonly accountId: number;
	readonly habits: BuildiumHabits;
	readonly key: Key;
	readonly tables: Tables;
	readonly faults = new Faults();
	readonly pace: Pace;
	readonly webhooks: Webhooks;
	readonly storage: Storage;
	readonly requests: BuildiumRequest[] = [];
	/** Where the stand-in listens; known once the server is up. */
	url = '';
	inFlight = 0;
	/** Grows with every change of a record; whoever remembers a result compares it. */
	version = 0;

	private readonly clock: { now(): number };
	private readonly era = new AbortController();

	constructor(options: BuildiumSandboxOptions) {
		this.clock = options.clock ?? { now: () => Date.now() };
		this.accountId = options.accountId ?? 123_456;
		this.habits = { ...DEFAULT_HABITS, ...options.habits };
		this.key = {
			clientId: options.clientId ?? `client-${randomBytes(8).toString('hex')}`,
			clientSecret: options.clientSecret ?? randomBytes(24).toString('base64'),
			plan: options.plan ?? 'premium',
			permissions: options.permissions ?? 'edit',
		};
		const portfolio = { residents: options.size?.residents ?? 240, seed: options.seed ?? 1, start: this.clock.now() };
		this.tables = makeTables(portfolio, () => {
			this.version += 1;
		});
		this.pace = new Pace(options.requestsPerSecond === undefined ? 10 : options.requestsPerSecond);
		this.storage = new Storage(this);
		this.webhooks = new Webhooks({
			accountId: this.accountId,
			now: () => this.now(),
			minuteMs: options.minuteMs ?? 60_000,
			answerWithinMs: options.answerWithinMs ?? 10_000,
			habits: this.habits,
			life: this.life,
		});
	}

	/** Aborts when the stand-in is stopped. */
	get life(): AbortSignal {
		return this.era.signal;
	}

	now(): number {
		return this.clock.now();
	}

	/** A webhook for a change that was made through the API. */
	fireForOwnWrite(eventName: string, ids: Fields): void {
		if (this.habits.ownWritesFire) this.webhooks.emit(eventName, ids);
	}

	stop(): void {
		this.era.abort(new Error('The stand-in was stopped.'));
	}
}
