/** The CSS of our own pages: the page at `/` and the index of the docs. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: #1c2430; --quiet: #5a6675; --page: #f6f7f9; --card: #fff; --line: #dfe3e9; --code: #f1f3f6;
  --link: #0b5cad; --mark: #0f766e; --mark-page: #d9f2ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e4e8ee; --quiet: #9aa6b5; --page: #14181e; --card: #1b2028; --line: #2f3743; --code: #12161b;
    --link: #7db8f5; --mark: #6fd6c8; --mark-page: #17352f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 3rem 1.25rem 4rem; max-width: 62rem;
  color: var(--text); background: var(--page); font: 16px/1.55 system-ui, sans-serif;
}
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -.02em; overflow-wrap: anywhere; }
h2 { margin: 2.75rem 0 .75rem; font-size: 1.25rem; }
h3 { margin: 0; font-size: 1.05rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre {
  margin: .75rem 0 0; padding: .75rem 1rem; overflow-x: auto;
  background: var(--code); border: 1px solid var(--line); border-radius: 8px;
}
.badge {
  display: inline-block; margin: 0 0 .75rem; padding: .1rem .6rem; border-radius: 1rem;
  color: var(--mark); background: var(--mark-page); font-size: .8rem; font-weight: 600;
}
.quiet { color: var(--quiet); }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.stack { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.card { min-width: 0; padding: 1.1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.card p { margin: .3rem 0 0; }
.links { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .7rem 0 0; padding: 0; list-style: none; }
.table { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .55rem 1rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--quiet); font-size: .8rem; font-weight: 600; }
tbody th { font-weight: 500; }
@media (min-width: 44rem) { th code, td code { white-space: nowrap; } }
@media (max-width: 44rem) {
  body { padding-top: 2rem; }
  .narrow thead { display: none; }
  .narrow tr { display: block; padding: .6rem 1rem; border-top: 1px solid var(--line); }
  .narrow tr:first-child { border-top: 0; }
  .narrow th, .narrow td { display: block; padding: .1rem 0; border: 0; }
  .narrow td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); }
}
`;
