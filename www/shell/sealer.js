// Sealing (sealer/seal.js with the library), loaded when somebody asks for it and not before. In the single file it stands
// packed in the page like a module, as its only section; its hash stands in the page's policy. In the site it is a script
// of its own.
{
  let loading;
  const load = async () => {
    const element = document.getElementById('sealer');
    const script = document.createElement('script');
    if (element.value) {
      script.src = element.value;
      await new Promise((done, failed) => {
        script.onload = done;
        script.onerror = () => failed(element.value);
        document.head.appendChild(script);
      });
    } else {
      const module = await WebAssembly.compile(await unpacked(element));
      const [text] = WebAssembly.Module.customSections(module, 'script');
      script.textContent = new TextDecoder().decode(text);
      document.head.appendChild(script);
    }
    return window.jibiaoSealing;
  };
  window.jibiaoSealer = () => {
    loading = loading || load();
    loading.catch(() => (loading = undefined));
    return loading;
  };
}
