import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { taskKeysOfInquiry } from '../../leasing/task/keys';
import { fromJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { unknownRecord, withReferences } from '../sql/references';

/** Tables whose rows tell of a call, and those that tell of an inquiry. */
const OF_CALL = ['texts', 'tasks', 'timeline'];
const OF_INQUIRY = ['touches', 'match_records', 'timeline', 'texts'];

/** Puts an inquiry with all that came of it on a lead. */
export async function moveInquiry(sql: Sql, id: string, leadId: string): Promise<void> {
	await withReferences(sql, { leadId }, async (step) => {
		const row = await step.get<{ inquiry: string }>('UPDATE inquiries SET lead_id = $2 WHERE id = $1 RETURNING inquiry', [id, leadId]);
		if (row === null) throw unknownRecord('inquiry', id);
		for (const table of OF_INQUIRY) await step.run(`UPDATE ${table} SET lead_id = $2 WHERE inquiry_id = $1`, [id, leadId]);

		const inquiry = fromJson<Inquiry>(row.inquiry);
		const { portfolio, provider, call: heard } = inquiry;
		for (const key of taskKeysOfInquiry(inquiry, id)) {
			await step.run('UPDATE tasks SET lead_id = $3 WHERE portfolio = $1 AND key = $2', [portfolio, key, leadId]);
		}
		if (heard === null) return;
		const call = await step.get<{ id: string }>(
			'UPDATE calls SET lead_id = $3 WHERE provider = $1 AND provider_call_id = $2 RETURNING id',
			[provider, heard.callKey, leadId],
		);
		if (call === null) return;
		for (const table of OF_CALL) await step.run(`UPDATE ${table} SET lead_id = $2 WHERE call_id = $1`, [call.id, leadId]);
	});
}
