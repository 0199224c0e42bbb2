import { markerOf } from '../../../leasing/writeBack/marker';
import type { BuildiumSandbox } from '../../../sandbox/buildium';

/** Everything in Buildium that carries the mark of one of these events, by kind. */
export function recordsOf({ data }: BuildiumSandbox, keys: readonly string[]): string[] {
	const marks = keys.map(markerOf);
	const { phoneLogs, contactRequests, notes, taskHistory } = data;
	const kinds = {
		phoneLog: [phoneLogs, 'Subject'],
		contactRequest: [contactRequests, 'Title'],
		note: [notes, 'Note'],
		message: [taskHistory, 'Message'],
	} as const;
	return Object.entries(kinds).flatMap(([kind, [table, field]]) =>
		table
			.all()
			.filter((record) => marks.some((mark) => String(record[field]).includes(mark)))
			.map(() => kind),
	);
}

/** The nodes of template 20 that come switched off. */
export const WRITE_BACK: readonly string[] = ['Queue for Buildium', 'Leasing Work Trigger', 'Write to Buildium'];

interface Nodes {
	nodes: Array<{ name: string; parameters: Record<string, unknown> }>;
}

/** The template with them switched on, as a person does it who has an account there; pauses are seconds. */
export function withWriteBack<Workflow extends Nodes>(workflow: Workflow, { people }: BuildiumSandbox): Workflow {
	const changes: Record<string, Record<string, unknown>> = {
		'Queue for Buildium': { assignTo: { __rl: true, mode: 'id', value: String(people.staff.id) } },
		'Leasing Work Trigger': { options: { attempts: 20, firstPauseSeconds: 1, longestPauseMinutes: 1 } },
	};
	const nodes = workflow.nodes.map((node) =>
		WRITE_BACK.includes(node.name) ? { ...node, disabled: false, parameters: { ...node.parameters, ...changes[node.name] } } : node,
	);
	return { ...workflow, nodes };
}
