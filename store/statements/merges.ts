import type { MergeFamily } from '../port/merges';
import { StoreError } from '../port/errors';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import { one } from '../sql/one';
import { unknownLead } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf, standsFor } from './leadGroup';
import { COLUMNS as LEAD, patched, toColumns, toLead, type Row as LeadRow } from './leadRow';
import { changedColumns, columnsToRestore, COLUMNS, toMerge, type Changed, type ChangedRow, type Row } from './mergeRow';
import { COLUMNS as TASK } from './taskRow';

type AnyRow = Record<string, Param>;

export function makeMerges(sql: Sql, { clock, ids }: StatementContext): MergeFamily {
	const standing = async (step: Sql, id: string) => {
		const row = await step.get<LeadRow & AnyRow>(`SELECT ${LEAD} FROM leads WHERE id = ${standsFor('$1')} ${step.dialect.forUpdate}`, [
			id,
		]);
		if (row === null) throw unknownLead(id);
		return row;
	};

	return {
		async merge({ keptId, mergedId, change, closeTaskIds, by, reasons, at }) {
			return await sql.atomically(async (step) => {
				const kept = await standing(step, keptId);
				const merged = await standing(step, mergedId);
				refuse(kept, merged);
				const passedOn = await step.all<{ id: string }>('UPDATE leads SET merged_into = $1 WHERE merged_into = $2 RETURNING id', [
					kept.id,
					merged.id,
				]);
				await step.run('UPDATE leads SET merged_into = $1 WHERE id = $2', [kept.id, merged.id]);

				const moment = clock.now();
				const [before, gone] = [toLead(kept), toLead(merged)];
				// Whoever took over one of them has taken over both.
				const changedLead = patched(before, { ...change, takenOver: before.takenOver ?? gone.takenOver }, moment);
				const now = { ...toColumns(changedLead), updated_at: moment };
				await setColumns(step, 'leads', kept.id, now);
				const changed: Changed = {
					kept: changedColumns(kept.id, kept, { ...kept, ...now }),
					tasks: await closeTasks(step, closeTaskIds, { by, at }),
					passedOn: passedOn.map(({ id }) => id).sort(),
				};
				const row = {
					id: ids.next('merge'),
					portfolio: kept.portfolio,
					kept_id: kept.id,
					merged_id: merged.id,
					merged_by: by,
					reasons: toJson(reasons),
					at,
					changed: toJson(changed),
				};
				const merge = toMerge(await one<Row>(step, ...insert('lead_merges', row, `RETURNING ${COLUMNS}`)));
				return { merge, lead: toLead(await standing(step, kept.id)) };
			});
		},

		async undo(id, by, at) {
			return await sql.atomically(async (step) => {
				const row = await step.get<Row>(
					`UPDATE lead_merges SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL RETURNING ${COLUMNS}`,
					[id, at, by],
				);
				if (row === null) return null;
				const later = await step.get<{ id: string }>('SELECT id FROM lead_merges WHERE merged_id = $1 AND undone_at IS NULL', [
					row.kept_id,
				]);
				if (later !== null) throw mergedOnwards(later.id);

				const { kept, tasks, passedOn } = fromJson<Changed>(row.changed);
				for (const leadId of passedOn) {
					await step.run('UPDATE leads SET merged_into = $1 WHERE id = $2 AND merged_into = $3', [
						row.merged_id,
						leadId,
						row.kept_id,
					]);
				}
				await step.run('UPDATE leads SET merged_into = NULL WHERE id = $1', [row.merged_id]);
				await restore(step, 'leads', LEAD, kept, clock.now());
				for (const task of tasks) await restore(step, 'tasks', TASK, task, clock.now());
				return toMerge(row);
			});
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM lead_merges WHERE id = $1`, [id]);
			return row && toMerge(row);
		},

		async ofLead(leadId) {
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM lead_merges WHERE kept_id IN ${groupOf('$1')}
				UNION SELECT ${COLUMNS} FROM lead_merges WHERE merged_id IN ${groupOf('$1')} ORDER BY at DESC, id DESC`,
				[leadId],
			);
			return rows.map(toMerge);
		},

		async sides({ keptId, mergedId }) {
			const alone = async (id: string) => {
				const row = await sql.get<LeadRow>(`SELECT ${LEAD} FROM leads WHERE id = $1`, [id]);
				if (row === null) throw unknownLead(id);
				return toLead(row);
			};
			return { kept: await alone(keptId), merged: await alone(mergedId) };
		},
	};
}

function refuse(kept: LeadRow, merged: LeadRow): void {
	if (kept.id === merged.id) {
		throw new StoreError('constraint', 'These two are one lead already. Give the ids of two different leads; nothing was changed.');
	}
	if (kept.portfolio !== merged.portfolio) {
		throw new StoreError('constraint', 'These leads belong to two different companies and cannot be merged. Nothing was changed.');
	}
}

function mergedOnwards(laterId: string): StoreError {
	return new StoreError(
		'constraint',
		`The lead of this merge was itself merged into another lead later. Undo that merge first: ${laterId}. Nothing was changed.`,
	);
}

async function closeTasks(step: Sql, taskIds: readonly string[], { by, at }: { by: string; at: number }): Promise<ChangedRow[]> {
	const closed: ChangedRow[] = [];
	for (const id of taskIds) {
		const before = await step.get<AnyRow>(`SELECT ${TASK} FROM tasks WHERE id = $1 AND state = 'open' ${step.dialect.forUpdate}`, [id]);
		if (before === null) continue;
		const now = {
			state: 'done',
			done_at: at,
			done_by: by,
			done_note: 'Merged: another task of the lead asks for the same.',
			updated_at: at,
		};
		await setColumns(step, 'tasks', id, now);
		closed.push(changedColumns(id, before, { ...before, ...now }));
	}
	return closed;
}

async function restore(step: Sql, table: 'leads' | 'tasks', columns: string, changed: ChangedRow, now: number): Promise<void> {
	const present = await one<AnyRow>(step, `SELECT ${columns} FROM ${table} WHERE id = $1 ${step.dialect.forUpdate}`, [changed.id]);
	const back = columnsToRestore(changed, present);
	// A task that somebody worked on since stays as it is; its columns say one thing together.
	if (table === 'tasks' && Object.keys(back).length < Object.keys(changed.before).length) return;
	await setColumns(step, table, changed.id, 'updated_at' in back ? back : { ...back, updated_at: now });
}

async function setColumns(step: Sql, table: 'leads' | 'tasks', id: string, columns: AnyRow): Promise<void> {
	const names = Object.keys(columns);
	const assignments = names.map((name, index) => `${name} = $${index + 2}`);
	await step.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = $1`, [id, ...Object.values(columns)]);
}
