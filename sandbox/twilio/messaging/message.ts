import { newSid } from '../ids';
import type { Account } from '../account';
import type { SandboxMessage } from '../contract';
import type { Message } from '../records';

export type NewMessage = Pick<Message, 'direction' | 'from' | 'to' | 'body' | 'status'> & { statusCallback?: string | null };

/** Stores a text and tells the listeners. */
export function addMessage(account: Account, message: NewMessage): Message {
	const now = Date.now();
	const stored: Message = {
		...message,
		sid: newSid('SM'),
		errorCode: null,
		errorMessage: null,
		createdAt: now,
		updatedAt: now,
		sentAt: null,
		deliveredAt: null,
		statusCallback: message.statusCallback ?? null,
	};
	account.messages.push(stored);
	account.events.emit('text', messageView(stored));
	return stored;
}

/** Moves a text to a new status and tells the listeners. */
export function setStatus(account: Account, message: Message, status: string, error?: { code: number; message: string }): void {
	const now = Date.now();
	message.status = status;
	message.updatedAt = now;
	if (status === 'sent') message.sentAt = now;
	if (status === 'delivered') message.deliveredAt = now;
	if (error !== undefined) {
		message.errorCode = error.code;
		message.errorMessage = error.message;
	}
	account.events.emit('text', messageView(message));
}

/** A copy for tests and the page. */
export function messageView(message: Message): SandboxMessage {
	const { sid, direction, from, to, body, status, errorCode, createdAt, deliveredAt, statusCallback } = message;
	return { sid, direction, from, to, body, status, errorCode, createdAt, deliveredAt, statusCallback };
}
