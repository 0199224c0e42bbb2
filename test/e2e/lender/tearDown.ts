/** jest's globalTeardown: after the last file. */
import type { Lender } from './lender';
import { KEPT } from './setUp';

export default async function tearDown(): Promise<void> {
	await (globalThis as { [KEPT]?: Lender })[KEPT]?.close();
}
