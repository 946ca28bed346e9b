/** A model in which every name is declared and used. */
export const NAMES_MODEL = `facilities: {Hall: {}}
attackers: {insider: user}
periods: {service: maintenance}
components:
  Server: {facility: Hall, interfaces: [LAN, Internet], assets: {DB: {}}}
  Client: {facility: Hall, interfaces: [LAN, Terminal]}
interfaces:
  Internet: {entry: true, into: [Server], attackers: [insider], periods: [service]}
vectors:
  usb-root: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
ratings:
  Server:
    LAN: {T: usb-root}
`;

/** The model with a part of its text replaced. */
export function namesModel(before: string, after: string): string {
  if (!NAMES_MODEL.includes(before)) {
    throw new Error(`The model has no text ${before}`);
  }
  return NAMES_MODEL.replace(before, after);
}
