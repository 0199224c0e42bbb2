import { callContract } from './contract/calls';
import { conversationContract } from './contract/conversation';
import { cursorContract } from './contract/cursors';
import { deliveryCountContract } from './contract/deliveryCounts';
import { directoryContract } from './contract/directory';
import { eventContract } from './contract/events';
import { hookupContract } from './contract/hookups';
import { householdContract } from './contract/households';
import { inquiryContract } from './contract/inquiries';
import { leadContract } from './contract/leads';
import { leadListContract } from './contract/leadList';
import { leadSearchContract } from './contract/leadSearch';
import { matchingContract } from './contract/matching';
import { mergeContract } from './contract/merges';
import { optOutContract } from './contract/optOuts';
import { phoneFactContract } from './contract/phoneFacts';
import { portfolioContract } from './contract/portfolios';
import { reviewContract } from './contract/reviews';
import { sharingContract } from './contract/sharing';
import { taskContract } from './contract/tasks';
import { textContract } from './contract/texts';
import { textHoldContract } from './contract/textHolds';
import { textDeliveryContract } from './contract/textDelivery';
import { timelineContract } from './contract/timeline';
import { transactionContract } from './contract/transactions';
import { type OpenContractStore, useStore } from './contract/useStore';
import { workContract } from './contract/work';
import { workPutContract } from './contract/workPut';
import { wordContract } from './contract/words';
import { writeBackContract } from './contract/writeBacks';

/**
 * What every back end must do. Each test gets an empty store with one portfolio, `main`, from builders.ts.
 * @param open makes an empty store in a place of its own
 */
export function storeContract(name: string, open: OpenContractStore): void {
	describe(`store on ${name}`, () => {
		const context = useStore(open);
		portfolioContract(context);
		hookupContract(context);
		callContract(context);
		eventContract(context);
		leadContract(context);
		leadSearchContract(context);
		leadListContract(context);
		inquiryContract(context);
		textContract(context);
		textDeliveryContract(context);
		conversationContract(context);
		taskContract(context);
		optOutContract(context);
		textHoldContract(context);
		phoneFactContract(context);
		workContract(context);
		workPutContract(context);
		cursorContract(context);
		wordContract(context);
		deliveryCountContract(context);
		directoryContract(context);
		writeBackContract(context);
		timelineContract(context);
		matchingContract(context);
		reviewContract(context);
		mergeContract(context);
		householdContract(context);
		transactionContract(context);
		sharingContract(context);
	});
}
