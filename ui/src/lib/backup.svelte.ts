import {
  cancelBackup,
  type BackupProgressView,
  type BackupStepView,
  type FailureCode,
  type MergedItem,
  type MergedKind,
  type MergeOutcome,
  type RemarkOutcome,
} from './bindings';
import { Loader } from './request.svelte';
import { touched } from './use';

/** Something that takes long with a backup: where it stands, how far it is, and its cancelling. */
export class BackupTask<T, A extends unknown[] = []> {
  progress = $state.raw<BackupProgressView | undefined>(undefined);
  /** From asking to cancel until it has stopped. */
  cancelling = $state(false);
  doing: Loader<T, A>;

  constructor(call: (onProgress: (news: BackupProgressView) => void, ...args: A) => Promise<T>) {
    this.doing = new Loader((...args: A) => {
      this.progress = undefined;
      this.cancelling = false;
      return call(
        (news) => {
          this.progress = news;
          touched();
        },
        ...args,
      );
    });
  }

  run(...args: A): Promise<T | undefined> {
    return this.doing.restart(...args);
  }

  cancel(): void {
    this.cancelling = true;
    void cancelBackup();
  }
}

export const stepNames: Record<BackupStepView, string> = {
  opening: 'Turning the passphrase into a key',
  writing: 'Writing the backup',
  reading: 'Reading the backup',
  saving: 'Saving',
};

/** What happened to a backup that is read; the same codes mean other things elsewhere. */
export const readingTitles: Partial<Record<FailureCode, string>> = {
  wrongPassword: 'Wrong passphrase',
  damaged: 'The backup cannot be used',
};

export const kindNames: Record<MergedKind, string> = {
  recoveryPhrase: 'Recovery phrase',
  profile: 'Profile',
  account: 'Account',
  document: 'Document',
  attribute: 'Attribute',
  schema: 'Kind of attribute',
  site: 'Site',
  application: 'Application',
  provider: 'Identity-check provider',
  eidParty: 'Site of Auth eID',
  activityLog: 'Activity',
};

/** Whether merging brings it in. */
export function comesIn({ outcome }: MergedItem): boolean {
  return outcome === 'added' || outcome === 'addedBeside';
}

export const outcomeNames: Record<
  MergeOutcome,
  { text: string; tone: 'neutral' | 'accent' | 'success' | 'warning' }
> = {
  added: { text: 'New', tone: 'success' },
  addedBeside: { text: 'Beside yours', tone: 'accent' },
  kept: { text: 'Yours stays', tone: 'neutral' },
  leftOut: { text: 'Left out', tone: 'warning' },
  alreadyThere: { text: 'Have it', tone: 'neutral' },
};

/** What became of something that was not as it should be, to stand before the reason. */
export const remarkNames: Record<RemarkOutcome, string> = {
  leftOut: 'left out',
  corrected: 'put right',
  kept: 'kept',
};
