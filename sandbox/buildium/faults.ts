import type { BuildiumFault, BuildiumFaults, RequestMatch } from './contract';

export interface FaultyRequest {
	method: string;
	path: string;
	body: unknown;
}

/** What tests asked to go wrong. */
export class Faults implements BuildiumFaults {
	/** Added to each answer, real ms. */
	slowMs = 0;
	private waiting: Array<{ fault: BuildiumFault; left: number }> = [];
	private outage: 'answers' | 'unreachable' | null = null;
	private outageEnds = Number.POSITIVE_INFINITY;

	failNext(fault: BuildiumFault): void {
		this.waiting.push({ fault, left: fault.times ?? 1 });
	}

	down(state: boolean | 'unreachable'): void {
		this.outage = state === 'unreachable' ? state : state ? 'answers' : null;
		this.outageEnds = Number.POSITIVE_INFINITY;
	}

	downFor(ms: number, how?: 'unreachable'): void {
		this.down(how ?? true);
		this.outageEnds = performance.now() + ms;
	}

	slow(ms: number): void {
		this.slowMs = ms;
	}

	clear(): void {
		this.waiting = [];
		this.slowMs = 0;
		this.down(false);
	}

	currentOutage(): 'answers' | 'unreachable' | null {
		if (performance.now() >= this.outageEnds) this.down(false);
		return this.outage;
	}

	/** The fault for the request that just arrived, if any; used up by it. */
	take(request: FaultyRequest): BuildiumFault['status'] | null {
		const index = this.waiting.findIndex(({ fault }) => fits(fault.match, request));
		const entry = this.waiting[index];
		if (entry === undefined) return null;
		entry.left -= 1;
		if (entry.left <= 0) this.waiting.splice(index, 1);
		return entry.fault.status;
	}
}

function fits(match: RequestMatch | undefined, request: FaultyRequest): boolean {
	if (match === undefined) return true;
	if (typeof match === 'function') return match(request);
	const line = `${request.method} ${request.path}`;
	return typeof match === 'string' ? line === match : match.test(line);
}
