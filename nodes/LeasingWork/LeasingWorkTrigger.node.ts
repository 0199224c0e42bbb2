import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';

import { MINUTE, type Millis } from '../../leasing/time';
import type { Store } from '../../store/port';
import { isRestart, whenStoreOpens } from '../shared/trigger/atRestart';
import { startRound, strandedRounds } from '../shared/trigger/background';
import { runWorkflow } from '../shared/runs/runWorkflow';
import type { Drain } from '../../office/claims/claimLoop';
import { usualPatience } from '../shared/runs/silence';
import { asNodeError } from '../shared/errors';
import { consumerOf } from '../shared/events/consumer';
import { dueWorkItem } from '../shared/items/workItem';
import { processName, systemClock, systemRandom } from '../shared/runtime';
import { storeFor } from '../shared/store/storeFor';
import { storeOpens } from '../shared/store/storeOpens';
import { workServed } from '../../office/stranded/idleWork';
import { startWorkDrain } from '../../office/work/drainWork';
import { workTriggerProperties } from './description';
import { nextDue } from './nextDue';
import { workTriggerSettings, type WorkTriggerSettings } from './parameters';

/** One item per piece of due work of the chosen kinds; the work is done when the execution has ended well. */
export class LeasingWorkTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Leasing Work Trigger',
		name: 'leasingWorkTrigger',
		icon: { light: 'file:leasingWork.svg', dark: 'file:leasingWork.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter.kinds }}',
		description: 'Starts the workflow once for every piece of work that is due, and again if it fails',
		defaults: { name: 'Leasing Work Trigger' },
		eventTriggerDescription: 'Looking for work that is due',
		activationMessage: 'Work of these kinds now runs this workflow when it is due. Watch the executions.',
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'leasingStoreApi', displayName: 'Leasing Store (Optional)', required: false, testedBy: 'storeOpens' }],
		properties: workTriggerProperties,
	};

	methods = { credentialTest: { storeOpens } };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		try {
			const settings = workTriggerSettings((name, fallback) => this.getNodeParameter(name, fallback));
			if (this.getMode() === 'manual') {
				const store = await storeFor(this);
				return { manualTriggerFunction: async () => await emitNextDue(this, store, settings) };
			}
			// Whoever publishes hears at once of a store that does not open.
			if (!isRestart(this)) await storeFor(this);
			const running = whenStoreOpens(
				async () => await storeFor(this),
				(store) => startRunning(this, store, settings),
				(error) =>
					this.logger.error(`Leasing Work Trigger cannot start yet: ${error instanceof Error ? error.message : String(error)}`),
			);
			return { closeFunction: async () => await running.stop() };
		} catch (error) {
			throw asNodeError(this.getNode(), error);
		}
	}
}

async function emitNextDue(context: ITriggerFunctions, store: Store, { kinds }: WorkTriggerSettings): Promise<void> {
	try {
		const work = await nextDue(store.work, kinds, systemClock.now());
		context.emit([[{ json: dueWorkItem(work) as IDataObject }]]);
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

/** Work may be long, and nobody waits for it at the phone. */
const SILENT_FOR: Millis = 30 * MINUTE;

let started = 0;

function startRunning(context: ITriggerFunctions, store: Store, { kinds, atOnce, backOff }: WorkTriggerSettings): Drain {
	const onError = (error: unknown): void =>
		context.logger.error(`Leasing Work Trigger: ${error instanceof Error ? error.message : String(error)}`);
	const consumer = consumerOf(context);
	const stops = strandedRounds(store, consumer, workServed(kinds)).map((round) => startRound(round, consumer, onError));
	const drain = startWorkDrain({
		store,
		clock: systemClock,
		random: systemRandom,
		kinds,
		// Several triggers of one process may take the same kinds, and one that was published anew must not end a claim of its
		// former self.
		claimer: `${processName}:${++started}`,
		// The end of the claim is in the key, because a retry by a person counts the attempts from 1 again.
		run: async (work) =>
			await runWorkflow(
				context,
				dueWorkItem(work),
				`leasing:${work.id}:${work.attempts}:${work.claimedUntil}`,
				usualPatience(SILENT_FOR),
			),
		maxInFlight: atOnce,
		backOff,
		onError,
	});
	return {
		stop: async (graceMs) => {
			stops.forEach((stop) => stop());
			await drain.stop(graceMs);
		},
	};
}
