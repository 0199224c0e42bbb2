import type { INodeProperties } from 'n8n-workflow';

import { idField } from '../../build/getOne';

export const fileField: INodeProperties = idField('fileId', 'File ID', 'The ID of the file');
