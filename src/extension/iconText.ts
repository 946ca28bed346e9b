/** A name for where `$(icon)` draws an icon, such as in picks and the status bar: it shows as it is written. */
export function withoutIcons(name: string): string {
  return name.replace(/\$\((?=[\w~-]+\))/g, String.raw`\$(`);
}
