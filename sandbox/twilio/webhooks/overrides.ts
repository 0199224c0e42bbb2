/** How patiently and how often a webhook is tried. Milliseconds are real: the sandbox's pace does not change them. */
export interface ConnectionLimits {
	connectMs: number;
	readMs: number;
	totalMs: number;
	retries: number;
	/** Which failures are tried again. */
	retryOn: Set<'ct' | 'rt' | '4xx' | '5xx'>;
}

const ALL = ['ct', 'rt', '4xx', '5xx'] as const;

/** Reads Twilio's connection overrides from a URL's fragment, e.g. `#rc=2&rp=ct,5xx&rt=5000`; unknown keys are ignored. */
export function connectionLimits(url: string): ConnectionLimits {
	const fragment = new URLSearchParams(/#(.*)$/s.exec(url)?.[1] ?? '');
	const asked = (fragment.get('rp') ?? 'ct').split(',');
	return {
		connectMs: within(fragment.get('ct'), 100, 10_000, 5_000),
		readMs: within(fragment.get('rt'), 100, 15_000, 15_000),
		totalMs: within(fragment.get('tt'), 100, 15_000, 15_000),
		retries: within(fragment.get('rc'), 0, 5, 1),
		retryOn: new Set(asked.includes('all') ? ALL : ALL.filter((policy) => asked.includes(policy))),
	};
}

function within(value: string | null, least: number, most: number, otherwise: number): number {
	const number = value === null || value === '' ? Number.NaN : Number(value);
	return Number.isInteger(number) && number >= least && number <= most ? number : otherwise;
}
