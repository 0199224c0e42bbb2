import { byUrgency, found, type Finding } from '../../leasing/health/finding';
import { UserMistake } from '../../leasing/userMistake';

/** One look; several may be about one thing. */
export interface HealthCheck {
	/** For people, when the look itself fails: `the lines at Twilio`. */
	what: string;
	look(): Promise<Finding[]>;
	/** How long it may take, ms. */
	patience: number;
}

/** Patience of so many ms: `over` resolves when it ends; `enough` forgets it. */
export type Patience = (ms: number) => { over: Promise<unknown>; enough(): void };

/**
 * Takes all looks, one after another so that a check burdens nobody, and never throws: a look that fails, or takes too long, is a finding
 * of its own and stops no other.
 * @returns the most urgent first
 */
export async function runHealthChecks(checks: readonly HealthCheck[], patience: Patience): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const check of checks) findings.push(...(await lookOnce(check, patience)));
	return byUrgency(findings);
}

async function lookOnce({ what, look, patience: ms }: HealthCheck, patience: Patience): Promise<Finding[]> {
	const late = Symbol('late');
	const { over, enough } = patience(ms);
	try {
		const looking = look();
		// Heard of even when nobody waits for it any more.
		looking.catch(() => undefined);
		const seen = await Promise.race([looking, over.then(() => late)]);
		if (seen !== late) return seen as Finding[];
		return [notChecked(what, `It took longer than ${Math.round(ms / 1_000)} seconds.`)];
	} catch (error) {
		return [notChecked(what, sentenceOf(error))];
	} finally {
		enough();
	}
}

function notChecked(what: string, why: string): Finding {
	return found(
		'not_checked',
		'warning',
		`This could not be checked: ${what}. ${why}`,
		'Mend what the sentence says, then run the check again.',
		what,
	);
}

function sentenceOf(error: unknown): string {
	if (error instanceof UserMistake) return `${error.message} ${error.advice}`;
	return error instanceof Error ? error.message : String(error);
}
