const ENDS_CODE = /[;{}]\s*$/;

/** Marks of a line of code in the common languages; prose has none of them. */
const CODE_LINE: readonly RegExp[] = [
  /^\s*(?:def|class|if|elif|else|for|while|try|except|with|function|switch|match)\b.*[:{]\s*$/,
  /^\s*(?:return|yield|raise|throw|await)\b(?!.*[.!?]$)/,
  /^\s*(?:import|from|using|package|export|require|include|use)\s+[\w.{"'*@/]+(?:[^\w.{"'*@/!?][^.!?]*)?$/,
  /^\s*(?:const|let|var|val|final|int|float|double|char|string|bool|public|private|static|fn|func|fun)\s.*[=;({]/,
  /^\s*[\w.[\]'"]+(?:,\s*[\w.]+)*\s*(?:[-+*/%|&]?=|:=|<-)\s*\S/,
  /^\s*[\w.]+\([^)]*\)\s*(?:;\s*)?(?:\{|#.*|\/\/.*)?$/,
  ENDS_CODE,
  /=>|^\s*#include|^\s*<\/?\w[^>]*>|^\s*@\w+|^\s*(?:\/\/|\/\*)|^#!/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|GROUP BY|ORDER BY)\b/,
];
/** A bullet or number with words behind it, or words alone: prose that ends in a semicolon, as items of a list do. */
const LIST_ITEM = /^\s*(?:[-*+•‣–—]|\(?(?:\d{1,3}|[a-z])[.)])\s+\p{L}[^=(){}[\]<>]*;\s*$/u;
const WORDS_ALONE =
  /^\s*\p{L}[\p{L}\p{M}\p{N}'’"“”,:%-]*(?: [\p{L}\p{M}\p{N}'’"“”,:%–—-]+){2,};\s*$/u;
const FENCE = /^\s*(?:```|~~~)/;
const COMMENT = /^\s*(?:#\s|--\s)/;

/** A line that begins as code does is code even where it is words alone: "using namespace std;". */
function isCode(line: string): boolean {
  const prose = LIST_ITEM.test(line) || WORDS_ALONE.test(line);
  return (
    CODE_LINE.some((mark) => mark !== ENDS_CODE && mark.test(line)) ||
    (!prose && ENDS_CODE.test(line))
  );
}

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
    return fenced || isCode(line) ? 'code' : 'other';
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
