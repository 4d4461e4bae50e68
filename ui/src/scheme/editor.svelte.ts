// The scheme editor: what is being edited, what is wrong with it, and what
// taking it would do. The program judges; here is only the draft.

import { tick } from 'svelte';
import type {
  AttributeKind,
  Label,
  LinkKind,
  Part,
  PartDecision,
  Scheme,
  SchemeEffects,
  SchemeFault,
  SchemeTemplate,
  SchemeVerdict,
} from '../host/bindings';
import type { Program } from '../state/program.svelte';
import {
  freeId,
  move,
  newLabel,
  newLink,
  REGISTER,
  removeLabel,
  renameLabel,
  withoutEmptyLines,
  type Owner,
} from './draft';

/** Which part of the scheme stands in the form. */
export type Chosen =
  | { readonly kind: 'scheme' | 'questions' | 'checks' }
  | { readonly kind: 'label' | 'link'; readonly at: number };

/** A pause between keys, in milliseconds. */
const JUDGE_AFTER_MS = 150;

export class SchemeEditor {
  private readonly program: Program;
  /** The scheme as it is taken. */
  private saved: Scheme;
  private readonly savedText: string;

  draft: Scheme;
  chosen = $state.raw<Chosen>({ kind: 'label', at: 0 });
  verdict = $state.raw<SchemeVerdict>({ faults: [], contrasts: [] });
  /** What taking the draft would do, once that was asked. */
  effects = $state.raw<SchemeEffects | null>(null);
  decisions: readonly PartDecision[] = [];
  /** Closing was asked with changes that are not taken. */
  leaving = $state(false);
  templates = $state.raw<readonly SchemeTemplate[]>([]);
  private judging: ReturnType<typeof setTimeout> | undefined;

  constructor(program: Program, scheme: Scheme) {
    this.program = program;
    this.saved = scheme;
    this.savedText = JSON.stringify(scheme);
    this.draft = $state(structuredClone(scheme));
    void this.judge();
    void program.ask('scheme_templates', {}).then((templates) => {
      if (templates) this.templates = templates;
    });
  }

  get changed(): boolean {
    return JSON.stringify(this.draft) !== this.savedText;
  }

  get readOnly(): boolean {
    return this.program.project?.readOnly === true;
  }

  /** Asks what is wrong with the draft, once the keys rest. */
  judgeSoon(): void {
    clearTimeout(this.judging);
    this.judging = setTimeout(() => void this.judge(), JUDGE_AFTER_MS);
  }

  async judge(): Promise<void> {
    const verdict = await this.program.ask('judge_scheme', { scheme: this.plain() });
    if (verdict) this.verdict = verdict;
  }

  private plain(): Scheme {
    return withoutEmptyLines($state.snapshot(this.draft) as Scheme);
  }

