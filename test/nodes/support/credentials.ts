import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
} from 'n8n-workflow';

import * as z from 'zod/v4';

/** Credential fields by credential type, e.g. `{ leasingStoreApi: { file } }`. */
export type TestCredentials = Record<string, Record<string, unknown>>;

const PROJECT = path.resolve(__dirname, '../../..');
const manifestSchema = z.object({ n8n: z.object({ credentials: z.array(z.string()) }) });
/** Which classes there are is known only from package.json. */
const load = createRequire(__filename);

/** All credentials of the package: a new one needs no line here. */
const credentialTypes: Record<string, ICredentialType> = Object.fromEntries(
	manifestSchema.parse(JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8'))).n8n.credentials.map((built) => {
		const source = built.replace(/^dist\//, '').replace(/\.js$/, '');
		const module = load(path.join(PROJECT, source)) as Record<string, new () => ICredentialType>;
		const Class = module[path.basename(source).split('.')[0] ?? ''];
		if (!Class) throw new Error(`${source} does not export the class that its file is named after.`);
		const credential = new Class();
		return [credential.name, credential];
	}),
);

/**
 * Stands where n8n's encrypted credential store stands. Fields left out get the credential's own defaults, and
 * `authenticate` follows the credential class, as n8n does it.
 */
export class TestCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly credentials: TestCredentials) {
		super();
	}

	override async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const given = this.credentials[type];
		if (!given) throw new Error(`The test gave no credential of type ${type}`);
		// Without its class, requests to the vendor would go out without it, and nobody would notice.
		if (!credentialTypes[type]) throw new Error(`Add the credential ${type} to test/nodes/support/credentials.ts`);
		const defaults = this.getCredentialsProperties(type).map((property) => [property.name, property.default]);
		return { ...Object.fromEntries(defaults), ...given } as ICredentialDataDecryptedObject;
	}

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const credential = credentialTypes[type];
		// Without this a forgotten line in package.json would send requests without keys, and a lenient stand-in would answer them.
		if (!credential) throw new Error(`package.json lists no credential of type ${type}.`);
		const { authenticate } = credential;
		if (!authenticate) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		const resolve = (value: string): string =>
			String(workflow.expression.getSimpleParameterValue(node, value, 'internal', { $credentials: credentials }, undefined, ''));
		const resolveAll = (group: object | undefined) =>
			Object.fromEntries(Object.entries(group ?? {}).map(([name, value]) => [resolve(name), resolve(String(value))]));
		const { auth, headers, qs } = authenticate.properties;
		if (auth) request.auth = { username: resolve(String(auth.username)), password: resolve(String(auth.password)) };
		if (headers) request.headers = { ...request.headers, ...resolveAll(headers) };
		if (qs) request.qs = { ...request.qs, ...resolveAll(qs) };
		return request;
	}

	override getParentTypes(): string[] {
		return [];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async getCredentials(): Promise<ICredentials> {
		throw new Error('Tests hold credentials in the clear');
	}

	override async updateCredentials(): Promise<void> {}

	override async updateCredentialsOauthTokenData(): Promise<void> {}

	override getCredentialsProperties(type: string): INodeProperties[] {
		return credentialTypes[type]?.properties ?? [];
	}
}
