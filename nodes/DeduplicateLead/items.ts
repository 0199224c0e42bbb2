import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Store } from '../../store/port';
import { asNodeError } from '../shared/errors';
import { makeGiveWay } from '../shared/items/giveWay';
import { newNeighbours } from '../../office/matching/records';
import { SettingsCache } from '../../office/portfolio/settingsCache';
import { readInquiry, readSettings } from './parameters';
import { systemClock } from '../shared/runtime';
import { takeInTogether } from '../../office/intake/batch/takeInTogether';
import { officeHours } from '../../office/intake/batch/officeHours';
import { makePace } from '../../office/intake/batch/pace';
import { makeProgress } from './progress';
import { ERROR_OUTPUT, OUTPUT, resultItem, type Job } from './result';

/**
 * All items of a run, in order. Many items share a transaction, because every commit waits for the disk; the result is that of
 * one transaction each. An item that fails takes no other one with it.
 */
export async function deduplicateItems(node: IExecuteFunctions, open: () => Promise<Store>): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	const outputs: INodeExecutionData[][] = [[], [], []];
	const settings = new SettingsCache();
	const hours = officeHours();
	const progress = makeProgress(node, items.length);
	const fail = (index: number, thrown: unknown): void => {
		const error = asNodeError(node.getNode(), thrown, index);
		if (!node.continueOnFail()) throw error;
		// These two keys and no others tell n8n that the item failed.
		outputs[ERROR_OUTPUT]?.push({ json: { error: error.message, details: error.description ?? null }, pairedItem: { item: index } });
	};

	const read = async (index: number): Promise<{ job: Job; store: Store }> => {
		const inquiry = readInquiry(node, index);
		const { defaultOwner, ...chosen } = readSettings(node, index);
		const store = await open();
		const saved = await settings.get(store, inquiry.portfolio);
		return {
			store,
			job: {
				...chosen,
				index,
				inquiry,
				people: newNeighbours(inquiry),
				settings: defaultOwner === null ? saved : { ...saved, defaultOwner },
			},
		};
	};

	const pace = makePace();
	const giveWay = makeGiveWay(systemClock);
	for (let index = 0; index < items.length;) {
		await giveWay();
		const first = await read(index).catch((thrown: unknown) => ({ thrown }));
		if ('thrown' in first) {
			fail(index, first.thrown);
			index += 1;
			continue;
		}
		// Reading the next items may fail too; then they wait until this chunk is done.
		const jobs = [first.job];
		while (jobs.length < pace.most() && index + jobs.length < items.length && !first.job.dryRun) {
			const next = await read(index + jobs.length).catch(() => null);
			if (next === null || next.job.dryRun) break;
			jobs.push(next.job);
		}
		const began = systemClock.now();
		const done = await takeInTogether({ store: first.store, clock: systemClock, hours }, jobs);
		pace.took(done.length, systemClock.now() - began);
		for (const one of done) {
			if ('thrown' in one) fail(one.job.index, one.thrown);
			else outputs[OUTPUT[one.result.match.decision]]?.push(resultItem(one.job, one.result, items[one.job.index]));
		}
		index += done.length;
		progress.tell(
			index,
			outputs.map(({ length }) => length),
		);
	}
	return outputs;
}
