// Places a small panel beside a position of the text, inside the window.

import type { Program } from '../state/program.svelte';

const GAP = 6;

export function beside(program: Program, position: number): (node: HTMLElement) => void {
  return (node) => {
    const place = program.surface?.place(position);
    const { innerWidth, innerHeight } = window;
    const { offsetWidth, offsetHeight } = node;
    // The card it fills should stay in sight.
    const margin = document.querySelector('.postil-margin')?.getBoundingClientRect();
    const beyond = margin && margin.width > 0 && margin.left > innerWidth / 2 ? margin.left : innerWidth;
    const left = Math.max(GAP, Math.min(place?.left ?? innerWidth / 3, beyond - offsetWidth - GAP));
    const below = (place?.bottom ?? innerHeight / 3) + GAP;
    const above = (place?.top ?? 0) - offsetHeight - GAP;
    // Choices arrive later: room for them is kept below.
    const fits = below + Math.max(offsetHeight, 300) < innerHeight || above < GAP;
    node.style.left = `${Math.round(left)}px`;
    if (fits) node.style.top = `${Math.round(Math.min(below, innerHeight - offsetHeight - GAP))}px`;
    else node.style.bottom = `${Math.round(innerHeight - (place?.top ?? 0) + GAP)}px`;
  };
}

/** Below what a selector finds, and inside the window. */
export function below(selector: string): (node: HTMLElement) => void {
  return (node) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    const end = window.innerWidth - node.offsetWidth - GAP;
    node.style.left = `${Math.round(Math.max(GAP, Math.min(box?.left ?? end, end)))}px`;
    node.style.top = `${Math.round((box?.bottom ?? 0) + GAP)}px`;
  };
}
