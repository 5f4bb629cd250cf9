/** The style sheet of a report: neutral, in light and in dark, on a screen and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf8; --ink: #1d1c1a; --soft: #5d5a54; --line: #dedad3; }
@media (prefers-color-scheme: dark) { :root { --paper: #16171a; --ink: #eceae6; --soft: #b1b3b8; --line: #34373d; } }
body { margin: 0 auto; padding: 24px; max-width: 76rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h2 { margin-top: 2.5em; border-top: 1px solid var(--line); padding-top: 0.75em; }
p, li { max-width: 72ch; overflow-wrap: anywhere; }
figure { margin: 16px 0; max-width: 45rem; }
figcaption, .note { color: var(--soft); font-size: 0.875rem; }
svg { max-width: 100%; height: auto; }
.drawing { overflow-x: auto; }
figure svg { width: 100%; min-width: 720px; max-width: none; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
svg .axis, svg .figure { fill: var(--soft); }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
.grid { stroke: var(--line); fill: none; }
.reference, .whisker, .line, .missing { stroke: var(--ink); fill: none; }
.reference { stroke-dasharray: 2 3; }
.whisker, .line { stroke-width: 1.5; }
.missing { stroke: var(--soft); stroke-width: 2; }
.band { fill: var(--ink); opacity: 0.08; }
circle { fill: var(--ink); }
.dashes-1 { stroke-dasharray: 8 4; }
.dashes-2 { stroke-dasharray: 2 3; }
.dashes-3 { stroke-dasharray: 10 3 2 3; }
.dashes-4 { stroke-dasharray: 4 2; }
.dashes-5 { stroke-dasharray: 14 5; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; }
.table { overflow-x: auto; margin: 12px 0; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--soft); padding: 4px 0; }
th, td { border-bottom: 1px solid var(--line); padding: 4px 12px 4px 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
td.number { text-align: end; white-space: nowrap; }
td, th { max-width: 36rem; }
summary { cursor: pointer; color: var(--soft); }
summary > :is(h2, h3, h4) { display: inline-block; margin-block: 0.5em; color: var(--ink); }
@media print { figure svg { min-width: 0; } details::details-content { content-visibility: visible; } }
`;
