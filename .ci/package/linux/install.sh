#!/bin/sh
# Installs Dateline for the user who runs this, or removes it again.
# Usage: ./install.sh [--remove] [PREFIX]     PREFIX is ~/.local if not given
set -eu

here=$(cd "$(dirname "$0")" && pwd)
remove=
if [ "${1:-}" = --remove ]; then
	remove=yes
	shift
fi
prefix=${1:-$HOME/.local}

files() { (cd "$here" && find bin share -type f | sort); }

# The desktop and MIME caches are best effort: not every system keeps them.
refresh() {
	update-desktop-database -q "$prefix/share/applications" 2>/dev/null || :
	update-mime-database "$prefix/share/mime" 2>/dev/null || :
	gtk-update-icon-cache -q "$prefix/share/icons/hicolor" 2>/dev/null || :
}

if [ -n "$remove" ]; then
	files | while read -r f; do rm -f "$prefix/$f"; done
	refresh
	echo "Dateline is removed from $prefix. Settings and projects are left alone."
	exit 0
fi

files | while read -r f; do
	mkdir -p "$(dirname "$prefix/$f")"
	cp -p "$here/$f" "$prefix/$f"
done
# A menu may not search the user's own bin folder.
desktop=$prefix/share/applications/dateline.desktop
sed "s|^Exec=dateline|Exec=\"$prefix/bin/dateline\"|; s|^TryExec=dateline|TryExec=$prefix/bin/dateline|" \
	"$here/share/applications/dateline.desktop" >"$desktop"
refresh
echo "Dateline is installed: $prefix/bin/dateline"
