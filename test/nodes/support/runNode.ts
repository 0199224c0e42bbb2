import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { TestCredentials } from './credentials';
import { runWorkflow, type NodeClass } from './runWorkflow';

export interface NodeRun {
	nodeType: NodeClass;
	/** As in workflow JSON; what is left out gets the node's default. Expressions (`={{ $json.x }}`) are resolved. */
	parameters?: Record<string, unknown>;
	/** The json of each item; one empty item without it. */
	items?: object[];
	/** Fields by credential type; without it the node runs as if none was chosen. */
	credentials?: TestCredentials;
	/** `continueRegularOutput` is what the editor calls On Error: Continue. */
	onError?: INode['onError'];
}

export interface NodeResult {
	/** The node's items by output, as n8n recorded them, `pairedItem` included. */
	outputs: INodeExecutionData[][];
	/** Only the json of the items, by output. */
	json: IDataObject[][];
}

/**
 * Runs one node through n8n-core.
 * @throws the node's NodeOperationError or NodeApiError, if the run failed
 */
export async function runNode(run: NodeRun): Promise<NodeResult> {
	const { nodeType, parameters, onError, ...workflow } = run;
	const node = { name: 'Node', nodeType, ...(parameters ? { parameters } : {}), ...(onError ? { onError } : {}) };
	const outputs = (await runWorkflow({ nodes: [node], ...workflow })).outputs('Node');
	return { outputs, json: outputs.map((items) => items.map((item) => item.json)) };
}
