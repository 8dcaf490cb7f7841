/** Why nothing was written, and what to do about it, in Swedish. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError';

  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(`${message} ${mend}`, options);
  }
}
