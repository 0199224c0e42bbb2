/** One command as a client sent it. */
export interface Command {
	tag: string;
	/** In capitals, `UID` before it if it is one of those. */
	name: string;
	/** Atoms and strings as they are, groups in brackets as lists. */
	args: Argument[];
	/** For the log. */
	line: string;
}

export type Argument = string | Argument[];

/** @param line whole, literals in it as quoted strings by `Reader` */
export function parseCommand(line: string, literals: readonly string[]): Command | null {
	const tokens = tokenize(line, [...literals]);
	const [tag, first, ...rest] = tokens;
	if (typeof tag !== 'string' || typeof first !== 'string') return null;
	const isUid = first.toUpperCase() === 'UID' && typeof rest[0] === 'string';
	const name = isUid ? `UID ${String(rest[0]).toUpperCase()}` : first.toUpperCase();
	return { tag, name, args: isUid ? rest.slice(1) : rest, line };
}

export function textOf(argument: Argument | undefined): string {
	return typeof argument === 'string' ? argument : '';
}

const LITERAL = '\u0000';

function tokenize(line: string, literals: string[]): Argument[] {
	const stack: Argument[][] = [[]];
	const add = (token: Argument): void => void stack.at(-1)?.push(token);
	// A section such as BODY.PEEK[HEADER.FIELDS (DATE)]<0.10> is one token.
	const pattern = /\(|\)|"((?:[^"\\]|\\.)*)"|\0|(?:[^\s()"\0[]|\[[^\]]*\])+/g;
	for (const match of line.matchAll(pattern)) {
		const [whole, inQuotes] = match;
		if (whole === '(') stack.push([]);
		else if (whole === ')') add(stack.length > 1 ? (stack.pop() ?? []) : []);
		else if (whole === LITERAL) add(literals.shift() ?? '');
		else add(inQuotes === undefined ? whole : inQuotes.replace(/\\(.)/g, '$1'));
	}
	return stack[0] ?? [];
}

/** Puts bytes together to commands, literals of clients included. */
export class Reader {
	private buffer = Buffer.alloc(0);
	private line = '';
	private literals: string[] = [];
	private waitingFor: number | null = null;

	/** @param go asked before each literal that waits for a yes */
	constructor(private readonly go: () => void) {}

	push(chunk: Buffer): { line: string; literals: string[] }[] {
		this.buffer = Buffer.concat([this.buffer, chunk]);
		const whole: { line: string; literals: string[] }[] = [];
		for (;;) {
			if (this.waitingFor !== null) {
				if (this.buffer.length < this.waitingFor) return whole;
				this.literals.push(this.buffer.subarray(0, this.waitingFor).toString('utf8'));
				this.buffer = this.buffer.subarray(this.waitingFor);
				this.waitingFor = null;
			}
			const end = this.buffer.indexOf('\r\n');
			if (end < 0) return whole;
			const text = this.buffer.subarray(0, end).toString('utf8');
			this.buffer = this.buffer.subarray(end + 2);
			const literal = /\{(\d+)(\+?)\}$/.exec(text);
			if (literal) {
				this.line += `${text.slice(0, literal.index)}${LITERAL}`;
				this.waitingFor = Number(literal[1]);
				if (literal[2] === '') this.go();
				continue;
			}
			whole.push({ line: this.line + text, literals: this.literals });
			this.line = '';
			this.literals = [];
		}
	}
}
