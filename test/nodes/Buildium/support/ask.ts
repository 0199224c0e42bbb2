import type { IDataObject } from 'n8n-workflow';

import { Buildium } from '../../../../nodes/Buildium/Buildium.node';
import { runNode } from '../../support/runNode';
import type { StandIn } from './standIn';

export type Ask = (resource: string, operation: string, parameters?: Record<string, unknown>, items?: object[]) => Promise<IDataObject[]>;

/** Runs one operation of the node against the stand-in, and gives the json of its items. */
export function askOf(standIn: StandIn): Ask {
	return async (resource, operation, parameters = {}, items = [{}]) => {
		const run = { nodeType: Buildium, parameters: { resource, operation, ...parameters }, items, credentials: standIn.credentials };
		return (await runNode(run)).json[0] ?? [];
	};
}

/** A picker's value as the editor saves it. */
export function chosen(id: unknown, mode: 'list' | 'id' = 'list'): Record<string, unknown> {
	return { __rl: true, mode, value: String(id) };
}

/** The error of an operation that must fail, as n8n shows it. */
export async function refusalOf(call: Promise<unknown>): Promise<{ message: string; description: string }> {
	const thrown: unknown = await call.then(
		() => null,
		(error: unknown) => error,
	);
	// n8n keeps a copy of the error with the run, which is of no class.
	if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) throw new Error('It was not refused.');
	return { message: String(thrown.message), description: 'description' in thrown ? String(thrown.description) : '' };
}
