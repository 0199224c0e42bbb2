import type { Account } from './account';
import type { SandboxFolder, SandboxMail } from './contract';
import { fetched, type Piece } from './fetch';
import { decodeName, encodeName, quoted } from './names';
import { textOf, type Argument, type Command } from './parse';
import { inSet, search } from './search';
import type { Session } from './session';

const FLAGS = '\\Seen \\Answered \\Flagged \\Deleted \\Draft';

/** What can be done with folders and the mails in them. */
export class Mailboxes {
	constructor(
		private readonly session: Session,
		private readonly account: Account,
	) {}

	run(command: Command): void {
		const { tag, name, args } = command;
		const { session } = this;
		switch (name) {
			case 'LIST':
			case 'LSUB':
				return this.list(tag, name, textOf(args[1]));
			case 'NAMESPACE':
				session.say(`* NAMESPACE (("" ${quoted(this.account.delimiter)})) NIL NIL`);
				return session.say(`${tag} OK done`);
			case 'SELECT':
			case 'EXAMINE':
				return this.select(tag, decodeName(textOf(args[0])), name === 'EXAMINE');
			case 'STATUS':
				return this.status(tag, decodeName(textOf(args[0])));
			case 'CLOSE':
			case 'UNSELECT':
				session.folder = null;
				return session.say(`${tag} OK done`);
		}
		const { folder } = session;
		if (folder === null) return session.say(`${tag} BAD no folder is open`);
		switch (name) {
			case 'SEARCH':
			case 'UID SEARCH':
				return this.search(tag, folder, args, name === 'UID SEARCH');
			case 'FETCH':
			case 'UID FETCH':
				return this.fetch(tag, folder, args, name === 'UID FETCH');
			case 'UID STORE':
			case 'UID MOVE':
			case 'UID COPY':
			case 'EXPUNGE':
			case 'UID EXPUNGE':
				return this.change(command, folder);
			default:
				return session.say(`${tag} BAD unknown command`);
		}
	}

	private list(tag: string, name: string, pattern: string): void {
		const wanted = new RegExp(`^${pattern.split('*').map(escaped).join('.*').replaceAll('%', `[^${escaped(this.account.delimiter)}]*`)}$`);
		for (const folder of this.account.folders.values()) {
			if (!wanted.test(encodeName(folder.name))) continue;
			this.session.say(`* ${name} (${[...folder.attributes].join(' ')}) ${quoted(this.account.delimiter)} ${quoted(encodeName(folder.name))}`);
		}
		this.session.say(`${tag} OK done`);
	}

	private select(tag: string, name: string, isExamined: boolean): void {
		const { session, account } = this;
		const folder = account.find(name);
		session.folder = null;
		if (!folder || folder.attributes.has('\\Noselect')) return session.say(`${tag} NO [NONEXISTENT] Unknown Mailbox: ${name} (Failure)`);
		session.folder = folder;
		session.isExamined = isExamined || folder.readOnly;
		session.say(`* FLAGS (${FLAGS})`);
		session.say(`* OK [PERMANENTFLAGS (${FLAGS} \\*)] flags`);
		session.say(`* OK [UIDVALIDITY ${folder.uidValidity}] valid`);
		session.say(`* ${folder.mails.length} EXISTS`);
		session.say('* 0 RECENT');
		if (!account.faults.noUidNext) session.say(`* OK [UIDNEXT ${folder.uidNext}] next`);
		session.say(`${tag} OK [READ-${session.isExamined ? 'ONLY' : 'WRITE'}] ${name} selected`);
	}

	private status(tag: string, name: string): void {
		const folder = this.account.find(name);
		if (!folder) return this.session.say(`${tag} NO [NONEXISTENT] Unknown Mailbox: ${name}`);
		const unseen = folder.mails.filter(({ flags }) => !flags.has('\\Seen')).length;
		const counts = `MESSAGES ${folder.mails.length} UIDNEXT ${folder.uidNext} UIDVALIDITY ${folder.uidValidity} UNSEEN ${unseen}`;
		this.session.say(`* STATUS ${quoted(encodeName(folder.name))} (${counts})`);
		this.session.say(`${tag} OK done`);
	}

