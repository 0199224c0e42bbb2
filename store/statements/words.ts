import { StoreError } from '../port/errors';

/**
 * Refuses a word that leasing/ does not know. The database takes any: its lists would have to be changed by a migration each time
 * one grows.
 * @param what a lead's status, a task's kind, …: begins the sentence
 * @throws StoreError `constraint`
 */
export function requireWord(words: readonly string[], word: string, what: string): void {
	if (words.includes(word)) return;
	throw new StoreError('constraint', `${what} cannot be "${word}". Use one of: ${words.join(', ')}. Nothing was stored.`);
}
