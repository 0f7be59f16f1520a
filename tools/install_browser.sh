#!/bin/sh
# Installs Debian's Chromium and fonts with Arabic letters for the tests of the page (tests/browser), if they are not there.
# Needs root, or sudo without a password; says so and fails otherwise.
set -eu
have() { command -v chromium >/dev/null 2>&1 && fc-list :lang=ar 2>/dev/null | grep -q Noto; }
if have; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "There is no apt-get here: install Chromium and the Noto fonts by hand to run tests/browser." >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then as_root=""
elif sudo -n true 2>/dev/null; then as_root="sudo -n"
else
  echo "Chromium for tests/browser needs root: apt-get install chromium fonts-noto-core fontconfig" >&2
  exit 1
fi
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fontconfig >/dev/null
have
