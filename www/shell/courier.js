// The second module (crates/courier: workbooks and bundles), loaded when the engine asks for it and not before. In the
// single file it stands packed in the page, in the site it is a file.
{
  let loading;
  const load = async () => {
    const element = document.getElementById('courier');
    await courier({ module_or_path: element.value || (await unpacked(element)) });
    return courier;
  };
  window.jibiaoCourier = () => {
    loading = loading || load();
    // What failed once, for want of a network perhaps, may be tried again.
    loading.catch(() => (loading = undefined));
    return loading;
  };
}
