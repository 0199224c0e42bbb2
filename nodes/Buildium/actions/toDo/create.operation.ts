import { createTask } from '../../tasks/create';
import { toDo } from '../../tasks/kinds';

export const create = createTask(toDo);
