import { isIdentityKey, type MatchKey } from '../keys';

/** Bits of a packed entry that hold the number of the record; the rest hold the hash of the key. */
const RECORD_BITS = 22;

/**
 * Which records stand under which key, for a whole file. Keys are hashed (42 bits) and packed with the record's number into one
 * typed array that is sorted once: some ten bytes for each key, where a map of texts would need a hundred.
 */
export class KeyIndex {
	private entries = new Uint32Array(1 << 16);
	private count = 0;

	/** @param record number of the record, 0 to 4 million */
	add(record: number, keys: readonly MatchKey[]): void {
		if (record >= 1 << RECORD_BITS) throw new RangeError('More than four million different records do not fit into one run.');
		for (const key of keys) {
			if ((this.count + 1) * 2 > this.entries.length) {
				const larger = new Uint32Array(this.entries.length * 2);
				larger.set(this.entries);
				this.entries = larger;
			}
			const [high, low] = hashKey(key);
			// Little end first, as the 64-bit view below reads it.
			this.entries[this.count * 2] = ((low << RECORD_BITS) | record) >>> 0;
			this.entries[this.count * 2 + 1] = high;
			this.count++;
		}
	}

	/** Sorts and cuts into groups, one for each key with at least two records. */
	groups(records: number): KeyGroups {
		new BigUint64Array(this.entries.buffer, 0, this.count).sort();
		const members = new Uint32Array(this.count);
		const starts: number[] = [];
		const hashes: number[] = [];
		let size = 0;
		let begin = 0;
		for (let at = 1; at <= this.count; at++) {
			if (at < this.count && this.hashAt(at) === this.hashAt(begin)) continue;
			if (at - begin > 1) {
				starts.push(size);
				hashes.push(this.hashAt(begin));
				for (let entry = begin; entry < at; entry++) members[size++] = (this.entries[entry * 2] ?? 0) & ((1 << RECORD_BITS) - 1);
			}
			begin = at;
		}
		starts.push(size);
		this.entries = new Uint32Array(0);
		return new KeyGroups(members.slice(0, size), Uint32Array.from(starts), Float64Array.from(hashes), records);
	}

	private hashAt(at: number): number {
		return (this.entries[at * 2 + 1] ?? 0) * 2 ** (32 - RECORD_BITS) + ((this.entries[at * 2] ?? 0) >>> RECORD_BITS);
	}
}

/** Keys with their records, and records with their keys. */
export class KeyGroups {
	/** For each record, where its groups begin in `groupsOf`. */
	private readonly offsets: Uint32Array;
	private readonly groupsOf: Uint32Array;

	constructor(
		private readonly members: Uint32Array,
		private readonly starts: Uint32Array,
		private readonly hashes: Float64Array,
		records: number,
	) {
		this.offsets = new Uint32Array(records + 1);
		for (const record of members) this.offsets[record + 1] = (this.offsets[record + 1] ?? 0) + 1;
		for (let record = 0; record < records; record++)
			this.offsets[record + 1] = (this.offsets[record + 1] ?? 0) + (this.offsets[record] ?? 0);
		this.groupsOf = new Uint32Array(members.length);
		const next = this.offsets.slice();
		for (let group = 0; group < this.count; group++) {
			for (const record of this.membersOf(group)) {
				const slot = next[record] ?? 0;
				this.groupsOf[slot] = group;
				next[record] = slot + 1;
			}
		}
	}

	get count(): number {
		return this.hashes.length;
	}

	membersOf(group: number): Uint32Array {
		return this.members.subarray(this.starts[group], this.starts[group + 1]);
	}

	hashOf(group: number): number {
		return this.hashes[group] ?? 0;
	}

	groupsOfRecord(record: number): Uint32Array {
		return this.groupsOf.subarray(this.offsets[record], this.offsets[record + 1]);
	}
}

/** The hash of a key as one number; its lowest bit says whether the key is an identity. */
export function hashOfKey(key: MatchKey): number {
	const [high, low] = hashKey(key);
	return high * 2 ** (32 - RECORD_BITS) + low;
}

export function isIdentityHash(hash: number): boolean {
	return hash % 2 === 1;
}

/** Two independent FNV-1a style hashes; 32 bits and the ten that are left. */
function hashKey(key: MatchKey): [high: number, low: number] {
	let one = 0x811c9dc5;
	let other = 0x9e3779b9;
	for (let at = 0; at < key.length; at++) {
		const code = key.charCodeAt(at);
		one = Math.imul(one ^ code, 0x01000193);
		other = Math.imul(other ^ code, 0x85ebca6b);
		other ^= other >>> 13;
	}
	one ^= one >>> 15;
	one = Math.imul(one, 0x2c1b3c6d);
	one ^= one >>> 12;
	const lowBits = 32 - RECORD_BITS - 1;
	const low = ((other >>> (32 - lowBits)) << 1) | (isIdentityKey(key) ? 1 : 0);
	return [one >>> 0, low];
}
