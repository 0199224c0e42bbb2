/** Copies the residents in a process of its own, which the test kills. Arguments: JSON with the credentials. */
import { randomBytes } from 'node:crypto';

import axios from 'axios';

import { BUILDIUM_LISTS } from '../../../../leasing/buildium/directory/lists';
import { buildiumSource } from '../../../../nodes/Buildium/directory/source';
import { buildium } from '../../../../nodes/Buildium/transport';
import type { RequestContext } from '../../../../nodes/shared/rest/request';
import { syncList } from '../../../../office/directory/sync/syncList';
import { makeIds } from '../../../../store/ids';
import { openStore } from '../../../../store/openStore';
import type { TestCredentials } from '../../support/credentials';

interface Assignment {
	credentials: TestCredentials;
	file: string;
}

/** Stands where n8n stands: n8n-core takes longer to load than the whole copy. */
function contextOf({ buildiumApi = {} }: TestCredentials): RequestContext {
	const { clientId, clientSecret } = buildiumApi as Record<string, string>;
	return {
		getCredentials: async () => await Promise.resolve(buildiumApi),
		helpers: {
			async httpRequestWithAuthentication(_type, { method, url }) {
				const headers = { 'x-buildium-client-id': clientId, 'x-buildium-client-secret': clientSecret };
				const answer = await axios.request<unknown>({ method: method ?? 'GET', url, headers, validateStatus: () => true });
				return { statusCode: answer.status, headers: { ...answer.headers }, body: answer.data };
			},
		},
	};
}

async function main({ credentials, file }: Assignment): Promise<void> {
	const clock = { now: () => Date.now() };
	const store = await openStore({ backend: 'sqlite', file }, { clock, ids: makeIds(clock, randomBytes) });
	const residents = BUILDIUM_LISTS.find(({ name }) => name === 'residents');
	if (!residents) throw new Error('There is no list of residents.');
	await syncList(buildiumSource(buildium(contextOf(credentials)), residents), {
		store,
		of: { portfolio: 'main', provider: 'buildium' },
		clock,
		read: { country: 'US', known: { own: new Set(), staff: new Set() } },
		whole: false,
		wholeEvery: Number.POSITIVE_INFINITY,
		stopAt: Number.POSITIVE_INFINITY,
	});
	await store.close();
}

void main(JSON.parse(process.argv[2] ?? '{}') as Assignment);
