import { cleanName, sentences } from './cleanName';
import type { ForeignAsset, ForeignLink, ForeignPart, ForeignSystem } from './foreignSystem';
import type { ImportLog } from './importReport';

/** Names that stand for "no node". */
const NOBODY = /^(Vector__XXX|XXX)$/;
/** Holds signals that belong to no message. */
const NO_MESSAGE = 'VECTOR__INDEPENDENT_SIG_MSG';
const BUS = 'bus';

/** Signals and receivers of a message that its description names. */
const SHOWN_NAMES = 12;

/** So much of a comment, and so many of its lines, are looked at. */
const LONGEST_STATEMENT = 20_000;
const MOST_LINES = 100;

/** A message on the bus. */
interface Message {
  readonly id: number;
  readonly name: string;
  readonly length: string;
  readonly senders: Set<string>;
  readonly receivers: Set<string>;
  readonly signals: string[];
  readonly line: number;
}

/** An ECU. */
interface BusNode {
  readonly name: string;
  readonly line: number;
}

const MESSAGE = /^BO_[ \t]+(\d+)[ \t]+([^\s:]+)[ \t]*:[ \t]*(\d+)[ \t]+(\S+)/;
const SIGNAL = /^[ \t]+SG_[ \t]+([^\s:]+)(?:[ \t]+[mM][\dmM]*)?[ \t]*:[^"]*"[^"]*"([^]*)/;
const SENDERS = /^BO_TX_BU_[ \t]+(\d+)[ \t]*:[ \t]*([^;]*)/;
const NODE_COMMENT = /^CM_[ \t]+BU_[ \t]+(\S+)[ \t]+"((?:[^"\\]|\\.)*)"/;
const MESSAGE_COMMENT = /^CM_[ \t]+BO_[ \t]+(\d+)[ \t]+"((?:[^"\\]|\\.)*)"/;
const BUS_COMMENT = /^CM_[ \t]+"((?:[^"\\]|\\.)*)"/;
const BUS_NAME = /^BA_[ \t]+"DBName"[ \t]+"([^"]*)"/;

/**
 * Reads a CAN database. Its nodes are components that share an interface each with the bus, a channel whose assets are
 * the messages: who is on the bus may forge any of them.
 */
export function readDbc(file: string, text: string, log: ImportLog): ForeignSystem | undefined {
  const database = new Database(file, text, log);
  if (database.nodes.size === 0 && database.messages.size === 0) {
    log.problem({ file }, 'This is no CAN database: it has neither nodes (BU_) nor messages (BO_).');
    return undefined;
  }
  const name = cleanName(database.busName) || cleanName(file.replace(/\.dbc$/i, '')) || 'CAN bus';
  const bus: ForeignPart = {
    id: BUS,
    word: 'bus',
    kind: 'channel',
    name,
    description: database.busComment,
    assets: database.assets(),
    threats: [],
    line: 1,
  };
  const nodes = [...database.nodes.values()];
  log.guessed(
    { file },
    'The messages are assets of the bus "{name}", because who is on it may forge them; what the nodes do with them is no asset yet.',
    { name },
  );
  return {
    file,
    title: name,
    zones: [],
    parts: [bus, ...nodes.map((node) => database.part(node))],
    links: nodes.map(
      (node): ForeignLink => ({
        word: 'connection of a node to the bus',
        name: `${node.name} on ${name}`,
        ends: [node.name, BUS],
        threats: [],
        line: node.line,
      }),
    ),
    namesData: true,
  };
}

/** What stands in the lines of a file that matter to a model. */
class Database {
  /** By name, in upper and lower case as written. */
  readonly nodes = new Map<string, BusNode>();
  readonly messages = new Map<number, Message>();
  busName = '';
  busComment: string | undefined;
  private readonly comments = new Map<string, string>();

  constructor(
    private readonly file: string,
    text: string,
    private readonly log: ImportLog,
  ) {
    let current: Message | undefined;
    for (const { text: line, number } of statements(text)) {
      if (line.startsWith('BU_:') || /^BU_[ \t]+:/.test(line)) {
        this.addNodes(line.slice(line.indexOf(':') + 1), number);
      } else if (line.startsWith('BO_ ') || line.startsWith('BO_\t')) {
        current = this.addMessage(line, number);
      } else if (/^[ \t]+SG_[ \t]/.test(line)) {
        this.addSignal(line, number, current);
      } else {
        this.addOther(line.slice(0, LONGEST_STATEMENT));
      }
    }
    this.addUnknown();
  }

  part({ name, line }: BusNode): ForeignPart {
    const messages = [...this.messages.values()];
    const sent = messages.filter(({ senders }) => senders.has(name)).length;
    const received = messages.filter(({ receivers }) => receivers.has(name)).length;
    return {
      id: name,
      word: 'node',
      kind: 'inside',
      name,
      description: sentences([
        this.comments.get(`BU_ ${name}`),
        `Sends ${sent} and receives ${received} messages`,
      ]),
      assets: [],
      threats: [],
      line,
    };
  }

