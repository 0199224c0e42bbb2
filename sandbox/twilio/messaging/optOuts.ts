/** Twilio's default keywords on a long code: the whole message, upper or lower case. */
const OUT = ['STOP', 'UNSUBSCRIBE', 'END', 'QUIT', 'STOPALL', 'REVOKE', 'OPTOUT', 'CANCEL'];
const IN = ['START', 'UNSTOP', 'YES'];
const HELP = ['HELP', 'INFO'];

export type Keyword = 'stop' | 'start' | 'help';

/** Which built-in keyword a text is, if any. Free wording ("please stop") is none. */
export function keywordOf(body: string): Keyword | null {
	const word = body.trim().toUpperCase();
	if (OUT.includes(word)) return 'stop';
	if (IN.includes(word)) return 'start';
	return HELP.includes(word) ? 'help' : null;
}

/** Who may not be texted from which of the account's numbers. */
export class OptOuts {
	private readonly pairs = new Set<string>();

	add(renter: string, line: string): void {
		this.pairs.add(`${renter} ${line}`);
	}

	remove(renter: string, line: string): void {
		this.pairs.delete(`${renter} ${line}`);
	}

	has(renter: string, line: string): boolean {
		return this.pairs.has(`${renter} ${line}`);
	}

	clear(): void {
		this.pairs.clear();
	}
}
