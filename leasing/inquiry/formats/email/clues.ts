import type { FieldTexts, FormField } from '../../form/fieldMap';
import type { Mail } from './mail';
import type { Sender } from './sender';

const MOST_LINES = 60;

/** Who and what a site's headings name: "Nadia is requesting information about 14 Maple Ct". */
export function cuesIn(mail: Mail, sender: Sender | null): FieldTexts {
	const lines = [mail.subject, ...mail.text.split('\n', MOST_LINES)]
		.map((line) => line.replace(/^(?:re|fwd?|fw):\s*/i, '').trim())
		.filter((line) => line.length > 2 && line.length <= 200);
	for (const cue of sender?.cues ?? []) {
		for (const line of lines) {
			const groups = cue.exec(line)?.groups;
			if (groups === undefined) continue;
			return fieldsOf({ fullName: groups.name, address: groups.address });
		}
	}
	return {};
}

/** By these a mail says in its HTML head who the lead is (Top Producer's lead specification). */
const METAS: Readonly<Record<string, FormField>> = {
	lead_name: 'fullName',
	lead_email: 'email',
	lead_phone: 'phone',
	lead_source: 'source',
	lead_message: 'message',
	lead_property_address: 'address',
	lead_listing_id: 'listingId',
	lead_id: 'submissionId',
};

export function metasIn({ metas }: Mail): FieldTexts {
	return fieldsOf(Object.fromEntries(Object.entries(METAS).map(([name, field]) => [field, metas[name]])));
}

/** Zillow's mails link to a page that shows the renter's details, and hand them over in the link. */
export function linkIn({ links }: Mail): { fields: FieldTexts; brand: string | null } {
	for (const link of links) {
		if (!URL.canParse(link)) continue;
		const query = new URL(link).searchParams;
		if (!query.has('inquiryId') && !query.has('renterBrand')) continue;
		const value = (key: string): string | undefined => query.get(key)?.trim();
		return {
			fields: fieldsOf({ fullName: value('name'), phone: value('phone'), email: value('email'), submissionId: value('inquiryId') }),
			brand: value('renterBrand') ?? null,
		};
	}
	return { fields: {}, brand: null };
}

function fieldsOf(texts: { [field in FormField]?: string | undefined }): FieldTexts {
	return Object.fromEntries(
		Object.entries(texts).flatMap(([field, text]) => (text === undefined || text.trim() === '' ? [] : [[field, [text.trim()]]])),
	);
}
