#!/usr/bin/env bash
# Puts a real VS Code (remote server + web workbench, from npm's code-server) and Node 24 into CACHE_DIR,
# and Chromium on the machine (Debian package). Idempotent. Nothing is compiled.
#   usage: install.sh CACHE_DIR
set -euo pipefail

CODE_SERVER=4.139.1 # VS Code 1.139.1
NODE=24.21.0        # what code-server's `engines` asks for
RECIPE=1            # raise when this script changes what it leaves behind

cache=$(mkdir -p "${1:?usage: install.sh CACHE_DIR}" && cd "$1" && pwd)
stamp="code-server $CODE_SERVER, node $NODE, recipe $RECIPE"
chromium_found() { [ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ]; }

if chromium_found && [ "$(cat "$cache/.complete" 2>/dev/null)" = "$stamp" ]; then
  echo "vscode: ready ($stamp)"
  exit 0
fi

if ! chromium_found; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "vscode: Chromium is missing; run: sudo apt-get install -y chromium (or set CHROMIUM_PATH)" >&2
    exit 1
  fi
  echo 'vscode: installing chromium'
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi

[ "$(uname -s)" = Linux ] || { echo 'vscode: Linux only' >&2; exit 1; }
case "$(uname -m)" in
  x86_64) arch=x64 ;;
  aarch64) arch=arm64 ;;
  *) echo "vscode: no Node package for $(uname -m)" >&2; exit 1 ;;
esac

export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
rm -f "$cache/.complete"
rm -rf "$cache/new" && mkdir -p "$cache/new/vscode" "$cache/new/node24"
trap 'rm -rf "$cache/new"' EXIT
cd "$cache/new"

echo "vscode: fetching code-server@$CODE_SERVER and node-linux-$arch@$NODE"
npm pack --silent "node-linux-$arch@$NODE" >/dev/null & node_pid=$!
npm pack --silent "code-server@$CODE_SERVER" >/dev/null
wait "$node_pid"
# Only VS Code itself (not the code-server wrapper), without built-in extensions that are large, need a network or,
# as git does, a native module without a prebuilt binary.
without=()
for name in copilot git mermaid-markdown-features microsoft-authentication; do
  without+=("--exclude=package/lib/vscode/extensions/$name")
done
tar xzf "code-server-$CODE_SERVER.tgz" -C vscode --strip-components=3 "${without[@]}" package/lib/vscode
tar xzf "node-linux-$arch-$NODE.tgz" -C node24 --strip-components=1 package/bin package/LICENSE
rm -f ./*.tgz

echo 'vscode: installing the dependencies of the server'
cd vscode
# Leave out what only chat agents, dev containers, tunnels or Windows use; versions stay those of the shrinkwrap.
node - <<'JS'
const fs = require('node:fs');
const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const unneeded =
  /^(@devcontainers\/|@github\/|@microsoft\/mxc-sdk$|@vscode\/(copilot-api|fs-copyfile|sandbox-runtime|sqlite3|windows-.*)$|kerberos$|ssh2$)/;
for (const name of Object.keys(manifest.dependencies)) if (unneeded.test(name)) delete manifest.dependencies[name];
delete manifest.allowScripts;
fs.writeFileSync('package.json', JSON.stringify(manifest, null, 2));
JS
npm install --omit=dev --ignore-scripts --silent

# Two native modules without prebuilt binaries, replaced so that no compiler is needed: the log writer ...
cat > node_modules/@vscode/spdlog/index.js <<'JS'
// Stand-in for the native module: same interface, plain appends, no rotation.
const fs = require('node:fs');
const path = require('node:path');
class Logger {
  constructor(_type, _name, file) {
    this.level = 2;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.out = fs.openSync(file, 'a');
  }
  write(level, name, message) {
    if (level < this.level || this.out === undefined) return;
    try {
      fs.writeSync(this.out, this.raw ? message : `${new Date().toISOString()} [${name}] ${message}\n`);
    } catch {} // the log folder may be gone at exit
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {
    if (this.out !== undefined) fs.closeSync(this.out);
    this.out = undefined;
  }
}
for (const [level, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
  Logger.prototype[name] = function (message) { this.write(level, name, message); };
}
// One assignment per name: VS Code imports this module from ESM, which finds only such exports.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
JS
# ... and the watchdog that ends an extension host whose parent died while it hangs (the runner ends the process group).
cat > node_modules/@vscode/native-watchdog/index.js <<'JS'
exports.start = () => {};
JS

# Binaries for other platforms.
find node_modules/@vscode/ripgrep-universal/bin node_modules/node-pty/prebuilds -mindepth 1 -maxdepth 1 \
  ! -name "linux-$arch" -exec rm -rf {} +
rm -rf node_modules/@parcel/watcher-linux-*-musl node_modules/node-pty/third_party
cd ..

node24/bin/node vscode/out/server-main.js --version >/dev/null
rm -rf "$cache/vscode" "$cache/node24"
mv vscode node24 "$cache/"
printf '%s\n' "$stamp" > "$cache/.complete"
echo "vscode: ready ($stamp, $(du -sm "$cache" | cut -f1) MB)"
