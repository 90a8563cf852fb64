import { mount } from 'svelte';
import App from './App.svelte';
import { speech } from './lib/language.svelte';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');

await speech.begin();
mount(App, { target });