  assets(): ForeignAsset[] {
    return [...this.messages.values()].map((message) => ({
      name: message.name,
      description: sentences([
        this.comments.get(`BO_ ${message.id}`),
        `CAN id 0x${(message.id % 0x80000000).toString(16).toUpperCase()}, ${message.length} bytes`,
        message.senders.size === 0 ? undefined : `Sent by ${shortList([...message.senders])}`,
        message.receivers.size === 0 ? undefined : `Received by ${shortList([...message.receivers])}`,
        message.signals.length === 0 ? undefined : `Signals: ${shortList(message.signals)}`,
      ]),
    }));
  }

  private addNodes(text: string, line: number): void {
    for (const name of text.split(/\s+/).filter((word) => word !== '')) {
      if (!NOBODY.test(name) && !this.nodes.has(name)) {
        this.nodes.set(name, { name, line });
      }
    }
  }

  private addMessage(text: string, line: number): Message | undefined {
    const [, id, name = '', length = '', sender = ''] = MESSAGE.exec(text) ?? [];
    if (id === undefined) {
      this.log.problem({ file: this.file, line }, 'This message (BO_) cannot be read: {text}', {
        text: cleanName(text),
      });
      return undefined;
    }
    if (name === NO_MESSAGE) {
      return undefined;
    }
    if (this.messages.has(Number(id))) {
      this.log.problem(
        { file: this.file, line },
        'The message "{name}" has the id {id}, which another one has.',
        {
          name: cleanName(name),
          id,
        },
      );
      return undefined;
    }
    const message: Message = {
      id: Number(id),
      name,
      length,
      senders: new Set(NOBODY.test(sender) ? [] : [sender]),
      receivers: new Set(),
      signals: [],
      line,
    };
    this.messages.set(message.id, message);
    return message;
  }

  private addSignal(text: string, line: number, message: Message | undefined): void {
    const [, name, receivers = ''] = SIGNAL.exec(text) ?? [];
    if (name === undefined) {
      this.log.problem({ file: this.file, line }, 'This signal (SG_) cannot be read: {text}', {
        text: cleanName(text),
      });
    } else if (message) {
      message.signals.push(name);
      for (const receiver of receivers.split(/[\s,;]+/).filter((word) => word !== '' && !NOBODY.test(word))) {
        message.receivers.add(receiver);
      }
    }
  }

  private addOther(text: string): void {
    const [, txId, txNodes = ''] = SENDERS.exec(text) ?? [];
    if (txId !== undefined) {
      const message = this.messages.get(Number(txId));
      for (const sender of txNodes.split(/[\s,]+/).filter((word) => word !== '' && !NOBODY.test(word))) {
        message?.senders.add(sender);
      }
      return;
    }
    const [, node, nodeText = ''] = NODE_COMMENT.exec(text) ?? [];
    if (node !== undefined) {
      this.comments.set(`BU_ ${node}`, unescaped(nodeText));
    }
    const [, messageId, messageText = ''] = MESSAGE_COMMENT.exec(text) ?? [];
    if (messageId !== undefined) {
      this.comments.set(`BO_ ${messageId}`, unescaped(messageText));
    }
    this.busComment ??= BUS_COMMENT.exec(text)?.[1];
    this.busName ||= BUS_NAME.exec(text)?.[1] ?? '';
  }

  /** Nodes that send or receive but are not in the list. */
  private addUnknown(): void {
    for (const { senders, receivers, line, name: message } of this.messages.values()) {
      for (const name of [...senders, ...receivers]) {
        if (!this.nodes.has(name)) {
          this.nodes.set(name, { name, line });
          this.log.guessed(
            { file: this.file, line },
            'The node "{name}" of the message "{message}" is not in the list of nodes (BU_), and is taken for one all the same.',
            { name: cleanName(name), message: cleanName(message) },
          );
        }
      }
    }
  }
}

/** Lines of a text; those inside the quotes of a comment belong to the line on which it begins. */
function* statements(text: string): Generator<{ readonly text: string; readonly number: number }> {
  const lines = text.split(/\r\n|\n|\r/);
  const isOdd = lines.map(hasOpenQuote);
  for (let index = 0; index < lines.length; index++) {
    const number = index + 1;
    let line = lines[index] ?? '';
    if (isOdd[index] === true && line.startsWith('CM_')) {
      // A comment without an end must not swallow the file.
      const close = isOdd.slice(index + 1, index + MOST_LINES).indexOf(true);
      if (close >= 0) {
        line = lines.slice(index, index + close + 2).join(' ');
        index += close + 1;
      }
    }
    yield { text: line, number };
  }
}

function hasOpenQuote(line: string): boolean {
  return (line.replace(/\\./g, '').match(/"/g) ?? []).length % 2 === 1;
}

function unescaped(text: string): string {
  return text.replaceAll('\\"', '"');
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).join(', ');
  return names.length > SHOWN_NAMES ? `${shown} and ${names.length - SHOWN_NAMES} more` : shown;
}
