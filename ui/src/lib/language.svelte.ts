import { FluentBundle, FluentResource } from '@fluent/bundle';
import { speak } from './bindings';
import english from './locales/en';

/** The languages that the window speaks, and the pseudo-language in which developers look for texts outside the catalogue. */
export type Language = 'en' | 'de' | 'pseudo';

type Files = Record<string, string>;

const others: Record<Exclude<Language, 'en'>, () => Promise<{ default: Files }>> = {
  de: () => import('./locales/de'),
  pseudo: () => import('./locales/pseudo'),
};

/** What the user chose: a language, or the one that the system speaks. */
export type LanguageChoice = 'system' | 'en' | 'de';

const languageKey = 'idw.language';

/** What the window says everything in. Whatever is drawn with it changes with it. */
class Speech {
  language = $state<Language>('en');
  bundle = $state.raw(bundleOf('en', english));
  #choice = $state<LanguageChoice>('system');
  #latest = 0;

  /** For dates and numbers; English dates are those of Britain. */
  get locale(): string {
    return this.language === 'de' ? 'de-DE' : 'en-GB';
  }

  get choice(): LanguageChoice {
    return this.#choice;
  }

  /** Speaks a language from now on, also after the next start. */
  async choose(choice: LanguageChoice): Promise<void> {
    if (choice === 'system') localStorage.removeItem(languageKey);
    else localStorage.setItem(languageKey, choice);
    await this.#take();
  }

  async speak(language: Language): Promise<void> {
    const mine = ++this.#latest;
    const files = language === 'en' ? english : (await others[language]()).default;
    // Another language was chosen while this one loaded.
    if (mine !== this.#latest) return;
    this.bundle = bundleOf(language === 'pseudo' ? 'en' : language, files);
    this.language = language;
    document.documentElement.dataset.language = language;
    document.documentElement.lang = language === 'pseudo' ? 'en' : language;
    // File dialogs and notifications follow. The page itself needs no answer.
    void speak(language).catch(() => undefined);
  }

  /** Speaks what was chosen on this computer, and follows the system where nothing was. */
  async begin(): Promise<void> {
    // Another page of this program may choose another one.
    addEventListener('storage', ({ key }) => {
      if (key === languageKey) void this.#take();
    });
    addEventListener('languagechange', () => void this.#take());
    await this.#take();
  }

  async #take(): Promise<void> {
    const chosen = localStorage.getItem(languageKey);
    this.#choice = chosen === 'en' || chosen === 'de' ? chosen : 'system';
    if (chosen === 'pseudo') await this.speak('pseudo');
    else await this.speak(this.#choice === 'system' ? ofSystem() : this.#choice);
  }
}

/** The first language of the system's that the window speaks, else English. */
function ofSystem(): 'en' | 'de' {
  for (const tag of navigator.languages) {
    const [language] = tag.toLowerCase().split('-');
    if (language === 'en' || language === 'de') return language;
  }
  return 'en';
}

export const speech = new Speech();

function bundleOf(language: string, files: Files): FluentBundle {
  const bundle = new FluentBundle(language);
  for (const text of Object.values(files)) {
    const errors = bundle.addResource(new FluentResource(text));
    if (errors[0]) throw errors[0];
  }
  return bundle;
}
