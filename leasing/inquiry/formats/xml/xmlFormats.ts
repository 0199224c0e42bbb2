import { reason, type Reason } from '../../../reason';
import type { Format } from '../format';
import type { RawLead, Reading } from '../rawLead';
import type { Payload } from '../unwrap';
import { readAdf } from './adf';
import { findAll } from './find';
import { readMits } from './mits';
import { fromParsed, parseXml, type XmlNode } from './parseXml';

type Kind = 'adf' | 'mits';

const READERS: Readonly<Record<Kind, { names: RegExp; starts: RegExp; read: (root: XmlNode) => RawLead[] }>> = {
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
		read: (payload) => readXml(kind, payload),
	};
}

export const adfFormat = xmlFormat('adf', 'ADF XML');
export const mitsFormat = xmlFormat('mits', 'MITS Lead Management XML');

/** Reads the document in a text, in a mail, or as n8n's Webhook node has parsed it. */
export function readXml(kind: Kind, { body, text }: Pick<Payload, 'body' | 'text'>): Reading {
	const parsed = text === null ? { root: ready(body, READERS[kind].names), truncated: false, cut: false } : parseXml(text);
	if (parsed.root === null) return { reasons: [reason('not_xml', 'This is no XML: no element was found in it.')] };
	const leads = READERS[kind].read(parsed.root);
	const broken: Reason[] = [
		...(parsed.truncated ? [reason('xml_truncated', 'The XML ends in the middle, so something may be missing.')] : []),
		...(parsed.cut ? [reason('xml_too_large', 'The XML is larger than what is read of one item; only its beginning counts.')] : []),
	];
	if (leads.length === 0)
		return {
			reasons: [reason('no_prospect', `The XML starts with <${parsed.root.name.slice(0, 40)}> and holds no prospect.`), ...broken],
		};
	return { leads: leads.map((lead) => ({ ...lead, notes: [...(lead.notes ?? []), ...broken] })) };
}

function ready(body: Readonly<Record<string, unknown>>, names: RegExp): XmlNode | null {
	const key = Object.keys(body).find((one) => names.test(one));
	return key === undefined ? null : fromParsed(key, body[key]);
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
	if (kind === null) return null;
	const { root } = parseXml(xml);
	return root !== null && (root.name === 'prospect' || findAll(root, 'prospect').length > 0) ? { kind, xml } : null;
}
