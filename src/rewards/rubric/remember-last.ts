/** Remembers the last result: the responses of one run share prompt and preference, and so does all that a page says of them. */
export function rememberLast<Asked extends readonly unknown[], Result>(
  make: (...asked: Asked) => Result,
) {
  let last: { readonly asked: Asked; readonly result: Result } | undefined;
  return (...asked: Asked): Result => {
    const isSame = last?.asked.every((each, place) => each === asked[place]) === true;
    if (last === undefined || !isSame) last = { asked, result: make(...asked) };
    return last.result;
  };
}
