#!/usr/bin/env bash
# Finding: of the two ARXML versions that canmatrix writes, each is read by one of two libraries, and never by both
# Package: PyPI canmatrix 1.3.3 with PyPI lxml 6.0.2, PyPI cantools 45.1.0
# Expected: canmatrix reads both of its own files as it reads the database that they were made from.
# Happens: its AUTOSAR 3.2.3 file gives it a bus without nodes and frames, with no error; cantools reads that file. Its 4.1.0
#   file it reads, and cantools refuses it. The message comes back as FRAME_Engine: a name prefixed on the way.
# Matters: a converted file is no proof that a reader of the format works, and an empty result is no proof that a file is
#   empty. Say how many frames were read; test with files from two sources.
# Seen:
#   | the database, canmatrix 1.3.3: nodes ['ECM', 'TCM'], messages ['Engine']
#   | ARXML 3.2.3, canmatrix 1.3.3: nodes [], messages []
#   | ARXML 3.2.3, cantools 45.1.0: nodes ['ECM', 'TCM'], messages ['FRAME_Engine']
#   | ARXML 4.1.0, canmatrix 1.3.3: nodes ['ECM', 'TCM'], messages ['FRAME_Engine']
#   | ARXML 4.1.0, cantools 45.1.0: UnsupportedDatabaseFormatError
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet canmatrix==1.3.3 lxml==6.0.2 cantools==45.1.0 >&2

cat > network.dbc <<'DBC'
VERSION ""

NS_ :

BS_:

BU_: ECM TCM

BO_ 256 Engine: 8 ECM
 SG_ Speed : 0|16@1+ (1,0) [0|65535] "rpm" TCM
DBC
cat > run.py <<'PY'
import logging
from importlib.metadata import version
import canmatrix.formats
import cantools

logging.disable(logging.CRITICAL)

def by_canmatrix(path):
    [matrix] = canmatrix.formats.loadp(path).values()
    return sorted(node.name for node in matrix.ecus), [frame.name for frame in matrix.frames]

def by_cantools(path):
    database = cantools.database.load_file(path)
    return sorted(node.name for node in database.nodes), [message.name for message in database.messages]

def show(what, library, read, path):
    try:
        nodes, messages = read(path)
        result = f"nodes {nodes}, messages {messages}"
    except cantools.database.UnsupportedDatabaseFormatError as error:
        result = type(error).__name__
    print(f"{what}, {library} {version(library)}: {result}")

show("the database", "canmatrix", by_canmatrix, "network.dbc")
[matrix] = canmatrix.formats.loadp("network.dbc").values()
for number in ("3.2.3", "4.1.0"):
    path = f"network-{number}.arxml"
    canmatrix.formats.dumpp({"bus": matrix}, path, arVersion=number)
    show(f"ARXML {number}", "canmatrix", by_canmatrix, path)
    show(f"ARXML {number}", "cantools", by_cantools, path)
PY
env/bin/python run.py | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
