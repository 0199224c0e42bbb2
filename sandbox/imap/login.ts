import type { Account } from './account';
import { textOf, type Command } from './parse';

export interface Door {
	account: Account;
	isSecure: boolean;
	say(line: string): void;
	/** The next line is the answer to what was asked. */
	ask(then: (line: string) => void): void;
	done(): void;
	capabilities(): string;
}

/** LOGIN, and AUTHENTICATE by PLAIN and XOAUTH2. */
export function signIn({ tag, name, args }: Command, door: Door): void {
	const { account } = door;
	const yes = (): void => {
		if (account.faults.refuseLogin !== null) return door.say(`${tag} NO ${account.faults.refuseLogin}`);
		door.done();
		door.say(`${tag} OK [CAPABILITY ${door.capabilities()}] welcome`);
	};
	const no = (): void => door.say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)`);
	const decide = (isRight: boolean): void => (isRight ? yes() : no());
	if (name === 'LOGIN') return decide(textOf(args[0]) === account.user && textOf(args[1]) === account.password);

	const kind = textOf(args[0]).toUpperCase();
	const withAnswer = (then: (answer: string) => void): void => {
		const given = textOf(args[1]);
		if (given !== '') return then(decoded(given));
		door.say('+ ');
		door.ask((line) => then(decoded(line)));
	};
	if (kind === 'PLAIN')
		return withAnswer((answer) => {
			const [, user, password] = answer.split('\u0000');
			decide(user === account.user && password === account.password);
		});
	if (kind === 'XOAUTH2')
		return withAnswer((answer) => {
			const [, user] = /user=([^\u0001]*)/.exec(answer) ?? [];
			const [, token = ''] = /auth=Bearer ([^\u0001]*)/.exec(answer) ?? [];
			if (user === account.user && account.tokens.has(token)) return yes();
			door.say(`+ ${Buffer.from('{"status":"400","schemes":"Bearer","scope":"https://mail.example/"}').toString('base64')}`);
			door.ask(() => no());
		});
	door.say(`${tag} NO that is not known here`);
}

function decoded(line: string): string {
	return Buffer.from(line, 'base64').toString('utf8');
}
