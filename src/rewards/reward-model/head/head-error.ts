/** Why a head could not be read, its message a sentence for people with the next step. */
export class HeadError extends Error {
  /** Whether there is no such file, so that another one may be tried. */
  readonly notFound: boolean;

  constructor(message: string, options: ErrorOptions & { readonly notFound?: boolean } = {}) {
    super(message, options);
    this.name = 'HeadError';
    this.notFound = options.notFound ?? false;
  }
}
