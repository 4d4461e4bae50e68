// Examples of a scheme: what is meant stands in square brackets.

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The pieces of an example. Brackets may lie in each other: what is inside any is marked. */
export function bracketed(example: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let text = '';
  const end = () => {
    if (text !== '') pieces.push({ text, marked: depth > 0 });
    text = '';
  };
  for (const letter of example) {
    if (letter === '[' && closes(example)) {
      if (depth === 0) end();
      depth += 1;
    } else if (letter === ']' && depth > 0) {
      if (depth === 1) end();
      depth -= 1;
    } else text += letter;
  }
  end();
  return pieces;
}

/** Brackets that have no partner are letters like others. */
function closes(example: string): boolean {
  let depth = 0;
  for (const letter of example) {
    if (letter === '[') depth += 1;
    if (letter === ']' && depth > 0) depth -= 1;
  }
  return depth === 0;
}
