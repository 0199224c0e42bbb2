/**
 * Keys that are known to have more records than are of use. Keys are only ever added to, so a crowded one stays crowded and need not be
 * looked up again: among a million leads most look-ups meet one (a common name, a large city), and it costs more than all others together.
 */
export interface CrowdedKeys {
	/** Whether the key is known to have more than `most` records. */
	exceeds(portfolio: string, key: string, most: number): boolean;
	add(portfolio: string, key: string, most: number): void;
}

export interface StoreCrowdedKeys extends CrowdedKeys {
	/** For a transaction, whose own rows count too: what it finds is kept when they are. */
	forTransaction(): CrowdedKeys & { keep(): void };
}

/** Some 3 MB. */
const MOST_KNOWN = 20_000;

export function makeCrowdedKeys(): StoreCrowdedKeys {
	const known = makeKnown();
	return {
		...known,
		forTransaction() {
			const found = makeKnown();
			return {
				...found,
				exceeds: (portfolio, key, most) => found.exceeds(portfolio, key, most) || known.exceeds(portfolio, key, most),
				keep: () => found.handTo(known),
			};
		},
	};
}

interface Known extends CrowdedKeys {
	remember(name: string, most: number): void;
	handTo(other: Known): void;
}

function makeKnown(): Known {
	/** How many records a key is known to exceed. */
	const limits = new Map<string, number>();
	const remember = (name: string, most: number): void => {
		// Forgetting costs a look-up each.
		if (limits.size >= MOST_KNOWN) limits.clear();
		limits.set(name, most);
	};
	return {
		exceeds: (portfolio, key, most) => (limits.get(nameOf(portfolio, key)) ?? -1) >= most,
		add: (portfolio, key, most) => remember(nameOf(portfolio, key), most),
		remember,
		handTo(other) {
			for (const [name, most] of limits) other.remember(name, most);
		},
	};
}

function nameOf(portfolio: string, key: string): string {
	return `${portfolio} ${key}`;
}
