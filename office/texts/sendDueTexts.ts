import type { StoredText } from '../../store/port';
import { recheckGuard } from './recheckGuard';
import { sendText, type SendDeps } from './sendText';
import { statusUrlFor } from './statusUrl';

const AT_ONCE = 20;

export interface SendDueOptions {
	/** The trigger that sends. Texts of a line that another published trigger holds are left to that one: it may have another account. */
	sender?: string;
	/** One text that cannot be dealt with must not keep the others waiting. Without it the first failure is thrown. */
	onError?: (error: unknown) => void;
}

/**
 * Sends texts whose time has come: held ones at the end of quiet hours, and those that a crash left behind. The guard
 * is asked again first, since the renter may have opted out meanwhile.
 */
export async function sendDueTexts(deps: Omit<SendDeps, 'statusUrl'>, options: SendDueOptions = {}): Promise<void> {
	const due = await deps.store.texts.listDue(deps.clock.now(), AT_ONCE);
	const send = async (text: StoredText) => {
		const sending = sendOne(deps, text, options.sender ?? null);
		await (options.onError ? sending.catch(options.onError) : sending);
	};
	const inOrder = async (texts: StoredText[]) => {
		for (const text of texts) await send(text);
	};
	// What a crash interrupted is looked for at the phone system for a quarter of a minute: many such texts do not wait for one
	// another, nor the others for them.
	await Promise.all([inOrder(due.filter((text) => !isBegun(text))), ...due.filter(isBegun).map(send)]);
}

/** A request was begun: the phone system is asked first whether it has the text; the guard cannot take that back. */
function isBegun({ state, attemptedAt }: StoredText): boolean {
	return state === 'claimed' && attemptedAt !== null;
}

async function sendOne(deps: Omit<SendDeps, 'statusUrl'>, text: StoredText, sender: string | null): Promise<void> {
	const holder = (await deps.store.hookups.serving(text.line, 'text', 'live'))?.consumer ?? sender;
	if (sender !== null && holder !== sender) return;
	if (!isBegun(text) && !(await recheckGuard(deps, text))) return;
	await sendText({ ...deps, statusUrl: await statusUrlFor(deps.store, text) }, text.id);
}
