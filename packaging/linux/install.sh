#!/bin/sh
# Puts GAN Studio into this person's menu of applications, starting the command given, or the one of this checkout.
# `install.sh --remove` takes it out again. Needs no root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
id=io.github.ganstudio.GanStudio
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/$id.desktop
metainfo=$share/metainfo/$id.metainfo.xml
icon=$share/icons/hicolor/scalable/apps/$id.svg

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$metainfo" "$icon"
    echo "GAN Studio is out of the menu."
    exit 0
fi

command=${1:-$root/.venv/bin/gan-studio}
if ! command -v "$command" >/dev/null; then
    echo "There is no $command: run 'make env' first, or name the command to start." >&2
    exit 1
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$metainfo")" "$(dirname "$icon")"
sed "s|^Exec=gan-studio|Exec=\"$command\"|" "$here/$id.desktop" >"$entry"
cp "$here/$id.metainfo.xml" "$metainfo"
cp "$root/resources/icons/gan-studio.svg" "$icon"
echo "GAN Studio is in the menu: $entry"
