/** A place in the open wallet. */
export type Place =
  | { view: 'home' }
  | { view: 'attributes'; add?: string }
  | { view: 'documents' }
  | { view: 'sites'; site?: string }
  | { view: 'activity' }
  | { view: 'settings' };

export type ViewName = Place['view'];

export class Navigation {
  place = $state.raw<Place>({ view: 'home' });

  go(place: Place): void {
    this.place = place;
  }
}
