import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { StoreError } from '../../store/port';

/** A mistake in a node's settings or input, said so that the user can mend it. Rules and nodes throw it; n8n shows it. */
export class UserMistake extends Error {
	/** @param message what is wrong @param advice what to do, in one or two sentences */
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
		this.name = 'UserMistake';
	}
}

/** Turns whatever was thrown into n8n's error, keeping the sentence that says what to do. */
export function asNodeError(node: INode, thrown: unknown, itemIndex?: number): NodeOperationError | NodeApiError {
	if (thrown instanceof NodeOperationError || thrown instanceof NodeApiError) return thrown;
	const at = itemIndex === undefined ? {} : { itemIndex };
	if (thrown instanceof UserMistake) {
		return new NodeOperationError(node, thrown.message, { ...at, description: thrown.advice, level: 'warning' });
	}
	if (thrown instanceof StoreError) {
		return new NodeOperationError(node, thrown.message, { ...at, description: `Store: ${thrown.code}` });
	}
	return new NodeOperationError(node, thrown instanceof Error ? thrown : new Error(String(thrown)), at);
}
