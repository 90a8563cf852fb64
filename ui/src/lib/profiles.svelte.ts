import * as shell from './bindings';
import type { AttributeTypeView, ProfileKind, ProfileView } from './bindings';
import { pendingRemovals } from './pending-removals.svelte';
import { Loader } from './request.svelte';
import type { PlainId } from './words';

export const kindNames: Record<ProfileKind, PlainId> = {
  person: 'profile-person',
  company: 'profile-company',
};

/** The people and companies that the user acts for, and which one the window works in. */
export class ProfilesController {
  all = new Loader(shell.listProfiles);

  get active(): ProfileView | undefined {
    return this.all.value?.find(({ selected }) => selected);
  }

  async refresh(): Promise<void> {
    await this.all.run();
  }

  async select(id: string): Promise<void> {
    // They are this profile's: in the other one their ids mean nothing.
    await pendingRemovals.flush();
    await shell.selectProfile(id);
    await this.refresh();
  }

  /** Makes a profile and goes on in it. */
  async add(name: string, kind: ProfileKind): Promise<void> {
    const added = await shell.addProfile(name, kind);
    await this.select(added.id);
  }
}

/** The attributes that describe what the profile is. */
export function typesFor(types: AttributeTypeView[], kind: ProfileKind): AttributeTypeView[] {
  return types.filter(({ subject }) => subject === 'both' || subject === kind);
}
