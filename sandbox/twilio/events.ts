import type { SandboxEvent } from './contract';

/** Tells listeners what happens as it happens. A listener that throws does not disturb the others. */
export class Events {
	private readonly listeners = new Set<(event: SandboxEvent) => void>();

	emit(kind: SandboxEvent['kind'], data: unknown): void {
		const event = { kind, at: Date.now(), data };
		for (const listener of [...this.listeners]) {
			try {
				listener(event);
			} catch {
				// A broken page or test must not change what the phone network does.
			}
		}
	}

	/** @returns unsubscribe */
	on(listener: (event: SandboxEvent) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
}
