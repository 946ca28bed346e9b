import { l10n, type LogOutputChannel, window } from 'vscode';

/** The one way to tell the user of a failure: a short sentence, with the details in the log. */
export class Notifier {
  constructor(readonly log: LogOutputChannel) {}

  /** Shows what failed; the cause goes to the log. */
  error(message: string, cause: unknown): void {
    this.log.error(message, cause instanceof Error ? (cause.stack ?? cause.message) : cause);
    void this.show(window.showErrorMessage, message);
  }

  /** Shows what the user should know; there is nothing to do. */
  warning(message: string): void {
    this.log.warn(message);
    void this.show(window.showWarningMessage, message);
  }

  private async show(
    display: (message: string, ...items: string[]) => Thenable<string | undefined>,
    message: string,
  ): Promise<void> {
    const openLog = l10n.t('Open log');
    if ((await display(message, openLog)) === openLog) {
      this.log.show();
    }
  }
}
