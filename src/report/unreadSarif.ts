import type { Notification } from 'sarif';
import type { UnreadPath } from '../workspace/unread';
import { artifactLocation } from './sarifLocations';
import { sarifMessage } from './sarifLog';

/** What could not be read, as notifications with their places. */
export function unreadNotifications(unread: readonly UnreadPath[], sourceRoot: string): Notification[] {
  return unread.map(({ path, reason }) => ({
    level: 'error',
    message: sarifMessage(reason),
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(path, sourceRoot) } }],
  }));
}
