import { reason, type Reason } from '../../../reason';
import type { FieldTexts } from '../../form/fieldMap';
import type { Format, Tables } from '../format';
import { overlaid } from '../json/readForm';
import { mappedFields } from '../json/readShape';
import type { RawLead, Reading } from '../rawLead';
import type { Payload } from '../unwrap';
import { documentInside, readXml } from '../xml/xmlFormats';
import { cuesIn, linkIn, metasIn } from './clues';
import { readLabels } from './labels';
import { aboutMail, idOf, renterBoxes } from './envelope';
import { fromUnknown } from './fromUnknown';
import type { Mail } from './mail';
import { looksLikeMail, readMail } from './readMail';
import { senderOf, type Sender } from './sender';
import { forwardedIn, ownWords } from './words';

export const emailFormat: Format = {
	id: 'email',
	name: 'E-mail (listing site, form mailer or renter)',
	confidence: 'medium',
	asOf: '2026-08',
	detect: looksLikeMail,
	read: readEmail,
};

async function readEmail(payload: Payload, tables: Tables): Promise<Reading> {
	const outer = await readMail(payload, tables.giveWay);
	if (outer === null || (outer.from === null && outer.text === ''))
		return { reasons: [reason('not_a_mail', 'This cannot be read as an e-mail: it has no sender and no text.')] };
	const inner = forwardedIn(outer);
	const mail = inner ?? outer;
	const sender = senderOf(mail, tables.senders);
	const mapped = mappedFields(payload.item, tables);
	const document = [...mail.attachments, mail.text].map(documentInside).find((one) => one !== null) ?? null;
	if (document !== null) {
		const reading = await readXml(document.kind, { body: {}, text: document.xml }, tables.giveWay);
		if ('leads' in reading) {
			const about = { ...aboutMail(mail, sender), ...(sender === null ? {} : { provider: sender.id }) };
			return {
				...reading,
				leads: reading.leads.map((lead) => ({ ...lead, ...about, notes: [...(lead.notes ?? []), ...mail.notes] })),
			};
		}
	}
	const leads = sender === null ? fromUnknown(mail, tables) : fromKnown(mail, sender, tables);
	if ('reasons' in leads) return leads;
	const forwarded: Reason[] =
		inner === null
			? []
			: [
					reason(
						'forwarded',
						`The mail was forwarded${outer.from === null ? '' : ` by ${outer.from.address}`}; what counts is the mail inside.`,
					),
				];
	return {
		leads: leads.leads.map((lead) => ({
			...lead,
			fields: overlaid(mapped.fields, lead.fields),
			notes: [...(lead.notes ?? []), ...mapped.notes, ...mail.notes, ...forwarded],
		})),
	};
}

function fromKnown(mail: Mail, sender: Sender, tables: Tables): Reading {
	const boxes = renterBoxes(mail, sender);
	const link = linkIn(mail);
	const clues = overlaid(metasIn(mail), link.fields);
	const cues = cuesIn(mail, sender);
	const groups = readLabels(mail.text, tables.names, sender.labels, sender.digest === true);
	const named: FieldTexts = { fullName: boxes.flatMap(({ name }) => name ?? []).slice(0, 1) };
	const about = aboutMail(mail, sender);
	const brand = link.brand?.toLowerCase() ?? null;
	return {
		leads: groups.map((labels, index): RawLead => {
			const told = groups.length > 1 ? labels : overlaid(clues, labels);
			const fields = overlaid(told, overlaid(cues, named));
			const known = hasContact(told) || (fields.fullName ?? []).length > 0;
			const words = sender.relayed === true ? ownWords(mail.text) : null;
			return {
				...about,
				...(brand === null || brand === '' ? {} : { source: brand, network: sender.id }),
				channel: sender.channel,
				provider: sender.id,
				fields: {
					...fields,
					email: [...(told.email ?? []), ...(groups.length > 1 ? [] : boxes.map(({ address }) => address))],
					message: words !== null ? [words] : known ? (fields.message ?? []) : [mail.text.slice(0, LONGEST_SHOWN)],
					listingId: [...(fields.listingId ?? []), ...postingIds(mail)],
					submissionId: idOf(mail, fields, groups.length > 1 ? index : null),
					submittedAt: mail.date === null ? [] : [mail.date],
					...firstNameOnly(told),
				},
				texts: [mail.subject, mail.text.slice(0, LONGEST_SHOWN)],
				renterWrote: sender.relayed === true,
				attention:
					known || sender.relayed === true
						? []
						: [
								reason(
									'unknown_layout',
									`This mail is from ${sender.name}, but its layout is not known: no renter's name, phone or address was found where they usually stand. Read it, and extend Field Names if such mails keep coming.`,
								),
							],
			};
		}),
	};
}

const LONGEST_SHOWN = 4_000;

/** Names found as first and last go before one that a heading or a mailbox shows. */
function firstNameOnly(told: FieldTexts): FieldTexts {
	return (told.firstName ?? []).length > 0 && (told.lastName ?? []).length > 0 ? { fullName: told.fullName } : {};
}

function hasContact(fields: FieldTexts): boolean {
	return (['phone', 'email', 'fullName', 'firstName'] as const).some((field) => (fields[field] ?? []).length > 0);
}

/** Craigslist sends to `<code>-<posting id>@hous.craigslist.org`. */
function postingIds(mail: Mail): string[] {
	return mail.to.flatMap(({ address }) => /-(\d{6,12})@\w{3,8}\.craigslist\.org$/.exec(address)?.[1] ?? []);
}
