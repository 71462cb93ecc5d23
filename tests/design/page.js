// Holds states still that otherwise need a pointer or a focus, and switches between light and dark.
(() => {
  const HELD = [[/:hover/g, '.show-hover'], [/:focus-(visible|within)|:focus\b/g, '.show-focus']];
  const hold = (list) => {
    for (let at = list.cssRules.length - 1; at >= 0; at -= 1) {
      const rule = list.cssRules[at];
      if (rule.selectorText) {
        // Every state by itself: a part is pointed at or has the focus.
        for (const [state, held] of HELD) {
          const parts = rule.selectorText.split(/,\s*/).filter((selector) => selector.search(state) >= 0 && !selector.includes(':not('));
          if (parts.length) list.insertRule(`${parts.join(', ').replace(state, held)} { ${rule.style.cssText} }`, at + 1);
        }
      } else if (rule.cssRules) hold(rule);
    }
  };
  const [sheet] = document.styleSheets;
  const rules = [...sheet.cssRules];
  const dark = rules.find((rule) => rule.media && rule.media.mediaText.includes('prefers-color-scheme: dark'));
  const light = rules.find((rule) => rule.selectorText === ':root');
  const themes = [`:root.in-light { color-scheme: light; ${light.style.cssText} }`, `:root.in-dark { ${dark.cssRules[0].style.cssText} }`];
  hold(sheet);
  for (const theme of themes) sheet.insertRule(theme, sheet.cssRules.length);

  for (const element of document.querySelectorAll('[data-shown="hover"], [data-shown="focus"]')) element.classList.add(`show-${element.dataset.shown}`);
  for (const element of document.querySelectorAll('.ds-box *')) if (getComputedStyle(element).position === 'sticky') element.classList.add('ds-still');
  for (const form of document.querySelectorAll('.ds-box [data-action]')) form.addEventListener('click', (event) => event.preventDefault());
  const buttons = document.querySelectorAll('[data-theme]');
  for (const button of buttons) {
    button.addEventListener('click', () => {
      document.documentElement.className = button.dataset.theme;
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
    });
  }
})();
