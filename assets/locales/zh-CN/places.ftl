# 交接包和回执的共享位置。

error-place-refused = 共享位置拒绝访问。
error-place-refused-safe = 本机和共享位置均未作改动。
error-place-refused-do = 请检查用户名和密码或密钥，以及它们在该文件夹或存储桶中的权限。

error-place-unreachable = 共享位置没有响应或中断：{ $reason }。
error-place-unreachable-safe = 文件要么完整接收，要么不接收；已传输的部分保留，可继续。
error-place-unreachable-do = 请检查网络和地址后重试，中断的传输会从断点继续。

error-place-plain-http = “{ $address }”未加密（http），密码在途中可能被他人读取。
error-place-plain-http-safe = 未发送任何内容。
error-place-plain-http-do = 请使用以 https 开头的地址。若为本单位内没有 https 的存储，可为该位置单独允许。

error-bad-place = “{ $address }”不是共享位置的名称或地址。
error-bad-place-safe = 未作任何改动。
error-bad-place-do = 请给出简短的名称，以及文件夹、WebDAV 地址或 S3 地址和存储桶。

error-place-name = “{ $file }”既不是交接包也不是回执。
error-place-name-safe = 未发送也未接收。
error-place-name-do = 共享位置存放以 .lshand 和 .lsreceipt 结尾的文件。

error-place-altered = 从共享位置收到的内容与发送时不一致：摘要不同。
error-place-altered-safe = 已丢弃，未接收任何内容。
error-place-altered-do = 请让发送人重新发送，并查明还有谁能在该位置写入。

place-kind-folder = 文件夹
place-kind-webdav = WebDAV 服务器
place-kind-s3 = S3 对象存储
place-none = 尚无共享位置。
place-sent = “{ $file }”已完整存入“{ $place }”。
place-fetched = 已接收，摘要一致：{ $file }
inbox-empty = 没有内容。
inbox-new = 新
inbox-known = 已知

cli-column-place-place = 位置
cli-column-place-kind = 类型
cli-column-place-address = 地址
cli-column-place-user = 用户
cli-column-inbox-state = 状态
cli-column-inbox-file = 文件
cli-column-inbox-bytes = 字节
cli-column-inbox-at = 存入时间
cli-progress-send = 正在发送
cli-progress-fetch = 正在接收
cli-ask-place-password = 共享位置的密码或密钥：
cli-about-place = 交接包和回执的共享位置
cli-about-place-add = 添加位置：文件夹、WebDAV 或 S3；密码存入系统密钥库
cli-about-place-list = 列出位置
cli-about-place-remove = 删除位置的记录，其中的文件不动
cli-about-place-send = 将交接包或回执发送到共享位置
cli-about-place-inbox = 显示共享位置中的内容及新到的内容
cli-about-place-fetch = 接收文件，中断的传输从断点继续
cli-arg-place-name = 位置名称
cli-arg-place-file = 要发送的交接包或回执
cli-arg-place-item = 位置中的文件名
cli-arg-fetch-into = 接收到的文件夹，其中已有内容不会被替换
cli-arg-folder = 文件夹或网络共享
cli-arg-webdav = WebDAV 服务器上文件夹的地址
cli-arg-s3 = S3 兼容存储的地址
cli-arg-bucket = 存储桶
cli-arg-region = 存储的区域
cli-arg-prefix = 存储桶中的文件夹
cli-arg-user = 用户名或访问密钥 ID，密码另行询问
cli-arg-plain_http = 允许未加密的地址（http）

rail-inbox = 收件箱
inbox-title = 收件箱
inbox-places = 共享位置
inbox-refresh = 刷新
inbox-fetch = 接收
inbox-no-places = 尚无共享位置。同事可以把交接包和回执放在共享文件夹、WebDAV 或 S3 存储中，不需要本程序的服务器。
inbox-to-settings = 添加共享位置
settings-places = 共享位置
settings-places-about = 存放交接包和回执的文件夹、WebDAV 或 S3 存储；密码存入系统密钥库。
place-add = 添加共享位置
place-choose-folder = 选择文件夹并添加…
place-remove = 移除
place-user = 用户名或访问密钥 ID
place-password = 密码或密钥
place-send = 发送到“{ $place }”
