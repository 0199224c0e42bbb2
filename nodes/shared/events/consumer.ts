import type { INode } from 'n8n-workflow';

interface Where {
	getNode(): INode;
	getWorkflow(): { id?: string | undefined };
}

/** Names a trigger in events, calls and hook-ups: they belong to this node of this workflow, whoever runs it. */
export function consumerOf(context: Where): string {
	return `${context.getWorkflow().id ?? 'unsaved'}:${context.getNode().id}`;
}

/** What is heard while the editor listens for a test event are kept apart from the published workflow's. */
export function testConsumerOf(context: Where): string {
	return `test:${consumerOf(context)}`;
}
