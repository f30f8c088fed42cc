import type { operations } from '../../generated/junction.ts';
import type { Handlers } from '../api/api.ts';
import type { VendorCaller } from './vendor-api.ts';

/** The handlers of Junction's operations. These query parameters have defaults. */
export type JunctionHandlers = Handlers<operations, VendorCaller, 'offset' | 'limit' | 'timeout'>;
