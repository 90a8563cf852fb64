import type { NoticeView, OddKindView, RepairCause } from './bindings';
import { say, tell, type PlainId } from './words';

const repaired: Record<RepairCause, PlainId> = {
  headerMissing: 'notice-repaired-header-missing',
  headerUnreadable: 'notice-repaired-header-unreadable',
  headerChanged: 'notice-repaired-header-changed',
  headerOld: 'notice-repaired-header-old',
  databaseMissing: 'notice-repaired-database-missing',
  databaseUnreadable: 'notice-repaired-database-unreadable',
  listMissing: 'notice-repaired-list-missing',
  listChanged: 'notice-repaired-list-changed',
  recordsChanged: 'notice-repaired-records-changed',
  recordsOld: 'notice-repaired-records-old',
  other: 'notice-repaired-other',
};

/** What the owner of a vault must know, in words. */
export function noticeText(notice: NoticeView): string {
  switch (notice.type) {
    case 'repaired':
      return say(repaired[notice.cause]);
    case 'recordsRecovered':
      return say('notice-records-recovered', { count: notice.count });
    case 'recordsFromSnapshot':
      return say('notice-records-from-snapshot', { count: notice.count });
    case 'nothingMissing':
      return say('notice-nothing-missing');
    case 'changesMissing':
      return say('notice-changes-missing', { count: notice.count });
    case 'changesAfterSnapshotMissing':
      return say('notice-changes-after-snapshot-missing');
    case 'recordsLost':
      return say('notice-records-lost', { count: notice.count });
    case 'recordsOutdated':
      return say('notice-records-outdated', { count: notice.count });
    case 'recordsMaybeDeleted':
      return say('notice-records-maybe-deleted', { count: notice.count });
    case 'documentsMissing':
      return say('notice-documents-missing', { count: notice.count });
    case 'restComplete':
      return say('notice-rest-complete');
    case 'damagedKept':
      return say('notice-damaged-kept', { folder: notice.folder });
    case 'fileMissing':
      return say('notice-file-missing', { file: notice.file });
    case 'fileDamaged':
      return say('notice-file-damaged', { file: notice.file });
    case 'fileUnreadable':
      return say('notice-file-unreadable', { file: notice.file, error: notice.error });
    case 'fileRewritten':
      return say('notice-file-rewritten', { file: notice.file });
    case 'fileNotRewritten':
      return say('notice-file-not-rewritten', { file: notice.file });
    case 'oddEntry':
      return oddEntry(notice.path, notice.kind);
    case 'readOnly':
      return say('notice-read-only');
    case 'folderUnreadable':
      return say('notice-folder-unreadable', { reason: tell(notice.reason) });
  }
}

function oddEntry(path: string, kind: OddKindView): string {
  switch (kind) {
    case 'symbolicLink':
      return say('notice-odd-symbolic-link', { path });
    case 'hardLink':
      return say('notice-odd-hard-link', { path });
    case 'notAFile':
      return say('notice-odd-not-a-file', { path });
    case 'notAFolder':
      return say('notice-odd-not-a-folder', { path });
  }
}
