import './environment';

import { HookContext, TriggerContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	IHookFunctions,
	INode,
	INodeType,
	ITriggerFunctions,
	IWebhookData,
	IWebhookFunctions,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { TestCredentials } from './credentials';
import { emitter, type Emitted } from './runTrigger';
import { additionalDataFor, buildWorkflow, type NodeClass } from './runWorkflow';

/** A request as a vendor makes it. */
export interface VendorRequest {
	/** As the vendor was told it, query included. */
	url: string;
	headers: Record<string, string>;
	body: string | Buffer;
	/** POST if left out. */
	method?: 'GET' | 'POST';
	ip?: string;
}

export interface Delivered {
	status: number;
	body: string;
	headers: Record<string, string>;
	/** What the canvas got of it. */
	items: IDataObject[];
}

/** Whether the editor listens, or the workflow is published. */
export type Purpose = 'live' | 'test';

let rigs = 0;

/**
 * One trigger node in n8n-core's own contexts, driven as n8n drives it: webhooks are registered, requests come in, the trigger is started
 * and stopped. The test stands where n8n runs the workflow.
 */
export class TriggerRig {
	/** Every start of the workflow. */
	readonly emitted: Emitted[] = [];
	/** Names the trigger in the store. */
	readonly consumer: string;
	private readonly workflow: Workflow;
	private readonly node: INode;
	private readonly type: INodeType;
	private close: (() => Promise<void>) | undefined;

	/** @param same takes the place of this one: another process, or the same node with other credentials */
	constructor(
		private readonly setUp: {
			nodeType: NodeClass;
			parameters: Record<string, unknown>;
			credentials: TestCredentials;
			onEmit?: (emitted: Emitted) => void;
		},
		same?: TriggerRig,
	) {
		rigs += 1;
		this.workflow = buildWorkflow({ nodes: [{ name: 'Trigger', ...setUp }], credentials: setUp.credentials });
		this.workflow.id = same?.workflow.id ?? `workflow-${rigs}`;
		const node = this.workflow.getNode('Trigger');
		if (!node) throw new Error('The rig has no node.');
		this.node = node;
		this.type = this.workflow.nodeTypes.getByNameAndVersion(node.type) as INodeType;
		// The nodes remember what they read under a credential's id.
		for (const chosen of Object.values(node.credentials ?? {})) chosen.id = `${chosen.id}-${rigs}`;
		this.consumer = `${this.workflow.id}:${node.id}`;
	}

	/** The trigger's address, without query, as vendors are told it. */
	address(purpose: Purpose = 'live'): string {
		return this.hookContext(purpose, 'activate').getNodeWebhookUrl('default') ?? '';
	}

	/** The vendor makes a request. */
	async deliver(request: VendorRequest, purpose: Purpose = 'live'): Promise<Delivered> {
		const delivered: Delivered = { status: 0, body: '', headers: {}, items: [] };
		const response = {
			destroyed: false,
			status: (code: number) => ((delivered.status = code), response),
			type: () => response,
			set: (headers: Record<string, string>) => (Object.assign(delivered.headers, headers), response),
			send: (text: string) => ((delivered.body = text), response),
		};
		const { pathname, search, searchParams } = new URL(request.url);
		const method = request.method ?? 'POST';
		const httpRequest = {
			method,
			originalUrl: pathname + search,
			query: Object.fromEntries(searchParams),
			headers: request.headers,
			ip: request.ip,
			rawBody: Buffer.from(request.body),
		};
		const additionalData = Object.assign(this.additionalData(), { httpRequest, httpResponse: response });
		const mode: WorkflowExecuteMode = purpose === 'test' ? 'manual' : 'webhook';
		const context = new WebhookContext(this.workflow, this.node, additionalData, mode, this.webhookData(purpose, method), [], null);
		const returned: IWebhookResponseData | undefined = await this.type.webhook?.call(context as unknown as IWebhookFunctions);
		delivered.items = (returned?.workflowData ?? []).flat().map(({ json }) => json);
		return delivered;
	}

	/** What n8n does when a workflow is published, or when n8n itself starts. */
	async publish(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		await this.hook('live', activation, 'connect');
		const context = new TriggerContext(
			this.workflow,
			this.node,
			this.additionalData(),
			'trigger',
			activation,
			emitter((emitted) => {
				this.emitted.push(emitted);
				this.setUp.onEmit?.(emitted);
			}),
		);
		this.close = (await this.type.trigger?.call(context as unknown as ITriggerFunctions))?.closeFunction;
	}

	/** n8n ends: nothing is given back. */
	async shutDown(): Promise<void> {
		await this.close?.();
		this.close = undefined;
	}

	async unpublish(): Promise<void> {
		await this.hook('live', 'update', 'delete');
		await this.shutDown();
	}

	async listen(): Promise<void> {
		await this.hook('test', 'manual', 'connect');
	}

	async stopListening(): Promise<void> {
		await this.hook('test', 'manual', 'delete');
	}

	/** `connect` is what n8n does with each webhook of a node: it asks whether it exists, and creates it if not. */
	private async hook(purpose: Purpose, activation: WorkflowActivateMode, what: 'connect' | 'delete'): Promise<void> {
		const methods = this.type.webhookMethods?.default;
		if (!methods) return;
		// n8n's mode is another when lines are given back; nothing else tells the two apart there but the address.
		const context = this.hookContext(purpose, activation, what === 'delete' ? 'internal' : undefined) as unknown as IHookFunctions;
		if (what === 'delete') await methods.delete.call(context);
		else if (!(await methods.checkExists.call(context))) await methods.create.call(context);
	}

	private hookContext(purpose: Purpose, activation: WorkflowActivateMode, mode?: WorkflowExecuteMode): HookContext {
		const usual: WorkflowExecuteMode = purpose === 'test' ? 'manual' : 'trigger';
		return new HookContext(this.workflow, this.node, this.additionalData(), mode ?? usual, activation, this.webhookData(purpose));
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		return additionalDataFor(this.workflow, this.setUp.credentials);
	}

	private webhookData(purpose: Purpose, method = 'POST'): IWebhookData {
		const webhookDescription = this.type.description.webhooks?.find(({ httpMethod }) => httpMethod === method);
		return { isTest: purpose === 'test', webhookDescription } as unknown as IWebhookData;
	}
}
