#!/usr/bin/env bash
# Finding: the reference library for STIX refuses valid timestamps with more than six digits after the second
# Package: PyPI stix2 3.0.2 (with stix2-validator 3.3.2)
# Expected: STIX 2.1 takes RFC 3339 timestamps, in which a fraction may have any number of digits.
# Happens: seven and more digits raise InvalidValueError, "must be a datetime object, date object, or timestamp string
#   in a recognizable format". The schemas of the same project accept them.
# Matters: several platforms print seven or nine digits by default, so that a valid bundle of another tool cannot be read, and
#   one object loses the whole bundle. Write three digits; when reading, cut to six before the library sees them.
# Seen:
#   | stix2 3.0.2: 2024-05-01T12:00:00.123456Z read, stix2-validator 3.3.2: valid
#   | stix2 3.0.2: 2024-05-01T12:00:00.1234567Z InvalidValueError, stix2-validator 3.3.2: valid
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^#   | //p' "$0" > "$work/expected.txt"
cd "$work"

python3 -m venv env
env/bin/pip install --quiet stix2==3.0.2 stix2-validator==3.3.2 >&2

cat > run.py <<'PY'
from importlib.metadata import version
import stix2
from stix2validator import ValidationOptions, validate_instance

for time in ("2024-05-01T12:00:00.123456Z", "2024-05-01T12:00:00.1234567Z"):
    identity = {
        "type": "identity",
        "spec_version": "2.1",
        "id": "identity--11111111-1111-4111-8111-111111111111",
        "created": time,
        "modified": time,
        "name": "Operator",
    }
    try:
        stix2.parse(identity)
        read = "read"
    except stix2.exceptions.InvalidValueError as error:
        read = type(error).__name__
    valid = validate_instance(identity, ValidationOptions(version="2.1")).is_valid
    print(f"stix2 {version('stix2')}: {time} {read}, "
          f"stix2-validator {version('stix2-validator')}: {'valid' if valid else 'not valid'}")
PY
env/bin/python -W ignore run.py | tee seen.txt
diff -u expected.txt seen.txt || { echo 'This has changed since it was written down.' >&2; exit 1; }