	private search(tag: string, folder: SandboxFolder, args: readonly Argument[], byUid: boolean): void {
		const found = search(folder, args);
		if (found === null) return this.session.say(`${tag} BAD search is not understood`);
		const numbers = found.map((mail) => (byUid ? mail.uid : folder.mails.indexOf(mail) + 1));
		this.session.say(`* SEARCH${numbers.map((number) => ` ${number}`).join('')}`);
		this.session.say(`${tag} OK done`);
	}

	private fetch(tag: string, folder: SandboxFolder, args: readonly Argument[], byUid: boolean): void {
		const { session, account } = this;
		const mails = named(folder, textOf(args[0]), byUid);
		const hasBody = /BODY|RFC822(?!\.SIZE)/i.test(JSON.stringify(args[1] ?? ''));
		if (hasBody && account.strikes('emptyFetch')) return session.say(`${tag} OK done`);
		for (const mail of mails) {
			const { pieces, marks } = fetched(mail, args[1]);
			if (marks) mail.flags.add('\\Seen');
			const isWhole = this.answer(folder.mails.indexOf(mail) + 1, byUid && !/UID/i.test(JSON.stringify(args[1])) ? [`UID ${mail.uid} `, ...pieces] : pieces, hasBody);
			if (!isWhole) return session.end();
		}
		if (hasBody && account.strikes('dropAfterFetch')) return session.end();
		session.say(`${tag} OK done`);
	}

	/** @returns false when the connection shall end in the middle */
	private answer(number: number, pieces: readonly Piece[], hasBody: boolean): boolean {
		const { session, account } = this;
		session.send(`* ${number} FETCH (`);
		for (const piece of pieces) {
			if (typeof piece === 'string') session.send(piece);
			else {
				const { wrongLiteral } = account.faults;
				const wrong = wrongLiteral === null ? 0 : wrongLiteral === 'short' ? -7 : 7;
				session.send(`{${Math.max(0, piece.data.length + wrong)}}\r\n`);
				if (hasBody && account.strikes('dropInFetch')) {
					session.send(piece.data.subarray(0, Math.floor(piece.data.length / 2)));
					return false;
				}
				session.send(piece.data);
			}
		}
		session.send(')\r\n');
		return true;
	}

	private change({ tag, name, args }: Command, folder: SandboxFolder): void {
		const { session, account } = this;
		if (account.faults.refuseMarks || session.isExamined) return session.say(`${tag} NO [NOPERM] this folder cannot be changed`);
		const mails = name === 'EXPUNGE' ? folder.mails.filter(({ flags }) => flags.has('\\Deleted')) : named(folder, textOf(args[0]), true);
		if (name === 'UID STORE') {
			const flags = (Array.isArray(args[2]) ? args[2] : [args[2] ?? '']).map(textOf);
			for (const mail of mails)
				for (const flag of flags) textOf(args[1]).startsWith('-') ? mail.flags.delete(flag) : mail.flags.add(flag);
		} else if (name === 'UID MOVE' || name === 'UID COPY') {
			const target = account.find(decodeName(textOf(args[1])));
			if (!target) return session.say(`${tag} NO [TRYCREATE] there is no folder ${textOf(args[1])}`);
			for (const { raw, flags, receivedAt } of mails) account.append(target, { raw, flags: new Set(flags), receivedAt });
			if (name === 'UID MOVE') account.expunge(folder, (mail) => mails.includes(mail));
		} else account.expunge(folder, (mail) => mails.includes(mail) && mail.flags.has('\\Deleted'));
		if (account.strikes('dropAfterStore')) return session.end();
		session.say(`${tag} OK done`);
	}
}

function named(folder: SandboxFolder, set: string, byUid: boolean): SandboxMail[] {
	const has = inSet(set, byUid ? folder.mails.map(({ uid }) => uid) : [folder.mails.length]);
	return folder.mails.filter(({ uid }, index) => has(byUid ? uid : index + 1));
}

function escaped(text: string): string {
	return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
