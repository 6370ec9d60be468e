#!/bin/sh
# Make the pictures of README.md and docs/ anew: xterm under Xvfb, and chromium for the report.
#     scripts/pictures.sh        needs xvfb, xterm, imagemagick, chromium, fonts-dejavu; newscli on the PATH
set -eu
cd "$(dirname "$0")/.."
made=$(mktemp -d)
export DISPLAY=:93 LANG=C.UTF-8
Xvfb "$DISPLAY" -screen 0 1000x1100x24 >/dev/null 2>&1 &
server=$!
trap 'kill $server; rm -r "$made"' EXIT
sleep 2

shot() { # NAME COMMAND: what the command leaves on the screen of an xterm, under a prompt
  printf '#!/bin/sh\nprintf "\\033[?25l$ %%s\\n\\n" "%s"\n%s\nsleep 60\n' "$2" "$2" >"$made/run"
  chmod +x "$made/run"
  env -u TMUX xterm -u8 -fa 'DejaVu Sans Mono' -fs 11 -geometry 76x44+0+0 -b 8 -bw 0 -e "$made/run" &
  terminal=$!
  sleep 6
  import -window root "$made/$1.png"
  convert "$made/$1.png" -bordercolor black -border 1 -trim +repage -bordercolor '#888' -border 1 "$made/$1.png"
  kill "$terminal"
}

shot in "cat samples/aggregator.txt"
shot out "newscli parse samples/aggregator.txt --no-pager"
convert "$made/in.png" "$made/out.png" +smush 12 -colors 64 -define png:compression-level=9 docs/reader.png

newscli inspect samples/page.html --html "$made/report.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,900 \
  --screenshot="$made/report.png" "file://$made/report.html" >/dev/null 2>&1
convert "$made/report.png" -colors 128 -define png:compression-level=9 docs/report.png
