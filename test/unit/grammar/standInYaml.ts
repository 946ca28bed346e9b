import type { IRawGrammar } from 'vscode-textmate';

const KEY = 'meta.map.key.yaml string.unquoted.plain.yaml entity.name.tag.yaml';

const rawGrammar = {
  scopeName: 'source.yaml',
  patterns: [{ include: '#node' }],
  repository: {
    node: {
      patterns: [
        { include: '#comment' },
        { include: '#blockScalar' },
        { include: '#key' },
        { include: '#quoted' },
        { include: '#map' },
        { include: '#list' },
        { match: '[\\s,:]+|-(?=\\s)' },
        { include: '#plain' },
      ],
    },
    comment: { begin: '(?<=\\s|^)#', end: '$', name: 'comment.line.number-sign.yaml' },
    blockScalar: {
      begin: '(?<=: )[|>]$',
      while: '^ ++',
      contentName: 'string.unquoted.block.yaml',
    },
    key: {
      begin: '(?=[^\\s,:\\[\\]{}#"\'-][^:#,\\[\\]{}]*+:(?:\\s|$))',
      end: '(?=:(?:\\s|$))',
      name: KEY,
    },
    quoted: { begin: '(["\'])', end: '\\1', name: 'string.quoted.yaml' },
    map: { begin: '\\{', end: '\\}', patterns: [{ include: '#node' }] },
    list: { begin: '\\[', end: '\\]', patterns: [{ include: '#node' }] },
    plain: {
      begin: '(?=[^\\s,\\[\\]{}])',
      end: '(?=\\s+#|[ ]*(?:[,\\]}]|$))',
      name: 'string.unquoted.plain.out.yaml',
    },
  },
};

/** A small grammar that gives the scopes VS Code's YAML grammar gives to keys, scalars and comments. */
export const standInYaml = rawGrammar as unknown as IRawGrammar;