  /** The faults at a place and below it. */
  faultsAt(pointer: string): readonly SchemeFault[] {
    return this.verdict.faults.filter(
      (fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`),
    );
  }

  isNew(kind: 'label' | 'link', id: string): boolean {
    const list = kind === 'label' ? this.saved.labels : this.saved.links;
    return !list.some((known) => known.id === id);
  }

  /** An entry that was never taken gets an id of its title; others keep theirs. */
  titled(kind: 'label' | 'link', entry: Label | LinkKind): void {
    if (!this.isNew(kind, entry.id)) return;
    const list: readonly (Label | LinkKind)[] = kind === 'label' ? this.draft.labels : this.draft.links;
    const known: readonly (Label | LinkKind)[] = kind === 'label' ? this.saved.labels : this.saved.links;
    const taken = [...list.filter((other) => other !== entry), ...known].map(({ id }) => id);
    const id = freeId(entry.title, [...taken, REGISTER], kind);
    if ('shape' in entry) renameLabel(this.draft, entry, id);
    else entry.id = id;
  }

  /** The same for a field or a value: `known` are those that were taken. */
  titledWithin(entry: { id: string; title: string }, list: readonly { id: string }[], owner: Owner): void {
    const known = this.knownWithin(entry.id, owner);
    if (known) return;
    const taken = list.filter((other) => other !== entry).map(({ id }) => id);
    entry.id = freeId(entry.title, [...taken, ...this.idsWithin(owner)], 'value');
  }

  private fieldsOf(owner: Owner): readonly AttributeKind[] {
    if (!owner) return this.saved.document_attributes;
    const list: readonly (Label | LinkKind)[] = 'shape' in owner ? this.saved.labels : this.saved.links;
    return list.find((known) => known.id === owner.id)?.attributes ?? [];
  }

  private idsWithin(owner: Owner): string[] {
    return this.fieldsOf(owner).flatMap((field) => [field.id, ...field.values.map(({ id }) => id)]);
  }

  private knownWithin(id: string, owner: Owner): boolean {
    return this.idsWithin(owner).includes(id);
  }

  add(kind: 'label' | 'link'): void {
    const list = kind === 'label' ? this.draft.labels : this.draft.links;
    if (kind === 'label') this.draft.labels.push(newLabel(this.draft));
    else this.draft.links.push(newLink(this.draft));
    this.choose({ kind, at: list.length - 1 });
  }

  choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.effects = null;
  }

  moveChosen(by: -1 | 1): void {
    const { chosen } = this;
    if (chosen.kind === 'label') this.chosen = { ...chosen, at: move(this.draft.labels, chosen.at, by) };
    if (chosen.kind === 'link') this.chosen = { ...chosen, at: move(this.draft.links, chosen.at, by) };
  }

  /** Takes the chosen entry away; where it is in use, taking the draft asks what becomes of that. */
  removeChosen(): void {
    const { chosen, draft } = this;
    if (chosen.kind === 'label') removeLabel(draft, chosen.at);
    else if (chosen.kind === 'link') draft.links.splice(chosen.at, 1);
    else return;
    const list = chosen.kind === 'label' ? draft.labels : draft.links;
    if (list.length === 0) this.choose({ kind: 'scheme' });
    else this.choose({ ...chosen, at: Math.min(chosen.at, list.length - 1) });
  }

  /** Another scheme in place of the draft; it is taken only when saved. */
  replace(scheme: Scheme): void {
    const version = this.saved.version;
    Object.assign(this.draft, structuredClone(scheme), { version });
    this.decisions = [];
    this.choose({ kind: 'scheme' });
  }

  async useTemplate(name: string): Promise<void> {
    const scheme = await this.program.ask('scheme_template', { name });
    if (!scheme) return;
    this.replace(scheme);
    this.program.tell('scheme-replaced', { title: scheme.title });
  }

  async import(): Promise<void> {
    const scheme = await this.program.ask('import_scheme', {});
    if (!scheme) return;
    this.replace(scheme);
    this.program.tell('scheme-replaced', { title: scheme.title });
  }

  async export(): Promise<void> {
    const said = await this.program.ask('export_scheme', { scheme: this.plain() });
    if (said) this.program.say(said);
  }

  /** Decides what becomes of a part that is in use. */
  async decide(part: Part, instead: string | null): Promise<void> {
    const other = (decision: PartDecision) => JSON.stringify(decision.part) !== JSON.stringify(part);
    this.decisions = [...this.decisions.filter(other), { part, instead }];
    const effects = await this.preview();
    if (effects) this.effects = effects;
  }

  private preview(): Promise<SchemeEffects | undefined> {
    const document = this.program.article?.id ?? null;
    return this.program.ask('preview_scheme', {
      scheme: this.plain(),
      decisions: [...this.decisions],
      document,
    });
  }

  /** Takes the draft; what it does to annotations is shown first. */
  async save(): Promise<boolean> {
    this.leaving = false;
    const seen = this.effects;
    const effects = await this.preview();
    if (!effects) {
      await this.judge();
      this.showFirstFault();
      return false;
    }
    if (effects.effects.length > 0 && !(seen?.decided && effects.decided)) {
      this.effects = effects;
      return false;
    }
    const scheme = this.plain();
    const document = this.program.article?.id ?? null;
    const decisions = [...this.decisions];
    const edited = await this.program.edit('change_scheme', { scheme, decisions, document });
    if (edited) this.close();
    return edited !== undefined;
  }

  /** Goes to what is refused. */
  private showFirstFault(): void {
    const fault = this.verdict.faults.find(({ refuses }) => refuses);
    const [, list, at] = /^\/(labels|links)\/(\d+)/u.exec(fault?.pointer ?? '') ?? [];
    if (list) this.choose({ kind: list === 'labels' ? 'label' : 'link', at: Number(at) });
    else if (fault?.pointer.startsWith('/document_attributes')) this.choose({ kind: 'questions' });
  }

  /** One step back: from the effects to the form, from a question to the form, then out. */
  back(): void {
    if (this.leaving) this.leaving = false;
    else if (this.effects) this.effects = null;
    else if (this.changed) this.leaving = true;
    else this.close();
  }

  close(): void {
    clearTimeout(this.judging);
    this.program.editor = null;
    // What lies under the editor takes no focus before it is gone.
    void tick().then(() => this.program.surface?.focus());
  }
}
