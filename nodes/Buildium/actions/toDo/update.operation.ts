import { toDo } from '../../tasks/kinds';
import { updateTask } from '../../tasks/update';

export const update = updateTask(toDo);
