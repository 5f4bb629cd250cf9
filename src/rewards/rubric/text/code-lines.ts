/** Marks of a line of code in the common languages; prose has none of them. */
const CODE_LINE: readonly RegExp[] = [
  /^\s*(?:def|class|if|elif|else|for|while|try|except|with|function|switch|match)\b.*[:{]\s*$/,
  /^\s*(?:return|yield|raise|throw|await)\b(?!.*[.!?]$)/,
  /^\s*(?:import|from|using|package|export|require|include|use)\s+[\w.{"'*@/]+[^.!?]*;?$/,
  /^\s*(?:const|let|var|val|final|int|float|double|char|string|bool|public|private|static|fn|func|fun)\s.*[=;({]/,
  /^\s*[\w.[\]'"]+(?:,\s*[\w.]+)*\s*(?:[-+*/%|&]?=|:=|<-)\s*\S/,
  /^\s*[\w.]+\([^)]*\)\s*;?\s*(?:\{|#.*|\/\/.*)?$/,
  /[;{}]\s*$/,
  /=>|^\s*#include|^\s*<\/?\w+[^>]*>|^\s*@\w+|^\s*(?:\/\/|\/\*)|^#!/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|GROUP BY|ORDER BY)\b/,
];
const FENCE = /^\s*(?:```|~~~)/;
const COMMENT = /^\s*(?:#\s|--\s)/;

type LineKind = 'code' | 'other' | 'blank';

/** Code lines by their fences, or where there are none by their marks. */
function kindsOfLines(text: string): LineKind[] {
  let fenced = false;
  return text.split('\n').map((line) => {
    if (FENCE.test(line)) {
      fenced = !fenced;
      return 'blank';
    }
    if (line.trim() === '') return 'blank';
    return fenced || CODE_LINE.some((mark) => mark.test(line)) ? 'code' : 'other';
  });
}

/** Runs of lines that look like code though nothing fences them: two lines at least, or all there is. */
export function countCodeBlocks(text: string): number {
  const kinds = kindsOfLines(text).filter((kind) => kind !== 'blank');
  if (!kinds.includes('other')) return kinds.length > 0 ? 1 : 0;
  const runs = kinds.map((kind) => (kind === 'code' ? 'c' : '.')).join('');
  return runs.match(/c{2,}/g)?.length ?? 0;
}

/** Share of the lines that are code; comments between them count for neither. */
export function shareOfCode(text: string): number {
  const kinds = kindsOfLines(text);
  const lines = text.split('\n');
  const code = kinds.filter((kind) => kind === 'code').length;
  const other = kinds.filter(
    (kind, place) => kind === 'other' && !COMMENT.test(lines[place] ?? ''),
  );
  return code / Math.max(1, code + other.length);
}
