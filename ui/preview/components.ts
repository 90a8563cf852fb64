// Every shared component in every state, in light, dark and high contrast. `?theme=dark&contrast=high&dir=rtl` chooses; the
// page has buttons for the same. Not part of the application.
import { mount } from 'svelte';
import { applyAppearance, preferences } from '../src/lib/preferences.svelte';
import { mockShell } from '../src/testing/mock-shell';
import '../src/styles/base.css';
import Components from './Components.svelte';

mockShell();

const parameters = new URLSearchParams(location.search);
const theme = parameters.get('theme');
if (theme === 'light' || theme === 'dark') preferences.theme = theme;
const contrast = parameters.get('contrast');
if (contrast === 'standard' || contrast === 'high') preferences.contrast = contrast;
document.documentElement.dir = parameters.get('dir') ?? 'ltr';
applyAppearance();

const target = document.getElementById('app');
if (!target) throw new Error('components.html has no element with the id "app"');
mount(Components, { target });
