import { mount } from 'svelte';
import App from './App.svelte';
import { tauriHost } from './host/tauri';
import './parts/theme.css';
import { scrollByWheel } from './parts/wheel';
import { Program } from './state/program.svelte';
import { say } from './words/words';

const target = document.getElementById('app');
window.addEventListener('wheel', scrollByWheel);
if (target) {
  document.title = say('program-name');
  if ('__TAURI_INTERNALS__' in window) mount(App, { target, props: { program: new Program(tauriHost()) } });
  else {
    // In a plain browser there is no program behind the window.
    target.textContent = say('no-program');
    document.documentElement.dataset['ready'] = 'start';
  }
}
