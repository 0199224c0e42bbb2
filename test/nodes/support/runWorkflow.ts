import './environment';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { TestCredentialsHelper, type TestCredentials } from './credentials';

export type NodeClass = new () => INodeType;

export interface TestNode {
	name: string;
	nodeType: NodeClass;
	parameters?: Record<string, unknown>;
	onError?: INode['onError'];
}

export interface TestWorkflow {
	/** The first one is where `items` go in. */
	nodes: TestNode[];
	/** `['From', output, 'To']`; without it every node's first output leads to the next node. */
	connections?: Array<[from: string, output: number, to: string]>;
	/** The json of each item; one empty item without it. */
	items?: object[];
	/** Used by every node that can take a credential of that type. */
	credentials?: TestCredentials;
}

export interface WorkflowResult {
	/** What the named node gave, by output; `[]` when it did not run. */
	outputs(name: string): INodeExecutionData[][];
}

/**
 * Runs a small workflow through n8n-core: real parameter resolution, expressions, error handling and pairing.
 * @throws the error that a node threw, if the run failed
 */
export async function runWorkflow(test: TestWorkflow): Promise<WorkflowResult> {
	const workflow = buildWorkflow(test);
	const run = await execute(workflow, test);
	const failure = run.data.resultData.error;
	if (failure) throw failure;
	return {
		outputs(name) {
			const main = run.data.resultData.runData[name]?.at(-1)?.data?.main ?? [];
			return main.map((items) => items ?? []);
		},
	};
}

/** The n8n `Workflow` of a test, for tests that build another context (webhook, trigger, hook) on it. */
export function buildWorkflow(test: TestWorkflow): Workflow {
	const instances = new Map(test.nodes.map((node) => [node.name, new node.nodeType()]));
	const nodes = test.nodes.map((node, index): INode => {
		const description = instances.get(node.name)?.description;
		const accepted = (description?.credentials ?? []).filter(({ name }) => test.credentials?.[name]);
		return {
			id: `node-${index + 1}`,
			name: node.name,
			type: `n8n-nodes-leasing.${description?.name}`,
			typeVersion: 1,
			position: [index * 200, 0],
			parameters: (node.parameters ?? {}) as INodeParameters,
			credentials: Object.fromEntries(accepted.map(({ name }) => [name, { id: name, name }])),
			...(node.onError ? { onError: node.onError } : {}),
		};
	});
	const byType = new Map([...instances.values()].map((instance) => [`n8n-nodes-leasing.${instance.description.name}`, instance]));
	return new Workflow({
		id: 'workflow-1',
		name: 'Test',
		nodes,
		connections: connect(test),
		active: false,
		nodeTypes: registry(byType),
		settings: { timezone: 'UTC' },
	});
}

/** What n8n hands to every context; the URL fields must not be empty. */
export function additionalDataFor(workflow: Workflow, credentials: TestCredentials): IWorkflowExecuteAdditionalData {
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: new TestCredentialsHelper(credentials),
		executionId: 'execution-1',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: 'http://127.0.0.1:5678/rest',
		instanceBaseUrl: 'http://127.0.0.1:5678',
		formBaseUrl: 'http://127.0.0.1:5678/form',
		formWaitingBaseUrl: 'http://127.0.0.1:5678/form-waiting',
		formTestBaseUrl: 'http://127.0.0.1:5678/form-test',
		webhookBaseUrl: 'http://127.0.0.1:5678/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1:5678/webhook-waiting',
		webhookTestBaseUrl: 'http://127.0.0.1:5678/webhook-test',
		hooks: new ExecutionLifecycleHooks('manual', 'execution-1', workflow as unknown as IWorkflowBase),
	};
	// The rest of the interface serves sub-workflows, agents and task runners, which no node of ours uses.
	return data as IWorkflowExecuteAdditionalData;
}

async function execute(workflow: Workflow, test: TestWorkflow): Promise<IRun> {
	const [first] = test.nodes;
	const start = first && workflow.getNode(first.name);
	if (!start) throw new Error('A test workflow needs at least one node');
	const items = (test.items ?? [{}]).map((json): INodeExecutionData => ({ json: structuredClone(json) as IDataObject }));
	const data = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: start, data: { main: [items] }, source: null }] },
	});
	const additionalData = additionalDataFor(workflow, test.credentials ?? {});
	return await new WorkflowExecute(additionalData, 'manual', data).processRunExecutionData(workflow);
}

function connect(test: TestWorkflow): IConnections {
	const chain = test.nodes.slice(1).map((node, index): [string, number, string] => [test.nodes[index]?.name ?? '', 0, node.name]);
	const connections: IConnections = {};
	for (const [from, output, to] of test.connections ?? chain) {
		const main = ((connections[from] ??= {}).main ??= []);
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return connections;
}

function registry(byType: Map<string, INodeType>): INodeTypes {
	const find = (type: string): INodeType => {
		const found = byType.get(type);
		if (!found) throw new Error(`The test workflow has no node type ${type}`);
		return found;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}
