import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { UserMistake } from '../../../leasing/userMistake';
import { storeAt } from './storeFor';

/** n8n's "test" of a Leasing Store credential: opens the store as a node would, and looks into it. */
export async function storeOpens(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	try {
		const store = await storeAt(credential.data ?? {});
		const portfolios = await store.portfolios.list();
		const holds = portfolios.map(({ settings }) => settings.brand).join(', ') || 'no company settings yet';
		return { status: 'OK', message: `The store opens: ${store.location}. It holds ${holds}.` };
	} catch (thrown) {
		return { status: 'Error', message: sentenceOf(thrown) };
	}
}

function sentenceOf(thrown: unknown): string {
	if (thrown instanceof UserMistake) return `${thrown.message} ${thrown.advice}`;
	return thrown instanceof Error ? thrown.message : String(thrown);
}
