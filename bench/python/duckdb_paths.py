"""A recursive CTE over steps (component, interface, component), the path as a list; one thread; counts only."""

import duckdb

from common import main

QUERY = """
WITH RECURSIVE path(node, visited, length) AS (
  SELECT c, [i, c], 1 FROM edge JOIN entry USING (i)
  UNION ALL
  SELECT step.target, list_concat(visited, [step.i, step.target]), length + 2
  FROM path JOIN step ON step.source = path.node
  WHERE length + 2 <= $cutoff AND NOT list_has_any(visited, [step.i, step.target])
)
SELECT count(*) FROM path JOIN target ON target.c = path.node
"""


def prepare(graph):
    base = duckdb.connect()
    base.execute("SET threads = 1")
    base.execute("CREATE TABLE edge (c INTEGER, i INTEGER)")
    base.execute("CREATE TABLE entry (i INTEGER)")
    base.execute("CREATE TABLE target (c INTEGER)")
    base.executemany("INSERT INTO edge VALUES (?, ?)", graph["edges"])
    base.executemany("INSERT INTO entry VALUES (?)", [[entry] for entry in graph["entries"]])
    base.executemany("INSERT INTO target VALUES (?)", [[target] for target in graph["targets"]])
    base.execute(
        "CREATE TABLE step AS SELECT a.c AS source, a.i AS i, b.c AS target "
        "FROM edge a JOIN edge b ON a.i = b.i AND a.c <> b.c"
    )
    return lambda: base.execute(QUERY, {"cutoff": graph["cutoff"]}).fetchone()[0]


main(prepare)
