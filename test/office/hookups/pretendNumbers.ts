import { UserMistake } from '../../../leasing/userMistake';
import type { FoundNumber, NumberPort, Wiring } from '../../../office/hookups/port';

type Wirings = FoundNumber['wiring'];

/** A phone system with a few numbers, kept in memory; writes may be made to fail. */
export interface PretendNumbers extends NumberPort {
	/** Addresses of the number, by channel. */
	addresses(phone: string): Record<string, string>;
	/** As somebody does it at the phone system's own site. */
	change(phone: string, wiring: Partial<Wirings>): void;
	lose(phone: string): void;
	/** The next so many writes do nothing and throw. */
	failWrites(times: number): void;
	writes: number;
}

export const FOUND: Wirings = {
	voice: { address: 'https://example.com/pbx', method: 'GET' },
	text: { address: '', method: 'POST' },
	status: { address: '', method: 'POST' },
};

export function pretendNumbers(phones: string[], refusals: Record<string, UserMistake> = {}): PretendNumbers {
	const wirings = new Map<string, Wirings>(phones.map((phone) => [phone, FOUND]));
	let failing = 0;
	const port: PretendNumbers = {
		provider: 'pretend',
		label: 'Pretend',
		writes: 0,
		async find(phone) {
			const wiring = wirings.get(phone);
			const refusal = refusals[phone] ?? null;
			return await Promise.resolve(
				wiring ? { id: `id:${phone}`, phone, wiring, refusal, isFree: (_channel, address: string) => address === '' } : null,
			);
		},
		async update(id, changes) {
			await Promise.resolve();
			if (failing > 0) {
				failing -= 1;
				throw new UserMistake('Pretend is out of reach.', 'Try again.');
			}
			port.writes += 1;
			port.change(id.replace('id:', ''), changes);
		},
		addresses(phone) {
			const entries = Object.entries(wirings.get(phone) ?? {}) as Array<[string, Wiring]>;
			return Object.fromEntries(entries.map(([channel, { address }]) => [channel, address]));
		},
		change(phone, changes) {
			wirings.set(phone, { ...FOUND, ...wirings.get(phone), ...changes });
		},
		lose: (phone) => void wirings.delete(phone),
		failWrites: (times) => void (failing = times),
	};
	return port;
}
