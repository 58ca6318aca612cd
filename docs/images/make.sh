#!/usr/bin/env bash
# The pictures of docs/tables.md, from the examples above them: grey, and cut to what is printed.
# Wants pdftoppm and pdftotext (poppler).
set -euo pipefail
cd "$(dirname "$0")/../.."
dpi=76
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

VANTHU_EXAMPLES=$work "${CARGO:-cargo}" test --profile quick --locked --test it -- \
  every_example_of_tables_builds
"${CARGO:-cargo}" run --profile quick --locked --quiet -- build -q -o "$work/out" \
  data/bhxh-viet-nam/2021/chi-tieu-phan-dau.yaml 2>/dev/null

# picture PDF PAGE NAME [HEIGHT]: the text area from its first to its last line, with a little
# room around; of a full page only HEIGHT points.
picture() {
  local box
  box=$(pdftotext -bbox -f "$2" -l "$2" "$1" - 2>/dev/null | awk -F'"' -v dpi="$dpi" -v most="${4:-800}" '
    /<page/ { x0 = 85; x1 = $2 - 42 }
    /<word/ { if (!n++ || $4 < y0) y0 = $4; if ($8 > y1) y1 = $8 }
    END {
      if (y1 - y0 > most) y1 = y0 + most
      s = dpi / 72; m = 12
      printf "-x %d -y %d -W %d -H %d", (x0 - m) * s, (y0 - m) * s, (x1 - x0 + 2 * m) * s, (y1 - y0 + 2 * m) * s
    }')
  # shellcheck disable=SC2086
  pdftoppm -png -gray -r "$dpi" -f "$2" -l "$2" -singlefile $box "$1" "docs/images/tables/$3" 2>/dev/null
}

mkdir -p docs/images/tables
for pdf in "$work"/*.pdf; do
  pages=$(pdfinfo "$pdf" 2>/dev/null | awk '/^Pages/ { print $2 }')
  picture "$pdf" "$pages" "$(basename "$pdf" .pdf)"
done
picture "$work/out/bhxh-viet-nam/2021/chi-tieu-phan-dau.pdf" 4 dai 200
