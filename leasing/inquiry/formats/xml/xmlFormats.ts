import type { GiveWay } from '../../../limits/giveWay';
import { reason, type Reason } from '../../../reason';
import type { Format } from '../format';
import type { RawLead, Reading } from '../rawLead';
import type { Payload } from '../unwrap';
import { readAdf } from './adf';
import { readMits } from './mits';
import { fromParsed, parseXml, type ParsedXml, type XmlNode } from './parseXml';

type Kind = 'adf' | 'mits';

const READERS: Readonly<Record<Kind, { names: RegExp; starts: RegExp; read: (root: XmlNode) => Iterable<RawLead> }>> = {
	adf: { names: /^adf$/i, starts: /<adf[\s>]|<\?adf\b/i, read: readAdf },
	mits: { names: /^(?:leadmanagement|prospects)$/i, starts: /<(?:\w{1,20}:)?(?:leadmanagement|prospects)[\s>]/i, read: readMits },
};

const LOOKED_AT = 4_000;

function xmlFormat(kind: Kind, name: string): Format {
	const { names, starts } = READERS[kind];
	return {
		id: kind,
		name,
		confidence: kind === 'adf' ? 'high' : 'medium',
		asOf: '2026-08',
		detect: ({ body, text }) =>
			text !== null
				? /^\s*</.test(text.slice(0, 200)) && starts.test(text.slice(0, LOOKED_AT))
				: Object.keys(body).length <= 3 && Object.keys(body).some((key) => names.test(key)),
		read: (payload, tables) => readXml(kind, payload, tables.giveWay),
	};
}

export const adfFormat = xmlFormat('adf', 'ADF XML');
export const mitsFormat = xmlFormat('mits', 'MITS Lead Management XML');

/** Reads the document in a text, in a mail, or as n8n's Webhook node has parsed it. */
export async function readXml(kind: Kind, { body, text }: Pick<Payload, 'body' | 'text'>, giveWay: GiveWay): Promise<Reading> {
	const parsed = text === null ? ready(body, READERS[kind].names) : await parseXml(text, giveWay);
	if (parsed.root === null) return { reasons: [reason('not_xml', 'This is no XML: no element was found in it.')] };
	const leads: RawLead[] = [];
	const broken: Reason[] = parsed.truncated ? [reason('xml_truncated', 'The XML ends in the middle, so something may be missing.')] : [];
	for (const lead of READERS[kind].read(parsed.root)) {
		leads.push({ ...lead, notes: [...(lead.notes ?? []), ...broken] });
		await giveWay();
	}
	const left = parsed.cut
		? [
				reason(
					'xml_too_large',
					'The XML is larger or nests deeper than what is read of one item; only its beginning counts. Let the sender send fewer prospects in one document, and read the rest of this one by hand.',
				),
			]
		: [];
	if (leads.length === 0)
		return {
			reasons: [
				reason('no_prospect', `The XML starts with <${parsed.root.name.slice(0, 40)}> and holds no prospect.`),
				...broken,
				...left,
			],
		};
	return { leads, left };
}

const NOTHING: ParsedXml = { root: null, truncated: false, cut: false };

function ready(body: Readonly<Record<string, unknown>>, names: RegExp): ParsedXml {
	const key = Object.keys(body).find((one) => names.test(one));
	return key === undefined ? NOTHING : fromParsed(key, body[key]);
}

/** The document of a kind that we read, inside a mail's text. */
export function documentInside(text: string): { kind: Kind; xml: string } | null {
	const found = /<(?:\?xml\b|\?adf\b|adf[\s>]|(?:\w{1,20}:)?leadmanagement[\s>])/i.exec(text.slice(0, 200_000));
	if (found === null) return null;
	const xml = text.slice(found.index);
	const kind = READERS.adf.starts.test(xml.slice(0, LOOKED_AT))
		? 'adf'
		: READERS.mits.starts.test(xml.slice(0, LOOKED_AT))
			? 'mits'
			: null;
	return kind !== null && /<(?:\w{1,20}:)?prospect[\s>/]/i.test(xml) ? { kind, xml } : null;
}
