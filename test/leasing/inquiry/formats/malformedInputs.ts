import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sample } from './company';

const SAMPLES = path.resolve(__dirname, '../../../../workflows-templates/20-lead-intake/samples');
const CORPUS = readdirSync(SAMPLES).flatMap((file) => sample(file.replace(/\.json$/, '')));

/** Broken items without end, the same for the same seed: samples that were cut, garbled or spoiled, and what no sample looks like. */
export function malformedInputs(random: () => number): () => unknown {
	const below = (count: number): number => Math.floor(random() * count);
	function one<T>(list: readonly T[]): T {
		const found = list[below(list.length)];
		if (found === undefined) throw new Error('The list is empty.');
		return found;
	}

	const noise = (length: number): string =>
		Array.from({ length }, () => String.fromCharCode(below(random() < 0.2 ? 65_536 : 256))).join('');
	const nested = (depth: number): unknown =>
		Array.from({ length: depth }).reduce<unknown>((inner, _none, index) => (index % 2 === 0 ? { data: inner } : [inner]), 'x');

	/** Texts that trip up patterns that backtrack, parsers that recurse and readers that believe what they are told. */
	const NASTY: ReadonlyArray<() => unknown> = [
		() => ' '.repeat(20_000) + 'x',
		() => '('.repeat(5_000),
		() => 'a'.repeat(30_000) + '@',
		() => '1-'.repeat(10_000),
		() => 'a@b.'.repeat(8_000),
		() => 'Name: '.repeat(4_000),
		() => '<a>'.repeat(10_000),
		() => '<!DOCTYPE x [<!ENTITY a "&a;&a;&a;">]><adf>&a;</adf>',
		() =>
			`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><adf><prospect><customer><contact><name>&e;</name><phone>206-555-0142</phone></contact></customer></prospect></adf>`,
		() => '{"a":'.repeat(2_000),
		() =>
			'From: a@example.com\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n' +
			'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(300),
		() => '\t:'.repeat(10_000),
		() => 'between '.repeat(3_000),
		() => '"'.repeat(9_999) + ', <',
		() => 'A & '.repeat(3_000),
		() => noise(below(3_000)),
		() => nested(below(400)),
		() => Number.NaN,
		() => Number.MAX_VALUE,
		() => -0,
		() => true,
		() => null,
		() => [],
		() => ({}),
		() => [[[[]]]],
		() => ({ __proto__: null, constructor: 'x', toString: 1, hasOwnProperty: null }),
		() => JSON.parse('{"__proto__":{"polluted":true},"name":"Nadia"}') as unknown,
		() => Array.from({ length: 300 }, () => ({ name: 'Nadia', phone: '206-555-0142' })),
		() => Object.fromEntries(Array.from({ length: 1_500 }, (_none, index) => [`field ${index}`, index])),
		() => '\uD800\uDC00\uD800'.repeat(200),
		() => '2026-99-99T99:99:99Z',
		() => 'constructor',
		() => 'constructor: toString\nhasOwnProperty: x\n__proto__: y',
		() => 'in 99999999999999999999 days',
	];

	/** A copy with a random place replaced. */
	function spoiled(value: unknown, by: () => unknown, depth = 0): unknown {
		if (typeof value !== 'object' || value === null || depth > 6 || random() < 0.15) return by();
		if (Array.isArray(value)) {
			const at = below(Math.max(1, value.length));
			return value.map((inner, index) => (index === at ? spoiled(inner, by, depth + 1) : inner));
		}
		const keys = Object.keys(value);
		if (keys.length === 0) return by();
		const key = one(keys);
		return { ...value, [key]: spoiled((value as Record<string, unknown>)[key], by, depth + 1) };
	}

	/** Cuts every text of an item at a random place. */
	function truncated(value: unknown): unknown {
		if (typeof value === 'string') return value.slice(0, below(value.length + 1));
		if (Array.isArray(value)) return value.map(truncated);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, truncated(inner)]));
	}

	/** Flips, drops and doubles characters of a text. */
	function garbled(text: string): string {
		let result = text;
		for (let times = 1 + below(8); times > 0; times--) {
			const at = below(result.length + 1);
			result =
				result.slice(0, at) +
				one(['', noise(3), '<', '>', '&', '"', '{', '\r\n\r\n', '\0', result.slice(at, at + 20)]) +
				result.slice(at + below(4));
		}
		return result;
	}

	function malformed(): unknown {
		const item = one(CORPUS);
		switch (below(8)) {
			case 0:
				return truncated(item);
			case 1:
				return JSON.stringify(item).slice(0, below(4_000));
			case 2:
				return garbled(JSON.stringify(item));
			case 3:
				return one(NASTY)();
			case 4:
				return { headers: {}, query: {}, body: one(NASTY)() };
			case 5:
				return truncated(spoiled(item, one(NASTY)));
			case 6: {
				const texts = [
					JSON.stringify(item).match(/<adf.*<\/adf>|<LeadManagement.*<\/LeadManagement>/s)?.[0],
					(item as { raw?: string }).raw,
					JSON.stringify(item),
				];
				return { headers: {}, body: garbled(texts.find((text) => text !== undefined) ?? '') };
			}
			default:
				return spoiled(item, one(NASTY));
		}
	}
	return malformed;
}
