/** What a thrown value says: an error's sentence for people, anything else in words. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
