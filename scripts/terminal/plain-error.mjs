// @ts-check
/**
 * An error whose message is one sentence for the person at the terminal: what is wrong and what to
 * do about it. It is shown without a stack; every other error is a defect and keeps its stack.
 */
export class PlainError extends Error {}
