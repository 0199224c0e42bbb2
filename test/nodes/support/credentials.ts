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

import { BuildiumApi } from '../../../credentials/BuildiumApi.credentials';
import { BuildiumWebhookApi } from '../../../credentials/BuildiumWebhookApi.credentials';
import { LeasingStoreApi } from '../../../credentials/LeasingStoreApi.credentials';
import { LeasingTwilioApi } from '../../../credentials/LeasingTwilioApi.credentials';

/** Credential fields by credential type, e.g. `{ leasingStoreApi: { file } }`. */
export type TestCredentials = Record<string, Record<string, unknown>>;

const credentialTypes: Record<string, ICredentialType> = {
	buildiumApi: new BuildiumApi(),
	buildiumWebhookApi: new BuildiumWebhookApi(),
	leasingStoreApi: new LeasingStoreApi(),
	leasingTwilioApi: new LeasingTwilioApi(),
};

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
		const authenticate = credentialTypes[type]?.authenticate;
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
