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
import { say, tell } from './words';

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
  opening: say('backup-step-opening'),
  writing: say('backup-step-writing'),
  reading: say('backup-step-reading'),
  saving: say('backup-step-saving'),
};

/** What happened to a backup that is read; the same codes mean other things elsewhere. */
export const readingTitles: Partial<Record<FailureCode, string>> = {
  wrongPassword: say('backup-passphrase-wrong'),
  damaged: say('backup-unusable'),
};

export const kindNames: Record<MergedKind, string> = {
  recoveryPhrase: say('backup-kind-phrase'),
  profile: say('backup-kind-profile'),
  account: say('backup-kind-account'),
  document: say('backup-kind-document'),
  attribute: say('backup-kind-attribute'),
  schema: say('backup-kind-schema'),
  site: say('backup-kind-site'),
  application: say('backup-kind-application'),
  provider: say('backup-kind-provider'),
  eidParty: say('backup-kind-eid-party'),
  activityLog: say('backup-kind-activity'),
};

/** Whether merging brings it in. */
export function comesIn({ outcome }: MergedItem): boolean {
  return outcome === 'added' || outcome === 'addedBeside';
}

export const outcomeNames: Record<
  MergeOutcome,
  { text: string; tone: 'neutral' | 'accent' | 'success' | 'warning' }
> = {
  added: { text: say('backup-outcome-added'), tone: 'success' },
  addedBeside: { text: say('backup-outcome-beside'), tone: 'accent' },
  kept: { text: say('backup-outcome-kept'), tone: 'neutral' },
  leftOut: { text: say('backup-outcome-left-out'), tone: 'warning' },
  alreadyThere: { text: say('backup-outcome-already'), tone: 'neutral' },
};

const remarks = {
  leftOut: 'backup-remark-left-out',
  corrected: 'backup-remark-corrected',
  kept: 'backup-remark-kept',
} as const satisfies Record<RemarkOutcome, string>;

/** What became of something that was not as it should be, and why. */
export function remarkText({ kind, name, outcome, reason }: BackupRemark): string {
  return say(remarks[outcome], { kind: kindNames[kind], name: tell(name), reason: tell(reason) });
}
