import type { ITriggerFunctions } from 'n8n-workflow';

import type { LeadDelivery } from '../../leasing/inbox/delivery';
import { requestItem } from '../../leasing/inbox/deliveryItem';
import { CAPTCHA_SERVICES } from '../../leasing/inbox/form/captcha';
import { holdTexts } from '../../office/inbox/holdTexts';
import type { Store } from '../../store/port';
import { startDeliveries } from '../shared/inbox/deliveries';
import { systemClock } from '../shared/runtime';
import { askCaptcha } from './captcha';
import { formSettings } from './formSettings';
import { inboxSettings, NODE, senderName } from './parameters';

/** What a published trigger does besides answering: runs the workflow for each delivery, with whatever speaks against it held beforehand. */
export function startInbox(context: ITriggerFunctions, store: Store, consumer: string): { stop(): Promise<void> } {
	const from = ({ sender, name }: LeadDelivery): string => senderName(sender, name);
	return startDeliveries({
		context,
		store,
		consumer,
		node: NODE,
		from,
		async itemOf(delivery) {
			const read = (name: string, fallback: unknown): unknown => context.getNodeParameter(name, fallback);
			if (inboxSettings(read).proof !== null) return requestItem(delivery);
			const { captcha, trap } = formSettings(read);
			const failed = captcha === null ? null : await askCaptcha(context, captcha, delivery);
			const doubts = failed === null ? delivery.doubts : [...delivery.doubts, failed];
			if (doubts.length > 0) await holdTexts({ store, clock: systemClock }, { consumer, delivery, doubts, from: from(delivery) });
			const without = [trap, ...(captcha === null ? [] : [CAPTCHA_SERVICES[captcha].field])].filter((field) => field !== '');
			return requestItem(delivery, doubts, without);
		},
	});
}
