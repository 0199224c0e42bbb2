export interface LoggedStrike {
	at: number;
	what: string;
	isKill: boolean;
}

/** What was done to the deployment, in order. */
export class StrikeLog {
	readonly strikes: LoggedStrike[] = [];

	constructor(private readonly print: (line: string) => void) {}

	add(what: string, at: number, isKill: boolean): void {
		this.strikes.push({ at, what, isKill });
		this.print(`${isKill ? `kill ${this.kills}` : 'fault'}: ${what}`);
	}

	get kills(): number {
		return this.strikes.filter(({ isKill }) => isKill).length;
	}

	get others(): number {
		return this.strikes.length - this.kills;
	}
}
