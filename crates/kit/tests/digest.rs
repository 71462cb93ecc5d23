//! The canonical form that digests are of, against a program that somebody else wrote after the same RFC.

use jibiao_kit::digest;
use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

fn expected(file: &Value) -> String {
    let canonical = serde_json_canonicalizer::to_vec(file).unwrap_or_default();
    Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect()
}

proptest! {
    #[test]
    fn a_document_with_numbers_and_keys_of_any_kind_has_the_digest_of_rfc_8785(
        whole in any::<i64>(),
        large in any::<u64>(),
        fraction in r"-?(0|[1-9][0-9]{0,20})\.[0-9]{1,20}(e-?[0-9]{1,2})?",
        key in r"[a-z\u{e000}-\u{e010}\u{10000}-\u{10010}\u{1}\u{7f}]{1,4}",
    ) {
        let text = format!(
            "{{\"jibiao\":1,\"id\":\"a\",\"form\":\"f\",\"pack\":{{\"id\":\"p\",\"edition\":\"1\",\"sha256\":\"00\"}},\
             \"revision\":0,\"cells\":{{}},\"tables\":{{}},\"later\":[{whole},{large},{fraction},{{}}]}}"
        );
        let mut file: Value = serde_json::from_str(&text).unwrap();
        file["later"][3] = serde_json::json!({ key: 1, "m": [true, null] });
        let document = serde_json::from_value(file.clone()).unwrap();
        prop_assert_eq!(digest(&document), expected(&file));
    }
}
