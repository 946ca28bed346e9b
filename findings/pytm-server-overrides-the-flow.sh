#!/usr/bin/env bash
# Finding: since pytm 1.4.0 what a data flow says of itself is lost to its server's defaults when the model is processed
# Package: PyPI pytm 1.4.0; to compare: PyPI pytm 1.3.1
# Expected: the protocol of an element is documented as the "default network protocol for incoming data flows": it counts
#   where a flow names none. So `login` stays HTTPS on port 443 and encrypted, `query` SQL on port 5432 and encrypted.
# Happens: after process() `login` is HTTP on port 80, as its server says, and not encrypted; `query` has no protocol and
#   port -1, since its data store names none. pytm 1.3.1 keeps what the flows say.
# Matters: threats that are found for plain flows are then found for encrypted ones. An importer that reads pytm's JSON should
#   look at which version wrote it, and must not take an empty protocol for "not encrypted".
# Seen:
#   | pytm 1.3.1: login protocol='HTTPS' dstPort=443 isEncrypted=True
#   | pytm 1.3.1: query protocol='SQL' dstPort=5432 isEncrypted=True
#   | pytm 1.4.0: login protocol='HTTP' dstPort=80 isEncrypted=False
#   | pytm 1.4.0: query protocol='' dstPort=-1 isEncrypted=False
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv old
old/bin/pip install --quiet pytm==1.3.1 >&2
python3 -m venv env
env/bin/pip install --quiet pytm==1.4.0 >&2

cat > run.py <<'PY'
from importlib.metadata import version
from pytm import TM, Actor, Dataflow, Datastore, Server

model = TM("Shop", description="Two flows that say what they are")
user, web, store = Actor("User"), Server("Web", protocol="HTTP", port=80), Datastore("Orders")

def flow(source, sink, name, protocol, port):
    made = Dataflow(source, sink, name, protocol=protocol, dstPort=port)
    made.controls.isEncrypted = True
    return made

flows = [flow(user, web, "login", "HTTPS", 443), flow(web, store, "query", "SQL", 5432)]
model.process()
for made in flows:
    print(f"pytm {version('pytm')}: {made.name} protocol={made.protocol!r} dstPort={made.dstPort} "
          f"isEncrypted={made.controls.isEncrypted}")
PY
{ old/bin/python run.py; env/bin/python run.py; } | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
