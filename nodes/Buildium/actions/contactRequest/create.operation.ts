import { createTask } from '../../tasks/create';
import { contactRequest } from '../../tasks/kinds';

export const create = createTask(contactRequest);
