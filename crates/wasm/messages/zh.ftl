# npm 包自己的话，给接入的程序员看。

wrong-request = 请求的内容不对：{ $detail }。请对照 jibiao.d.ts 中的类型。
not-json-value = 这个值不能写成 JSON：{ $detail }。
unknown-rule = 没有编号为“{ $rule }”的规则。
wrong-edit = 改动的写法不对：{ $detail }。请对照 jibiao.d.ts 中的 Edit。
no-such-row = 表“{ $table }”里没有“{ $row }”这一行；文件未改动。
row-exists = 表“{ $table }”里已经有“{ $row }”这一行；文件未改动。
no-such-waiver = 文件里没有答复规则“{ $rule }”这个问题的情况说明；文件未改动。
broken-pack = 自带的规则包读不成，安装的包可能已经损坏：{ $detail }
not-exchangeable = 交换表放不下或对不上，没有写出：{ $lines }
bad-codes = 代码表“{ $codes }”第 { $row } 项不能用（{ $text }）：代码和名称都要有，各不重复。
