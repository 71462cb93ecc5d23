//! What JavaScript sees. Requests are decoded, answers are turned from JSON text into values; nothing is decided here.

use js_sys::{Error, JSON, Reflect};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    Desk, Failure, circle,
    decode::{asked_of, bytes_of, document_of, documents_of, edit_of, options_of, request_of, text_of},
    desk, exchange as tables,
    wire::{CARRY, CHECK, EXCHANGE, OPEN, UPLOAD},
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.snapshot.d.ts");

/// A real `Error`, with the code beside the message.
pub(crate) fn thrown(failure: Failure) -> JsValue {
    let error = Error::new(&failure.message);
    // A fresh error object takes properties.
    let _ = Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(failure.code));
    if !failure.problems.is_empty()
        && let Ok(problems) = JSON::parse(&failure.problems)
    {
        let _ = Reflect::set(&error, &JsValue::from_str("problems"), &problems);
    }
    error.into()
}

fn value_of(answer: Result<String, Failure>) -> Result<JsValue, JsValue> {
    JSON::parse(&answer.map_err(thrown)?)
}

/// 检查并计分。
#[wasm_bindgen(unchecked_return_type = "CheckResponse")]
pub fn check(#[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    value_of(desk::check(&request_of(&request)?))
}

/// 计分。
#[wasm_bindgen(unchecked_return_type = "ScoreResponse")]
pub fn score(#[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    value_of(desk::score(&request_of(&request)?))
}

/// 一条规则：查什么、为什么、怎么改、依据、例子。
#[wasm_bindgen(unchecked_return_type = "RulePage")]
pub fn explain(
    rule: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] lang: Option<String>,
) -> Result<JsValue, JsValue> {
    value_of(desk::explain(rule, lang.as_deref()))
}

/// 全部规则的编号。
#[wasm_bindgen(unchecked_return_type = "string[]")]
pub fn rules() -> Result<JsValue, JsValue> {
    value_of(desk::rules())
}

/// 全部规则包。
#[wasm_bindgen(unchecked_return_type = "PackInfo[]")]
pub fn packs() -> Result<JsValue, JsValue> {
    value_of(desk::packs())
}

/// 全部表单。
#[wasm_bindgen(unchecked_return_type = "FormInfo[]")]
pub fn forms() -> Result<JsValue, JsValue> {
    value_of(desk::forms())
}

/// 打开一个规则包：`jibiao pack build` 制成的文件（.zip 或 .json）的字节。此后各个函数都能用它。
#[wasm_bindgen(js_name = openPack, unchecked_return_type = "PackInfo")]
pub fn open_pack(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] lang: Option<String>,
) -> Result<JsValue, JsValue> {
    value_of(desk::open_pack(&bytes_of(&bytes)?, lang.as_deref()))
}

/// 一份空白的填报文件。编号由调用者给，如 `crypto.randomUUID()`。有几个规则包都有这张表单时，可以写明规则包的编号。
#[wasm_bindgen(unchecked_return_type = "FormDocument")]
pub fn blank(form: &str, id: &str, pack: Option<String>) -> Result<JsValue, JsValue> {
    value_of(desk::blank(form, id, pack.as_deref()))
}

/// 全部上传对照表。
#[wasm_bindgen(unchecked_return_type = "ProfileInfo[]")]
pub fn profiles() -> Result<JsValue, JsValue> {
    value_of(tables::profiles())
}

/// 按规则包的上传对照表写成别的系统的交换表。放不下、对不上的不截断、不猜：出错，逐格列在错误的 `problems` 里。
#[wasm_bindgen(unchecked_return_type = "ExchangeTables")]
pub fn exchange(
    #[wasm_bindgen(unchecked_param_type = "FormDocument | string")] document: JsValue,
    profile: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "ExchangeOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    value_of(tables::exchange(&document_of(&document)?, profile, asked_of(&options, EXCHANGE)?))
}

/// 由一份填报文件可以接着生成的表，按一年的次序。
#[wasm_bindgen(js_name = nextSteps, unchecked_return_type = "NextStep[]")]
pub fn next_steps(
    #[wasm_bindgen(unchecked_param_type = "FormDocument | string")] document: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    value_of(circle::next_steps(&document_of(&document)?, options_of(&options, OPEN)?))
}

/// 由别的填报文件生成一份新文件：批复的目标带入并锁定，上年的内容作底稿，几个项目的金额相加。编号由调用者给。
#[wasm_bindgen(unchecked_return_type = "FormDocument")]
pub fn carry(
    form: &str,
    #[wasm_bindgen(unchecked_param_type = "Array<FormDocument | string>")] from: JsValue,
    id: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "CarryOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let asked = asked_of(&options, CARRY)?;
    value_of(circle::carry(form, &documents_of(&from)?, id, asked.pack.as_deref(), asked.options))
}

/// 拿手边的文件核对一份填报文件的来源。
#[wasm_bindgen(unchecked_return_type = "Link[]")]
pub fn trace(
    #[wasm_bindgen(unchecked_param_type = "FormDocument | string")] document: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Array<FormDocument | string>")] others: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let (document, others) = (document_of(&document)?, documents_of(&others)?);
    value_of(circle::trace(&document, &others, options_of(&options, OPEN)?))
}

