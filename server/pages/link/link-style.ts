import { pageStyle } from '../page-style.ts';

/** The CSS of the pages of a link. */
export const linkStyle = `${pageStyle}
body { max-width: 40rem; padding-top: 2.5rem; }
form { margin-top: 1.5rem; }
fieldset { margin: 0 0 1.5rem; padding: 0; border: 0; min-width: 0; }
legend { margin: 0 0 .6rem; padding: 0; font-size: 1.05rem; font-weight: 600; }
.options { display: grid; gap: .5rem; grid-template-columns: minmax(0, 1fr); }
.options.short { grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr)); }
.option {
  display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; padding: .5rem .9rem; cursor: pointer;
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere;
}
.option:hover { border-color: var(--quiet); }
.option:has(:checked) { border-color: var(--mark); box-shadow: inset 0 0 0 1px var(--mark); }
.option:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.option input { flex: none; width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--mark); }
.option input:focus-visible { outline: none; }
.option > span { min-width: 0; }
.option small { display: block; color: var(--quiet); font-size: .85rem; }
.tag { margin-left: auto; white-space: nowrap; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
button {
  min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--text); background: var(--card); border: 1px solid var(--quiet); border-radius: 10px;
}
button:hover { border-color: var(--text); }
button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
button.primary { color: var(--page); background: var(--mark); border-color: var(--mark); }
button.primary:hover { border-color: var(--text); }
.outcomes { margin: 1rem 0 0; padding: 0; list-style: none; }
.outcomes li {
  display: grid; gap: .25rem 1rem; align-items: center; padding: .75rem 0; border-top: 1px solid var(--line);
}
.outcomes p { margin: 0; }
@media (min-width: 36rem) { .outcomes li { grid-template-columns: 16.5rem minmax(0, 1fr); } }
.outcomes button { font-weight: 500; text-align: left; }
.alert { padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--mark); border-radius: 8px; background: var(--card); }
`;
