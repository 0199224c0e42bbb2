import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { UserMistake } from '../../leasing/userMistake';
import { StoreError } from '../../store/port';

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
