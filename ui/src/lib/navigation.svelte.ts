import type { Dropped } from './drops.svelte';

/** A place in the open wallet. */
export type Place =
  | { view: 'home' }
  | { view: 'attributes'; add?: string; show?: string; verify?: boolean }
  | { view: 'documents'; dropped?: Dropped }
  | { view: 'sites'; site?: string; add?: boolean }
  | { view: 'applications'; show?: string }
  | { view: 'requests'; show?: string }
  | { view: 'activity' }
  | { view: 'settings' };

export type ViewName = Place['view'];

export class Navigation {
  place = $state.raw<Place>({ view: 'home' });

  go(place: Place): void {
    this.place = place;
  }
}
