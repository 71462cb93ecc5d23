# The npm package's own words, for the programmers who use it.

wrong-request = The request does not fit: { $detail }. Please compare it with the types in jibiao.d.ts.
not-json-value = This value can't be written as JSON: { $detail }.
unknown-rule = There is no rule “{ $rule }”.
wrong-edit = The edit does not fit: { $detail }. Please compare it with Edit in jibiao.d.ts.
no-such-row = Table “{ $table }” has no row “{ $row }”; the document is unchanged.
row-exists = Table “{ $table }” already has a row “{ $row }”; the document is unchanged.
no-such-waiver = No reason is given for this finding of rule “{ $rule }”; the document is unchanged.
broken-pack = The built-in packs can't be read; the installed package may be damaged: { $detail }
not-exchangeable = The exchange tables can't take it as it stands: { $lines }
bad-codes = Item { $row } of the codes “{ $codes }” can't be used ({ $text }): each has a code and a name, and none stands twice.
