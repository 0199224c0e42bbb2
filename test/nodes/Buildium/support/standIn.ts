import '../../support/environment';

import { LoadOptionsContext, TriggerContext } from 'n8n-core';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { HeldClock } from '../../../helpers/clock';
import { Buildium } from '../../../../nodes/Buildium/Buildium.node';
import { buildium, type BuildiumClient, type ClientOptions } from '../../../../nodes/Buildium/transport';
import {
	startBuildiumSandbox,
	type BuildiumRequest,
	type BuildiumSandbox,
	type BuildiumSandboxOptions,
} from '../../../../sandbox/buildium';
import { MISSING, specification, violationsOf } from '../../../../sandbox/buildium/specification';
import type { TestCredentials } from '../../support/credentials';
import { additionalDataFor, buildWorkflow } from '../../support/runWorkflow';

/** Starting one takes a moment and makes people and properties; tests that only read may share it. */
export interface StandIn {
	readonly sandbox: BuildiumSandbox;
	readonly credentials: TestCredentials;
	/** What the node asked for since the test began, as `METHOD /path`. */
	asked(): string[];
	/** Everything that the node asked for in this file up to now. */
	readonly everything: BuildiumRequest[];
	/** The last request with this method. */
	last(method: string): BuildiumRequest;
}

/** One stand-in for all tests of a file, or a new one for each. It has no pace limit unless the test wants one. */
export function useStandIn(each: 'file' | 'test', options: BuildiumSandboxOptions = {}): StandIn {
	let running: BuildiumSandbox | undefined;
	const everything: BuildiumRequest[] = [];
	const sandbox = (): BuildiumSandbox => {
		if (!running) throw new Error('The stand-in runs during tests only.');
		return running;
	};
	const start = async (): Promise<void> => {
		running = await startBuildiumSandbox({ requestsPerSecond: null, ...options });
	};
	const stop = async (): Promise<void> => {
		await running?.stop();
		running = undefined;
	};
	afterEach(() => {
		everything.push(...(running?.requests ?? []));
	});
	if (each === 'file') {
		beforeAll(start);
		afterAll(stop);
		beforeEach(() => {
			sandbox().requests.length = 0;
		});
	} else {
		beforeEach(start);
		afterEach(stop);
	}
	return {
		get sandbox() {
			return sandbox();
		},
		get credentials() {
			return credentialsOf(sandbox());
		},
		everything,
		asked: () => sandbox().requests.map(({ method, path }) => `${method} ${path}`),
		last(method) {
			const found = sandbox().requests.findLast((request) => request.method === method);
			if (!found) throw new Error(`The node sent no ${method}.`);
			return found;
		},
	};
}

/** The last test of a file: whatever its other tests made the node ask for is in the vendor's specification. */
export function allWithinSpecification(standIn: StandIn): void {
	const name = "every request that was sent is within the vendor's specification";
	if (specification() === null) {
		it.skip(`${name} [skipped: ${MISSING}]`, () => undefined);
		return;
	}
	it(name, () => {
		expect(standIn.everything.length).toBeGreaterThan(0);
		expect(violationsOf(standIn.everything)).toEqual([]);
	});
}

/** The credential for a stand-in, with other fields if the test wants. */
export function credentialsOf({ url, clientId, clientSecret }: BuildiumSandbox, more: Record<string, unknown> = {}): TestCredentials {
	return { buildiumApi: { environment: 'custom', baseUrl: url, clientId, clientSecret, requestsPerSecond: 9, ...more } };
}

/** The transport in n8n-core's own trigger context, as a published trigger uses it. */
export function clientOf(credentials: TestCredentials, options: ClientOptions = {}): BuildiumClient {
	const { workflow, node, additionalData } = partsOf(credentials);
	return buildium(new TriggerContext(workflow, node, additionalData, 'trigger', 'activate'), options);
}

/** Opens a list of the editor, as n8n does it. */
export function editorOf(credentials: TestCredentials, parameters: Record<string, unknown> = {}): ILoadOptionsFunctions {
	const { workflow, node, additionalData } = partsOf(credentials, parameters);
	additionalData.currentNodeParameters = node.parameters;
	// Its workflow may lack a name by type; ours has one.
	return new LoadOptionsContext(workflow, node, additionalData, '/parameters') as unknown as ILoadOptionsFunctions;
}

function partsOf(credentials: TestCredentials, parameters: Record<string, unknown> = {}) {
	const workflow = buildWorkflow({ nodes: [{ name: 'Node', nodeType: Buildium, parameters }], credentials });
	const node = workflow.getNode('Node');
	if (!node) throw new Error('The workflow has no node.');
	return { workflow, node, additionalData: additionalDataFor(workflow, credentials) };
}

/** Time that passes only by sleeping; every pause is written down. */
export function heldTools(clock: HeldClock): NonNullable<ClientOptions['tools']> & { pauses: number[] } {
	const pauses: number[] = [];
	return {
		clock,
		random: () => 0.5,
		pauses,
		async sleep(milliseconds) {
			pauses.push(milliseconds);
			clock.advance(milliseconds);
			await Promise.resolve();
		},
	};
}
