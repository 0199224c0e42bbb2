export interface RenderedText {
	body: string;
	/** Placeholders of the template without a value, known or not, each once, as written: `first name`. */
	missing: string[];
	/** Those of `missing` that nobody ever fills: misspelt names such as `fist name`. */
	unknown: string[];
}

/** Marks the place of a value that is missing. From Unicode's private use area, so that no template contains it. */
const GAP = '\uE000';

/** Words that make no sense once what follows them is gone: "your call at ." */
const DANGLING = 'about|at|by|for|from|in|near|of|on|to|via|with';

/**
 * Fills `[property]`, `[brand]`, `[first name]`, `[tour link]`, `[line]` and the like. Square brackets, because n8n
 * itself owns double braces. Case, underscores and extra spaces in names do not matter. Where a value is missing the
 * gap closes: "Hi [first name], this is" becomes "Hi, this is", and "Book here: [tour link]." goes as a whole.
 * Values are put in as they are; brackets in a value are not filled again.
 * @param values null or blank: no value for this text
 */
export function renderText(template: string, values: Readonly<Record<string, string | null>>): RenderedText {
	const byName = new Map(Object.entries(values).map(([name, value]) => [canonical(name), value]));
	const missing = new Set<string>();
	const unknown = new Set<string>();
	const kept: string[] = [];
	const withGaps = template.replace(/\[([a-z][a-z0-9 _-]{0,40})\]/gi, (_whole, name: string) => {
		const value = byName.get(canonical(name))?.trim();
		if (value !== undefined && value !== '') return hold(kept, value);
		missing.add(name.trim());
		if (!byName.has(canonical(name))) unknown.add(name.trim());
		return GAP;
	});
	const closed = withGaps.includes(GAP) ? closeGaps(withGaps) : withGaps;
	return { body: release(closed, kept).trim(), missing: [...missing], unknown: [...unknown] };
}

function canonical(name: string): string {
	return name
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ')
		.trim();
}

/** Values wait outside while gaps are closed, so that their own spaces and punctuation stay untouched. */
function hold(kept: string[], value: string): string {
	kept.push(value);
	return `\uE001${kept.length - 1}\uE002`;
}

function release(text: string, kept: readonly string[]): string {
	return text.replace(/\uE001(\d+)\uE002/g, (_whole, index: string) => kept[Number(index)] ?? '');
}

function closeGaps(text: string): string {
	const closed = text
		// A colon announces its value; without it the whole sentence says nothing.
		.replace(new RegExp(`[^.!?\\n${GAP}]*:[ \\t]*${GAP}[ \\t]*[.!?]?`, 'g'), ' ')
		// Empty brackets and quotes.
		.replace(new RegExp(`\\([ \\t]*${GAP}[ \\t]*\\)|"${GAP}"|'${GAP}'`, 'g'), GAP)
		// "at [property]." and "at [property] today" lose the "at" too.
		.replace(new RegExp(`[ \\t]+(?:${DANGLING})[ \\t]+(?:the[ \\t]+)?${GAP}`, 'gi'), GAP)
		// "[first name], we missed you" at the start of a line.
		.replace(new RegExp(`(^|\\n)[ \\t]*${GAP}[ \\t]*[,;:-]?[ \\t]*`, 'g'), '$1')
		.replace(new RegExp(`[ \\t]*${GAP}(?=[ \\t]*(?:[,.;:!?)]|$|\\n))`, 'g'), '')
		.replace(new RegExp(`[ \\t]*${GAP}[ \\t]*`, 'g'), ' ')
		.replace(/[ \t]{2,}/g, ' ')
		.replace(/[ \t]+([,.;!?])/g, '$1')
		.replace(/,([.;!?])/g, '$1')
		.replace(/[ \t]+\n/g, '\n')
		.replace(/\n[ \t]+/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	// A text that lost its first word begins with a capital again.
	return text.trimStart().startsWith(GAP) ? closed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : closed;
}
