import { HOUR } from '../../leasing/time';
import type { DeliveryCountFamily } from '../port/deliveryCounts';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';

export function makeDeliveryCounts(sql: Sql): DeliveryCountFamily {
	return {
		async add(consumer, subject, at) {
			const hour = Math.floor(at / HOUR);
			const [statement, values] = insert(
				'delivery_counts',
				{ consumer, subject, hour, count: 1 },
				'ON CONFLICT (consumer, subject, hour) DO UPDATE SET count = delivery_counts.count + 1 RETURNING count',
			);
			const { count } = await one<{ count: number }>(sql, statement, values);
			// The first of an hour clears up, so that the table stays as small as two hours are.
			if (count === 1) await sql.run('DELETE FROM delivery_counts WHERE consumer = $1 AND hour < $2', [consumer, hour - 1]);
			return count;
		},
	};
}
