import type { StoredText } from '../../store/port';
import type { SendDeps } from './sendDeps';
import { sendText } from './sendText';
import { servingTrigger, statusUrlFor } from './servingTrigger';

type Deps = Omit<SendDeps, 'statusUrl'>;

const AT_ONCE = 20;
/** What others have left lying must not hide what is ours; beyond so many rows the next round looks again. */
const LOOKED_AT = 1_000;

export interface SendDueOptions {
	/** The trigger that sends. Texts of a line that another published trigger holds are left to that one: it may have another account. */
	sender?: string;
	/** One text that cannot be dealt with must not keep the others waiting. Without it the first failure is thrown. */
	onError?: (error: unknown) => void;
}

/**
 * Sends texts whose time has come: held ones at the end of quiet hours, and those that a crash left behind; but only what this
 * sender may send by its provider.
 */
export async function sendDueTexts(deps: Deps, options: SendDueOptions = {}): Promise<void> {
	const due = await dueAndMine(deps, options.sender ?? null);
	const send = async (text: StoredText) => {
		const sending = sendOne(deps, text);
		await (options.onError ? sending.catch(options.onError) : sending);
	};
	const inOrder = async (texts: StoredText[]) => {
		for (const text of texts) await send(text);
	};
	// What a crash interrupted is looked for at the phone system for a quarter of a minute: many such texts do not wait for one
	// another, nor the others for them.
	await Promise.all([inOrder(due.filter((text) => !isBegun(text))), ...due.filter(isBegun).map(send)]);
}

/** The oldest due texts that are this sender's. */
async function dueAndMine(deps: Deps, sender: string | null): Promise<StoredText[]> {
	const now = deps.clock.now();
	const mine: StoredText[] = [];
	let last: StoredText | undefined;
	for (let looked = 0; looked < LOOKED_AT && mine.length < AT_ONCE; looked += AT_ONCE) {
		const page = await deps.store.texts.listDue(now, AT_ONCE, last && { dueAt: last.dueAt, id: last.id });
		for (const text of page) if (await isMine(deps, text, sender)) mine.push(text);
		last = page.at(-1);
		if (page.length < AT_ONCE) break;
	}
	return mine;
}

/** A request was begun: the phone system is asked first whether it has the text; the guard cannot take that back. */
function isBegun({ state, attemptedAt }: StoredText): boolean {
	return state === 'claimed' && attemptedAt !== null;
}

/**
 * What was never begun goes out by whichever trigger serves the line now; if none does, by the provider that was meant to send it.
 * What was begun can be looked for only at the provider that was asked.
 */
async function isMine({ store, provider }: Deps, text: StoredText, sender: string | null): Promise<boolean> {
	const byMe = text.provider === null || text.provider === provider.name;
	const trigger = await servingTrigger(store, text.line, text.provider === null ? [] : [text.provider]);
	const another = trigger !== null && sender !== null && trigger.consumer !== sender;
	if (isBegun(text)) return byMe && !(another && trigger.provider === provider.name);
	return trigger === null || sender === null ? byMe : !another;
}

async function sendOne(deps: Deps, text: StoredText): Promise<void> {
	await sendText({ ...deps, statusUrl: await statusUrlFor(deps.store, text, deps.provider.name) }, text.id);
}
