import { isUuid } from '../../contract/formats.ts';

/** The id of a user as the store knows it. The case of a UUID does not matter; any other id is exact. */
export function storedUserId(id: string): string {
  return isUuid(id) ? id.toLowerCase() : id;
}
