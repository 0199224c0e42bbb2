import type { StoreContext } from './context';
import type { StoreIdentity } from './port';
import { insert } from './sql/columns';
import type { Sql } from './sql/executor';
import { one } from './sql/one';

/** Which store this is. Whoever opens it first gives it its id; of several at once, one. */
export async function identify(sql: Sql, { clock, ids }: StoreContext): Promise<StoreIdentity> {
	const read = 'SELECT id, made_at FROM store_identity';
	const known = await sql.get<{ id: string; made_at: number }>(read);
	if (known !== null) return { id: known.id, madeAt: known.made_at };
	await sql.run(...insert('store_identity', { one: 1, id: ids.next('store'), made_at: clock.now() }, 'ON CONFLICT (one) DO NOTHING'));
	const made = await one<{ id: string; made_at: number }>(sql, read, []);
	return { id: made.id, madeAt: made.made_at };
}
