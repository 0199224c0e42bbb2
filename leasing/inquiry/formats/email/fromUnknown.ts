import { isRoleMailbox } from '../../../email/mailboxes';
import { reason } from '../../../reason';
import type { FieldTexts } from '../../form/fieldMap';
import type { Tables } from '../format';
import { overlaid } from '../json/readForm';
import type { Reading } from '../rawLead';
import { metasIn } from './clues';
import { aboutMail, idOf, localOf, renterBoxes } from './envelope';
import { readLabels } from './labels';
import type { Mail } from './mail';
import { ownWords } from './words';

/** A mail of somebody whom no table knows: a form mailer if its lines are labelled, else the renter in person. */
export function fromUnknown(mail: Mail, tables: Tables): Reading {
	const boxes = renterBoxes(mail, null);
	const [labels = {}] = readLabels(mail.text, tables.names, undefined, false);
	const clues = overlaid(metasIn(mail), labels);
	const isForm = FORM_SIGNS.filter((field) => (clues[field] ?? []).length > 0).length >= 2;
	if (!isForm && boxes.length === 0) {
		const from = mail.from === null ? 'nobody' : mail.from.address;
		return {
			reasons: [
				reason(
					'robot_mail',
					`The mail is from a program (${from}) and names no renter. If leads come from there, add it under Listing-Site Senders.`,
				),
			],
		};
	}
	const box = boxes[0];
	const about = aboutMail(mail, null);
	const envelope: FieldTexts = { submissionId: idOf(mail, clues, null), submittedAt: mail.date === null ? [] : [mail.date] };
	if (isForm) {
		const email = (clues.email ?? []).length > 0 ? clues.email : boxes.slice(0, 1).map(({ address }) => address);
		return {
			leads: [
				{
					...about,
					channel: 'form',
					provider: 'form_mail',
					fields: { ...clues, email, ...envelope },
					texts: [mail.subject, ...(clues.message ?? [])],
				},
			],
		};
	}
	const words = ownWords(mail.text);
	const office = box === undefined || isRoleMailbox(localOf(box.address));
	// A site that we do not know writes from an office mailbox too: its name and its numbers are not the renter's.
	const attention = office
		? [
				reason(
					'unknown_sender',
					`The mail is from ${box?.address ?? 'nobody'}, an office or a site that we do not know. Read it; if leads come from there, add it under Listing-Site Senders.`,
				),
			]
		: [];
	const name = office || box.name === null ? [] : [box.name];
	const direct = !office && box.address === mail.from?.address;
	return {
		leads: [
			{
				...about,
				channel: 'email',
				provider: 'email',
				fields: {
					fullName: name,
					email: box === undefined ? [] : [box.address],
					message: [words === '' ? mail.subject : words],
					...envelope,
				},
				texts: [mail.subject],
				renterWrote: direct,
				attention,
			},
		],
	};
}

/** Labels that together show a filled-in form; a renter who writes "Phone: …" under a letter uses one. */
const FORM_SIGNS = ['fullName', 'firstName', 'phone', 'email', 'message', 'moveIn', 'property'] as const;
