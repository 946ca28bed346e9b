/** The guide's client and server model, with every relation rated by the same score for one type or all. */
export function goldenModel(rating: string): string {
  return `name: Client Server
components:
  Server: {facility: Data Center, interfaces: [Gateway1], assets: {DB: {}, Backend: {}}}
  network: {facility: Data Center, labels: [Communication], interfaces: [Gateway1, Gateway2, Internet]}
  Router: {facility: Data Center, interfaces: [Gateway2, LAN1]}
  Client Computer: {facility: Client, interfaces: [Terminal, LAN2], assets: {Frontend: {}}}
  Virtual-Router-Client-Computer: {interfaces: [LAN1, LAN2]}
ratingRules:
  - match: {interface: "*"}
    ${rating}
`;
}
