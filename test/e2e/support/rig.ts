/** The rig of the end-to-end tests, on an n8n that is lent to each file in turn; sandbox/rig.ts, because the benchmark stands on it too. */
import { startRig as startRigOn, type Rig, type RigOptions } from '../../../sandbox/rig';
import { borrowHost } from '../lender/borrow';

export type { Rig };

export async function startRig(options: Omit<RigOptions, 'host' | 'env'> = {}): Promise<Rig> {
	return await startRigOn({ ...options, host: borrowHost });
}
