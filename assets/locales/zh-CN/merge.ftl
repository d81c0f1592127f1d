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

cli-about-conflicts = 列出两份案件合并后待定的内容，并作出决定
cli-about-history = 修改历史：谁在何时改了什么；比较两个时刻；恢复
cli-arg-take = 第 N 项取第几方的内容（N=方）
cli-arg-set-value = 第 N 项改用另一内容（N=内容）
cli-arg-all_from = 全部待定项都取此人（或此设备）的内容
cli-arg-record = 某一条记录（种类/键）
cli-arg-field = 该记录的某一字段
cli-arg-compare = 自某一操作以来（或两个操作之间）的变化
cli-arg-restore = 恢复到某一操作刚完成时的内容
cli-conflicts = { $count } 项待定
cli-conflict-decided = { $author } 于 { $at } 决定
cli-compared = { $count } 处不同
cli-restored = 已恢复，改动 { $count } 条记录；可以撤销
cli-took-back = 撤销：
field-alive = 是否保留

page-handover = 交接
command-step-handover = 转到交接
handover-parts = 交接的各部分
handover-part-conflicts = 待定项
handover-part-history = 修改历史
conflicts-none = 没有待定项
conflicts-none-about = 与同事的案件合并后，两人各自改过的同一内容会列在这里：并列双方的内容与依据，由你决定；绝不自动取平均或丢弃。
conflicts-open = { $count } 项待定
conflicts-all = 全部取：
conflicts-all-decided = 待定项均已决定。
conflict-take = 取此项
conflict-evidence = 依据：
conflict-decided = { $author } 于 { $at } 决定：
history-case = 案件的修改历史
history-of = “{ $name }”的修改历史
history-whole = 全部历史
history-took-back = 撤销：
history-joined = 来自同事
history-restore = 恢复到此时
history-more = 另有 { $count } 处改动
history-on = 更早的记录
record-history = 修改历史
