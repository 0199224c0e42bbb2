import { sentKey, type SentInquiry } from '../inquiry/sentKey';
import { DAY, HOUR, type Millis } from '../time';

/**
 * The keys of tasks: unique in a portfolio, so that the same cause opens one task, and a task can be found again by what it
 * is about. They stand in stores and never change.
 */
export const taskKeys = {
	/** To get back to somebody, once per contact. */
	callBack: (contact: SentInquiry) => `call_back:${sentKey(contact)}`,
	/** To decide whose an inquiry is. */
	inquiryReview: (contact: SentInquiry) => `review_match:${sentKey(contact)}`,
	/** To decide whether two are one renter. */
	pairReview: (reviewId: string) => `review_match:${reviewId}`,
	/** To look at a text that did not reach the renter. */
	text: (textId: string) => `text:${textId}`,
	/** To answer what a renter wrote. */
	inboundText: (inquiryId: string) => `inbound:${inquiryId}`,
	/** To ask whether anybody spoke with a caller. */
	connectionUnseen: (callId: string) => `connection_unseen:${callId}`,
	/** To mend what keeps staff from being reached, once a day and line. @param line E.164 */
	staffAlert: (code: string, line: string, at: Millis) => `alert:${code}:${line}:${dayOf(at)}`,
	/** To mend what keeps every text from being sent, once a day. */
	textSetUp: (code: string, at: Millis) => `fix_setup:${code}:${dayOf(at)}`,
	/** To see why so many strangers are texted, once an hour. */
	textCeiling: (at: Millis) => `text_ceiling:${Math.floor(at / HOUR)}`,
	/** To look at a lead that anybody could have sent, before it is texted. */
	doubtedLead: (deliveryId: string) => `doubted_lead:${deliveryId}`,
	/** To look at many of those at once, once an hour. @param consumer the trigger that took them in */
	manyDoubtedLeads: (consumer: string, at: Millis) => `doubted_leads:${consumer}:${Math.floor(at / HOUR)}`,
	/** To mend the property-management system's set-up, once. @param provider of the system */
	systemSetUp: (provider: string, code: string) => `fix_setup:${provider}:${code}`,
	/** To see what a system reported that could not be read, once a day. @param provider of the system */
	unreadEvent: (provider: string, at: Millis) => `unread_event:${provider}:${dayOf(at)}`,
	failedEvent: (eventId: string) => `failed_event:${eventId}`,
	/** @param nth 1 for the first task about this work, 2 for the one after somebody has completed that, … */
	failedWork: (workId: string, nth: number) => (nth === 1 ? `failed_work:${workId}` : `failed_work:${workId}:${nth}`),
};

const INBOUND_TEXT = taskKeys.inboundText('');

/** The inquiry that is the text to be answered; null for any other task. */
export function inquiryOfTask(key: string): string | null {
	return key.startsWith(INBOUND_TEXT) ? key.slice(INBOUND_TEXT.length) : null;
}

/** The tasks that wait for an answer to one inquiry; they follow it to another lead. */
export function taskKeysOfInquiry(contact: SentInquiry, inquiryId: string): string[] {
	return [taskKeys.callBack(contact), taskKeys.inquiryReview(contact), taskKeys.inboundText(inquiryId)];
}

function dayOf(at: Millis): number {
	return Math.floor(at / DAY);
}
