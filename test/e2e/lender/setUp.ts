/** jest's globalSetup: before the first file, in jest's first process. */
import path from 'node:path';
import { build, isStale } from '../../../sandbox/start/build';
import { startLender, type Lender } from './lender';
import { ADDRESS } from './messages';

const PROJECT = path.resolve(__dirname, '../../..');
/** For the tear-down, which jest loads as a module of its own. */
export const KEPT = Symbol.for('n8n-nodes-leasing: lender of n8n');

export default async function setUp(): Promise<void> {
	// Here and not in each file: two workers would build over each other.
	if (isStale(PROJECT)) await build(PROJECT);
	const lender = await startLender(PROJECT, (line) => process.stderr.write(`  note  ${line}\n`));
	process.env[ADDRESS] = lender.address;
	(globalThis as { [KEPT]?: Lender })[KEPT] = lender;
}
