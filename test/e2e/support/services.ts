/** For tests that start a Postgres and a Redis of their own. */
import { missingServices } from '../../../sandbox/services/find';

const missing = missingServices();

/** `describe`, skipped with its reason in the title where one of them is not there. */
export function describeWithServices(title: string, body: () => void): void {
	if (missing === null) describe(title, body);
	else describe.skip(`${title} [skipped: ${missing}]`, body);
}
