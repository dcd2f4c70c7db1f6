/** Refused for a while after too many failures, whatever the password. */
export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`too many failed sign-ins: refused for ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Too many sign-ins at the same time: try again a little later. It tells nothing about the password. */
export class SignInBusy extends Error {
  override readonly name = 'SignInBusy';
  readonly retryAfterSeconds = 5;

  constructor() {
    super('too many sign-ins at once');
  }
}

/** The client left while its attempt waited. It tells nothing about the password. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('the client is gone');
  }
}
