import { sleep } from 'n8n-workflow';

import { PATIENT } from '../../../leasing/buildium/patience';
import { BUILDIUM } from '../../../leasing/buildium/vendor';
import type { Patience } from '../../../leasing/rest/patience';
import type { Millis } from '../../../leasing/time';
import { gateOf, type RestTools } from '../../../office/rest/gate';
import { requestOnce, type RequestContext } from '../../shared/rest/request';
import { systemClock, systemRandom } from '../../shared/runtime';
import { BuildiumClient, type BuildiumLine } from './client';
import { buildiumAccount, CREDENTIAL } from './credential';

export { BuildiumClient, PAGE_SIZE, type Page, type PageRequest, type RawRequest, type WriteOptions } from './client';
export { CREDENTIAL } from './credential';
export { isRecord, type BuildiumRecord } from './records';

export interface ClientOptions {
	/** HASTY for what is tried again later anyway. */
	patience?: Patience;
	tools?: RestTools;
	/** How long one request may take. */
	timeout?: Millis;
}

const SYSTEM: RestTools = { clock: systemClock, random: systemRandom, sleep };

/** Buildium's ordinary answers were seen to take up to fifteen seconds. */
const TIME_OUT: Millis = 30_000;

/**
 * The client of a node: from execute, trigger, poll, webhook or a list in the editor. The credential is read once, at the first
 * request, so what runs for long makes a new client now and then.
 */
export function buildium(
	context: RequestContext,
	{ patience = PATIENT, tools = SYSTEM, timeout = TIME_OUT }: ClientOptions = {},
): BuildiumClient {
	let line: Promise<BuildiumLine> | undefined;
	return new BuildiumClient(() => {
		line ??= buildiumAccount(context).then((account) => ({
			vendor: BUILDIUM,
			account,
			send: async (request) => await requestOnce(context, CREDENTIAL, request, timeout),
			gate: gateOf(account.key),
			limits: account.limits,
			tools,
			patience,
		}));
		return line;
	});
}
