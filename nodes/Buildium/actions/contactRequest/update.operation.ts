import { contactRequest } from '../../tasks/kinds';
import { updateTask } from '../../tasks/update';

export const update = updateTask(contactRequest);
