import { ApplicationError, requestTwiml } from '../twiml/request';
import { HungUp } from '../waiting';
import type { Session } from '../twiml/session';
import type { DialTarget } from './target';

/**
 * Runs a `<Number url>`'s TwiML on the phone that picked up, while the caller goes on hearing it ring.
 * @returns whether the phone is to be connected: the TwiML ran through and nobody hung up
 */
export async function passesScreening(session: Session, target: DialTarget): Promise<boolean> {
	if (target.screenUrl === null) return true;
	try {
		const request = { url: target.screenUrl, method: target.screenMethod, label: 'Screening' };
		return (await session.run(await requestTwiml(session, request))) === 'done';
	} catch (error) {
		if (error instanceof ApplicationError) return false;
		// The staff phone (a mailbox that had enough) or the caller hung up; the caller's own wait will notice the latter.
		if (error instanceof HungUp) return false;
		throw error;
	}
}
