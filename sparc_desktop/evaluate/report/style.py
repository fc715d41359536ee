"""The look of the page: the reader's own text size, light or dark as the computer, on paper always light."""

STYLE = """
:root { color-scheme: light; --paper: #ffffff; --ink: #1a1a1a; --faint: #5a5a5a; --rule: #c4c4c4;
  --line-0: #1a1a1a; --line-1: #0b5394; --line-2: #8a3b00; --line-3: #1d6b2b; --line-4: #7a1f8a; --line-5: #5a5a5a; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #16181b; --ink: #ececec; --faint: #b4b4b4; --rule: #4c5056;
    --line-0: #ececec; --line-1: #8ec5ff; --line-2: #ffb27a; --line-3: #8fd99b; --line-4: #dfa3ec; --line-5: #b4b4b4; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); }
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; font-family: system-ui, sans-serif; line-height: 1.55;
  overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.45rem; line-height: 1.3; margin: 3rem 0 0.75rem; }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 2.25rem 0 0.5rem; }
p { margin: 0 0 0.75rem; max-width: 45rem; }
figure { margin: 0; }
svg.chart { display: block; width: 45rem; max-width: 100%; height: auto; margin: 1.25rem 0; }
svg.chart text { fill: currentColor; font-size: 14px; }
svg.chart .grid { stroke: var(--rule); }
svg.chart .mark-1 { fill: var(--paper); }
svg.chart .line-1 { color: var(--line-1); }
svg.chart .line-2 { color: var(--line-2); }
svg.chart .line-3 { color: var(--line-3); }
svg.chart .line-4 { color: var(--line-4); }
svg.chart .line-5 { color: var(--line-5); }
table { border-collapse: collapse; margin: 1.25rem 0; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.4rem; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.3rem 1.25rem 0.3rem 0; text-align: end; vertical-align: top; }
thead th { vertical-align: bottom; }
th:first-child { text-align: start; }
th[scope="row"] { font-weight: 400; }
td { font-variant-numeric: tabular-nums; }
.part { display: block; white-space: nowrap; font-size: 0.9em; color: var(--faint); }
table.words :is(th, td) { text-align: start; }
.scroll { overflow-x: auto; }
dl { display: grid; grid-template-columns: minmax(max-content, 14rem) 1fr; gap: 0.3rem 1.5rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; max-width: 45rem; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
@media print {
  body { padding: 0; max-width: none; }
  .scroll { overflow: visible; }
  figure, tr, svg { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
"""