/// 一份填报文件的摘要：规范化 JSON（RFC 8785）的 SHA-256。
#[wasm_bindgen]
pub fn digest(
    #[wasm_bindgen(unchecked_param_type = "FormDocument | string")] document: JsValue,
) -> Result<String, JsValue> {
    circle::digest_of(&document_of(&document)?).map_err(thrown)
}

/// 引擎的版本。
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// 留在模块里的填报文件：一次只送一处改动，不必每次送整份文件。用完请 `free()`。
#[wasm_bindgen]
#[derive(Debug)]
pub struct Draft(Desk);

#[wasm_bindgen]
impl Draft {
    /// 打开一份填报文件：对象，或文件的文本。
    pub fn open(
        #[wasm_bindgen(unchecked_param_type = "FormDocument | string")] document: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: JsValue,
    ) -> Result<Self, JsValue> {
        Desk::open(&document_of(&document)?, options_of(&options, OPEN)?).map(Self).map_err(thrown)
    }

    /// 一份空白的填报文件。
    pub fn blank(form: &str, id: &str, pack: Option<String>) -> Result<Self, JsValue> {
        Desk::blank(form, id, pack.as_deref()).map(Self).map_err(thrown)
    }

    /// 做一处改动，可以撤销。
    pub fn apply(&mut self, #[wasm_bindgen(unchecked_param_type = "Edit")] edit: JsValue) -> Result<(), JsValue> {
        self.0.apply(edit_of(&self.0, &edit)?).map_err(thrown)
    }

    /// 做一处改动，并入上一步：同一单元格里的下一次按键。
    pub fn extend(&mut self, #[wasm_bindgen(unchecked_param_type = "Edit")] edit: JsValue) -> Result<(), JsValue> {
        self.0.extend(edit_of(&self.0, &edit)?).map_err(thrown)
    }

    /// 撤销一步；没有可撤销的，得到 `null`。
    #[wasm_bindgen(unchecked_return_type = "Edit | null")]
    pub fn undo(&mut self) -> Result<JsValue, JsValue> {
        self.0.undo().map_or(Ok(JsValue::NULL), |edit| JSON::parse(&edit))
    }

    /// 重做一步；没有可重做的，得到 `null`。
    #[wasm_bindgen(unchecked_return_type = "Edit | null")]
    pub fn redo(&mut self) -> Result<JsValue, JsValue> {
        self.0.redo().map_or(Ok(JsValue::NULL), |edit| JSON::parse(&edit))
    }

    /// 有没有可以撤销的一步。
    #[wasm_bindgen(getter = canUndo)]
    pub fn can_undo(&self) -> bool {
        self.0.history().0
    }

    /// 有没有可以重做的一步。
    #[wasm_bindgen(getter = canRedo)]
    pub fn can_redo(&self) -> bool {
        self.0.history().1
    }

    /// 检查现在的内容。
    #[wasm_bindgen(unchecked_return_type = "DraftCheck")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.check(options_of(&options, CHECK)?))
    }

    /// 给现在的内容计分。
    #[wasm_bindgen(unchecked_return_type = "ScoreResponse")]
    pub fn score(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.score())
    }

    /// 由现在的内容可以接着生成的表。
    #[wasm_bindgen(js_name = nextSteps, unchecked_return_type = "NextStep[]")]
    pub fn next_steps(&self) -> Result<JsValue, JsValue> {
        value_of(self.0.next_steps())
    }

    /// 与来源不同之处：原来是什么，现在是什么。
    #[wasm_bindgen(unchecked_return_type = "Change[]")]
    pub fn changes(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.changes())
    }

    /// 看看从 Excel 或 WPS 复制的表格会怎样放进来：认出的列、每一行的去处、换写和放不下的内容。不改动文件；确认后把回答里的 `edit` 交给 `apply`，一步完成。
    #[wasm_bindgen(js_name = readPaste, unchecked_return_type = "Paste")]
    pub fn read_paste(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PasteRequest")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        value_of(self.0.read_paste(&text_of(&request)?))
    }

    /// 现在的内容，对象。
    #[wasm_bindgen(unchecked_return_type = "FormDocument")]
    pub fn document(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.document())
    }

    /// 现在的内容，存成文件的文本。
    pub fn json(&self) -> String {
        self.0.json()
    }

    /// 上报文件。
    #[wasm_bindgen(unchecked_return_type = "Upload")]
    pub fn upload(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "UploadOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.upload(options_of(&options, UPLOAD)?))
    }

    /// 打开时需要知道的事。
    #[wasm_bindgen(unchecked_return_type = "Notices")]
    pub fn notices(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.notices())
    }

    /// 记一次保存，得到新的次数。
    #[wasm_bindgen(js_name = nextRevision, unchecked_return_type = "number")]
    pub fn next_revision(&mut self) -> JsValue {
        // Beyond 2^53 nothing is ever saved that often; as text it would still be exact.
        JSON::parse(&self.0.next_revision().to_string()).unwrap_or(JsValue::NULL)
    }
}
