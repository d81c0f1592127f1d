# 合并、待定项、修改历史
finding-HND-01 = 两份案件中这一项改成了不同的内容，尚未决定取哪一个。
finding-HND-01-do = 在“交接”页的待定项中对照两方的内容与依据后决定；决定之前两个内容都保留，终期报告带“草稿”字样。

error-journal-forked = 来件中的操作 { $operation } 与本案件中同一操作的内容不同。
error-journal-forked-safe = 本案件没有改动，来件没有合并。
error-journal-forked-do = 同一步操作只可能有一个内容：来件或本案件的历史被改写过，或同一份案件被两次复原后分别使用。请向对方核对，必要时把来件另存为新案件比较。

error-operation-altered = 来件中的操作 { $operation } 与它自己的校验值不符。
error-operation-altered-safe = 本案件没有改动，来件没有合并。
error-operation-altered-do = 来件在传送中损坏或被改动过。请对方重新发送。

error-merge-refused = 来件不能与本案件合并：{ $reason }。
error-merge-refused-safe = 本案件没有改动，来件没有合并。
error-merge-refused-do = 请确认来件属于本案件，并由同一版本或较新版本的程序制作；可将来件另存为新案件查看。

error-not-enclosed = 来件缺少原件 { $sha256 }。
error-not-enclosed-safe = 本案件没有改动，来件没有合并。
error-not-enclosed-do = 请对方连同全部原件重新发送。

op-receive = 合并来件
op-decide = 决定待定项
op-restore = 恢复到较早的内容

conflict-deleted = 删除
conflict-kept = 保留
conflict-edited = 另一方不知道删除，修改了“{ $field }”
conflict-referred = 另一方不知道删除，在“{ $kind }”中引用了它
conflict-empty = （清空）
