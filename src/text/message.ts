/** The arguments of a message template, by placeholder name. */
export type MessageArguments = Readonly<Record<string, string | number>>;

/** An English sentence with `{name}` placeholders, and what to put into them. */
export interface Message {
  readonly template: string;
  readonly args: MessageArguments;
}

/** More of an argument is not read in a sentence. */
const LONGEST_ARGUMENT = 500;

/** Puts the arguments into the template; a placeholder without an argument stays as it is. */
export function formatMessage({ template, args }: Message): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : placeholder,
  );
}

/** A sentence for people to read: very long arguments are cut. */
export function shownMessage({ template, args }: Message): string {
  return formatMessage({ template, args: shownArguments(args) });
}

/** The arguments as sentences for people show them: very long ones are cut. */
export function shownArguments(args: MessageArguments): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, shownArgument(value)]));
}

function shownArgument(value: string | number): string {
  const text = String(value);
  return text.length > LONGEST_ARGUMENT
    ? `${text.slice(0, LONGEST_ARGUMENT).replace(/[\ud800-\udbff]$/, '')}…`
    : text;
}
