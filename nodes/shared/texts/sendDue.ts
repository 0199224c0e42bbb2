import { recheckGuard } from './recheckGuard';
import { sendText, type SendDeps } from './sendText';
import { statusUrlFor } from './statusUrl';

const AT_ONCE = 20;

/**
 * Sends texts whose time has come: held ones at the end of quiet hours, and those that a crash left behind. The guard
 * is asked again first, since the renter may have opted out meanwhile.
 */
export async function sendDueTexts(deps: Omit<SendDeps, 'statusUrl'>): Promise<void> {
	for (const text of await deps.store.texts.listDue(deps.clock.now(), AT_ONCE)) {
		if (text.state !== 'claimed' && !(await recheckGuard(deps, text))) continue;
		await sendText({ ...deps, statusUrl: await statusUrlFor(deps.store, text) }, text.id);
	}
}
