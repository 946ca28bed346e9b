/** The arguments of a message template, by placeholder name. */
export type MessageArguments = Readonly<Record<string, string | number>>;

/** An English sentence with `{name}` placeholders, and what to put into them. */
export interface Message {
  readonly template: string;
  readonly args: MessageArguments;
}

/** Puts the arguments into the template; a placeholder without an argument stays as it is. */
export function formatMessage({ template, args }: Message): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : placeholder,
  );
}
