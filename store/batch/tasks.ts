import type { StoredTask, TaskFamily } from '../port/tasks';
import { taskRow, toTask } from '../statements/taskRow';
import type { LeadContext, Part } from './part';

export function batchTasks({ direct, waiting, clock, ids, standing }: LeadContext): Part<TaskFamily> {
	/** Tasks that wait, by portfolio and key. */
	const opened = new Map<string, StoredTask>();
	const nameOf = (portfolio: string, key: string): string => `${portfolio} ${key}`;
	const byKey = async (portfolio: string, key: string): Promise<StoredTask | null> => {
		const name = nameOf(portfolio, key);
		return (waiting.has('tasks', name) ? opened.get(name) : undefined) ?? (await direct.tasks.byKey(portfolio, key));
	};

	const waitsFor = async (lead: string | undefined): Promise<boolean> => {
		for (const [name, { leadId }] of opened) {
			if (!waiting.has('tasks', name)) continue;
			if (lead === undefined || leadId === lead || (leadId !== null && (await standing(leadId)) === lead)) return true;
		}
		return false;
	};

	return {
		methods: {
			async open(task) {
				const row = taskRow(task, ids.next('task'), clock.now());
				const known = await byKey(task.portfolio, task.key);
				if (known !== null) return { task: known, created: false };
				const made = toTask({ ...row, done_at: null, done_by: null, done_note: null });
				const name = nameOf(task.portfolio, task.key);
				opened.set(name, made);
				waiting.insert('tasks', row, name);
				return { task: made, created: true };
			},

			byKey,

			async list(query) {
				if (await waitsFor(query.leadId)) await waiting.write(['leads', 'tasks']);
				return await direct.tasks.list(query);
			},
		},

		forget() {
			opened.clear();
		},
	};
}
