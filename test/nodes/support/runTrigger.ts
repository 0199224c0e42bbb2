import './environment';

import { TriggerContext } from 'n8n-core';
import type { IDataObject, IRun, ITriggerFunctions, ITriggerResponse, WorkflowExecuteMode } from 'n8n-workflow';

import { additionalDataFor, buildWorkflow, type TestNode } from './runWorkflow';
import type { TestCredentials } from './credentials';

/** One start of the workflow by the trigger. */
export interface Emitted {
	json: IDataObject;
	/** Names the start in the whole n8n. */
	key: string | undefined;
	/** Ends the execution as n8n would; undefined as `error` means success. */
	end(error?: string): void;
	/** The execution could not be started at all. */
	refuse(error: Error): void;
}

/**
 * Runs a node's `trigger()` in n8n-core's own trigger context; the test stands where n8n runs the workflow.
 * @param onEmit hears of every start
 */
export async function runTrigger(test: {
	node: TestNode;
	mode: 'manual' | 'trigger';
	credentials?: TestCredentials;
	onEmit?: (emitted: Emitted) => void;
}): Promise<ITriggerResponse> {
	const workflow = buildWorkflow({ nodes: [test.node], credentials: test.credentials ?? {} });
	const node = workflow.getNode(test.node.name);
	const type = node && workflow.nodeTypes.getByNameAndVersion(node.type);
	if (!node || !type?.trigger) throw new Error('The test needs a node with trigger().');
	const mode: WorkflowExecuteMode = test.mode;
	const context = new TriggerContext(
		workflow,
		node,
		additionalDataFor(workflow, test.credentials ?? {}),
		mode,
		mode === 'manual' ? 'manual' : 'activate',
		emitter((emitted) => test.onEmit?.(emitted)),
	);
	const response = await type.trigger.call(context as unknown as ITriggerFunctions);
	if (!response) throw new Error('trigger() gave nothing.');
	return response;
}

/** Stands where n8n starts executions. */
export function emitter(onEmit: (emitted: Emitted) => void): ITriggerFunctions['emit'] {
	return (data, _response, done, key) => onEmit({ json: data[0]?.[0]?.json ?? {}, key, ...endsOf(done) });
}

function endsOf(done: Parameters<ITriggerFunctions['emit']>[2]): Pick<Emitted, 'end' | 'refuse'> {
	return {
		end: (error) => done?.resolve(runThatEnded(error)),
		refuse: (error) => done?.reject(error),
	};
}

/** What our nodes read of an execution. */
function runThatEnded(error: string | undefined): IRun {
	const resultData = error === undefined ? { runData: {} } : { runData: {}, error: new Error(error) };
	return { status: error === undefined ? 'success' : 'error', data: { resultData } } as unknown as IRun;
}
