"""The look of the page: the reader's own text size, light or dark as the computer, on paper always light."""

STYLE = """
:root { color-scheme: light; --paper: #ffffff; --ink: #1a1a1a; --faint: #5a5a5a; --rule: #c4c4c4; --accent: #0b5394; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #16181b; --ink: #ececec; --faint: #b4b4b4; --rule: #4c5056; --accent: #8ec5ff; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); }
body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; font-family: system-ui, sans-serif; line-height: 1.55;
  overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
p { margin: 0 0 0.75rem; max-width: 45rem; }
figure { margin: 0; }
img, svg.heat, svg.chart { display: block; max-width: 100%; }
img, svg.chart { height: auto; }
img, svg.heat { border: 1px solid var(--rule); }
img { width: auto; max-height: 32rem; }
.store { position: absolute; }
.sentences { padding: 0; list-style-position: inside; counter-reset: none; }
.sentences > li { border-top: 1px solid var(--rule); padding: 1rem 0; }
.sentences > li::marker { color: var(--faint); }
.said { font-size: 1.15rem; display: inline; }
.place { margin-top: 0.5rem; }
svg.heat path { stroke-linecap: square; }
svg.chart { width: 45rem; margin: 1.25rem 0; }
svg.chart text { fill: currentColor; font-size: 15px; }
svg.chart .grid { stroke: var(--rule); }
svg.chart polyline.with { stroke: var(--accent); }
svg.chart circle.with { fill: var(--accent); }
svg.chart rect.without { fill: var(--paper); }
table { border-collapse: collapse; margin: 1.25rem 0; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.4rem; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.3rem 1.25rem 0.3rem 0; text-align: end; }
thead th { vertical-align: bottom; }
th:first-child { text-align: start; }
th[scope="row"] { font-weight: 400; white-space: nowrap; }
td { font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
summary { cursor: pointer; font-weight: 600; padding: 0.25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.5rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
@media print {
  body { padding: 0; max-width: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .sentences > li, figure, tr, svg { break-inside: avoid; }
  h2 { break-after: avoid; }
  img { max-height: 12cm; }
  svg.heat { print-color-adjust: exact; }
}
"""
