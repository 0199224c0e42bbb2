/** How a text travels and what it costs. */
export interface Segments {
	encoding: 'GSM-7' | 'UCS-2';
	/** Septets for GSM-7 (extended characters count two), UTF-16 units for UCS-2. */
	units: number;
	/** Messages that the carrier bills; 0 for an empty text. */
	segments: number;
	/** The first character that forces UCS-2 and so more than halves a segment; null when there is none. */
	firstNonGsm: string | null;
}

const BASIC = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Sent as an escape and a second septet, which must stay in one part. */
const EXTENDED = new Set('\f^{}\\[~]|€');

const GSM = { single: 160, part: 153 };
const UCS2 = { single: 70, part: 67 };

/** Counts the parts of a text as carriers do: no extended character and no emoji half may straddle two parts. */
export function countSegments(body: string): Segments {
	const characters = [...body];
	const firstNonGsm = characters.find((character) => !BASIC.has(character) && !EXTENDED.has(character)) ?? null;
	const widths = characters.map((character) => (firstNonGsm !== null ? character.length : EXTENDED.has(character) ? 2 : 1));
	const units = widths.reduce((sum, width) => sum + width, 0);
	const size = firstNonGsm === null ? GSM : UCS2;
	return {
		encoding: firstNonGsm === null ? 'GSM-7' : 'UCS-2',
		units,
		segments: units <= size.single ? Math.min(units, 1) : partsOf(widths, size.part),
		firstNonGsm,
	};
}

function partsOf(widths: readonly number[], part: number): number {
	let parts = 1;
	let filled = 0;
	for (const width of widths) {
		if (filled + width > part) {
			parts += 1;
			filled = 0;
		}
		filled += width;
	}
	return parts;
}
