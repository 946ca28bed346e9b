#!/usr/bin/env bash
# Finding: two CAN readers each take one placeholder of the DBC format for data: a sender, and a frame
# Package: PyPI cantools 45.1.0, PyPI canmatrix 1.3.3
# Expected: Vector__XXX stands for "no node", VECTOR__INDEPENDENT_SIG_MSG holds signals that no message uses. Neither is a
#   sender or a message of the network.
# Happens: cantools leaves Vector__XXX out where it stands alone, but has it as the first sender of a message that lists its
#   senders in BO_TX_BU_, though it is no node. canmatrix leaves that out, and has the other one as an extended frame
#   with the id 0, which cantools leaves out.
# Matters: who derives a system from a database gets a component called Vector__XXX that sends into every bus, or a message
#   with the highest priority. Filter both names after reading, whichever library reads.
# Seen:
#   | cantools 45.1.0: nodes ['ECM', 'TCM']
#   | cantools 45.1.0: Gear 0x101 from ['Vector__XXX', 'TCM', 'ECM']
#   | cantools 45.1.0: Lamp 0x102 from []
#   | canmatrix 1.3.3: nodes ['ECM', 'TCM']
#   | canmatrix 1.3.3: Gear 0x101 from ['TCM', 'ECM']
#   | canmatrix 1.3.3: Lamp 0x102 from []
#   | canmatrix 1.3.3: VECTOR__INDEPENDENT_SIG_MSG 0x0 from []
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet cantools==45.1.0 canmatrix==1.3.3 >&2

cat > network.dbc <<'DBC'
VERSION ""

NS_ :

BS_:

BU_: ECM TCM

BO_ 257 Gear: 8 Vector__XXX
 SG_ Position : 0|8@1+ (1,0) [0|255] "" ECM

BO_ 258 Lamp: 8 Vector__XXX
 SG_ On : 0|8@1+ (1,0) [0|255] "" ECM

BO_ 3221225472 VECTOR__INDEPENDENT_SIG_MSG: 0 Vector__XXX
 SG_ Unused : 0|8@1+ (1,0) [0|255] "" Vector__XXX

BO_TX_BU_ 257 : TCM,ECM;
DBC
cat > run.py <<'PY'
from importlib.metadata import version
import canmatrix.formats
import cantools

database = cantools.database.load_file("network.dbc")
name = f"cantools {version('cantools')}"
print(f"{name}: nodes {[node.name for node in database.nodes]}")
for message in database.messages:
    print(f"{name}: {message.name} {message.frame_id:#x} from {message.senders}")

[matrix] = canmatrix.formats.loadp("network.dbc").values()
name = f"canmatrix {version('canmatrix')}"
print(f"{name}: nodes {[node.name for node in matrix.ecus]}")
for frame in matrix.frames:
    print(f"{name}: {frame.name} {frame.arbitration_id.id:#x} from {frame.transmitters}")
PY
env/bin/python run.py | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
