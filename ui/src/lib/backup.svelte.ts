import {
  cancelBackup,
  type BackupProgressView,
  type BackupRemark,
  type BackupStepView,
  type FailureCode,
  type MergedItem,
  type MergedKind,
  type MergeOutcome,
  type RemarkOutcome,
} from './bindings';
import { Loader } from './request.svelte';
import { touched } from './use';
import { say, tell, type PlainId } from './words';

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

export const stepNames: Record<BackupStepView, PlainId> = {
  opening: 'backup-step-opening',
  writing: 'backup-step-writing',
  reading: 'backup-step-reading',
  saving: 'backup-step-saving',
};

/** What happened to a backup that is read; the same codes mean other things elsewhere. */
export const readingTitles: Partial<Record<FailureCode, PlainId>> = {
  wrongPassword: 'backup-passphrase-wrong',
  damaged: 'backup-unusable',
};

export const kindNames: Record<MergedKind, PlainId> = {
  recoveryPhrase: 'backup-kind-phrase',
  profile: 'backup-kind-profile',
  account: 'backup-kind-account',
  document: 'backup-kind-document',
  attribute: 'backup-kind-attribute',
  schema: 'backup-kind-schema',
  site: 'backup-kind-site',
  application: 'backup-kind-application',
  provider: 'backup-kind-provider',
  eidParty: 'backup-kind-eid-party',
  activityLog: 'backup-kind-activity',
};

/** Whether merging brings it in. */
export function comesIn({ outcome }: MergedItem): boolean {
  return outcome === 'added' || outcome === 'addedBeside';
}

export const outcomeNames: Record<
  MergeOutcome,
  { text: PlainId; tone: 'neutral' | 'accent' | 'success' | 'warning' }
> = {
  added: { text: 'backup-outcome-added', tone: 'success' },
  addedBeside: { text: 'backup-outcome-beside', tone: 'accent' },
  kept: { text: 'backup-outcome-kept', tone: 'neutral' },
  leftOut: { text: 'backup-outcome-left-out', tone: 'warning' },
  alreadyThere: { text: 'backup-outcome-already', tone: 'neutral' },
};

const remarks = {
  leftOut: 'backup-remark-left-out',
  corrected: 'backup-remark-corrected',
  kept: 'backup-remark-kept',
} as const satisfies Record<RemarkOutcome, string>;

/** What became of something that was not as it should be, and why. */
export function remarkText({ kind, name, outcome, reason }: BackupRemark): string {
  return say(remarks[outcome], {
    kind: say(kindNames[kind]),
    name: tell(name),
    reason: tell(reason),
  });
}
