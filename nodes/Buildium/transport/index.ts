import { sleep } from 'n8n-workflow';

import { PATIENT, type Patience } from '../../../leasing/buildium/patience';
import type { Millis } from '../../../leasing/time';
import { systemClock, systemRandom } from '../../shared/runtime';
import { BuildiumClient } from './client';
import { buildiumAccount } from './credential';
import type { Line } from './exchange';
import { gateOf, type BuildiumTools } from './gate';
import { TIME_OUT, type BuildiumContext } from './send';

export { BuildiumClient, PAGE_SIZE, type Page, type PageRequest, type RawRequest, type WriteOptions } from './client';
export { CREDENTIAL } from './credential';
export { asReply, BuildiumError, isRecord, type BuildiumRecord, type Reply } from './error';
export type { BuildiumTools } from './gate';
export type { BuildiumContext } from './send';

export interface ClientOptions {
	/** HASTY for what is tried again later anyway. */
	patience?: Patience;
	tools?: BuildiumTools;
	/** How long one request may take. */
	timeout?: Millis;
}

const SYSTEM: BuildiumTools = { clock: systemClock, random: systemRandom, sleep };

/**
 * The client of a node: from execute, trigger, poll, webhook or a list in the editor. The credential is read once, at the first
 * request, so what runs for long makes a new client now and then.
 */
export function buildium(
	context: BuildiumContext,
	{ patience = PATIENT, tools = SYSTEM, timeout = TIME_OUT }: ClientOptions = {},
): BuildiumClient {
	let line: Promise<Line> | undefined;
	return new BuildiumClient(() => {
		line ??= buildiumAccount(context).then((account) => ({ context, account, gate: gateOf(account.key), tools, patience, timeout }));
		return line;
	});
}
