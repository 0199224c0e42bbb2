import type { Channel } from './inquiry';
import { SOURCE_ALIASES } from './sourceAliases';

/** Words that stand in source fields and tell nothing; guessing from them would falsify the report. */
const TELLS_NOTHING = new Set(['', 'unknown', 'other', 'none', 'na', 'null', 'internet', 'online', 'web', 'search', 'notset', 'notsure']);

/** What a channel says about the source when nothing else does. The others say nothing. */
const BY_CHANNEL: Partial<Record<Channel, string>> = {
	call: 'phone',
	text: 'phone',
	form: 'website',
	chat: 'website',
	walk_in: 'walk_in',
};

function plain(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/^www\./, '')
		.replace(/\/.*$/, (path) => (path.length > 1 && !/\.\w{2,}$/.test(path) ? path.slice(1) : ''))
		.replace(/\.(com|net|org|co|us|io)\b/g, '')
		.replace(/[^a-z0-9]+/g, '');
}

const CANONICAL: ReadonlyMap<string, string> = new Map(
	Object.entries(SOURCE_ALIASES).flatMap(([source, aliases]) => [source, ...aliases].map((alias) => [plain(alias), source] as const)),
);

/** Names of sources as somebody extends them: the comparable spelling to the canonical source. */
export type SourceNames = ReadonlyMap<string, string>;

/** @param rows what a field says, and the source it means; a source that is not in our list becomes one of its own */
export function sourceNames(rows: readonly { text: string; source: string }[]): SourceNames {
	return new Map(
		rows
			.filter(({ text, source }) => plain(text) !== '' && source.trim() !== '')
			.map(({ text, source }) => [plain(text), CANONICAL.get(plain(source)) ?? ownName(source)]),
	);
}

function ownName(source: string): string {
	return (
		source
			.trim()
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, '_')
			.replace(/^_+|_+$/g, '') || 'unknown'
	);
}

/** The canonical source that a text names; null when it names none that we know for certain. */
export function sourceNamed(text: string, more?: SourceNames): string | null {
	const name = plain(text.slice(0, LONGEST_NAME));
	return more?.get(name) ?? CANONICAL.get(name) ?? null;
}

/** Longer is no source's name. */
const LONGEST_NAME = 200;

/**
 * The canonical source of an inquiry, with what told us. A text that is not in the alias table is never guessed at.
 * @param text what a field says, in any spelling; null or blank when there is none
 * @param channel how the inquiry came; tells the source when no text does
 */
export function canonicalSource(text: string | null, channel: Channel, more?: SourceNames): { source: string; evidence: string } {
	const said = text?.trim().slice(0, LONGEST_NAME) ?? '';
	const named = said === '' ? null : sourceNamed(said, more);
	if (named !== null) return { source: named, evidence: `source "${said}"` };
	if (said !== '' && !TELLS_NOTHING.has(plain(said)))
		return { source: 'unknown', evidence: `source "${said}" is not in the list of known sources` };
	const byChannel = BY_CHANNEL[channel];
	const aside = said === '' ? 'no source given' : `source "${said}" tells nothing`;
	return byChannel === undefined
		? { source: 'unknown', evidence: aside }
		: { source: byChannel, evidence: `${aside}; channel ${channel}` };
}
