# 现场采集：近似照片、监视文件夹、关联、笔录签名、照片核查
kind-photo-link = 照片关联
field-photo-link-photo = 照片
field-photo-link-note = 查勘记录
field-photo-link-measurement = 工程量
field-photo-link-document = 单证
field-photo-altitude = 海拔（米）
field-photo-subsecond = 秒以下
field-photo-companions = 同名文件
field-damage-place-latitude = 北纬
field-damage-place-longitude = 东经
field-claim-case-site-latitude = 现场北纬
field-claim-case-site-longitude = 现场东经
field-claim-case-photo-distance-km = 允许距离 km

op-add-photo-link = 关联照片
op-change-photo-link = 修改照片关联
op-delete-photo-link = 取消关联照片
op-sign-statement = 签署笔录
op-place-from-photo = 以照片定位损失部位

photos-filter-similar = 有近似照片
photo-similar = 近似 { $count }
photo-similar-title = 与另外 { $count } 张照片近似
photo-similar-of = 近似照片
photo-similar-about = 内容几乎相同，请确认是连拍还是重复使用。不会自动删除。
photo-beside = 另有 { $files }（未收入）
photo-beside-live = 实况
photo-beside-raw = 原始格式
photo-withheld = 有遮盖：卷宗只附遮盖副本，原件不随卷，原件仍在案件中
photo-in-dossier = 卷宗
photo-altitude = { $metres } m
photo-place-here = 记为“{ $place }”的坐标
photo-site-here = 记为现场坐标
site-position = 现场位置
site-position-about = 照片离现场或所属损失部位超过允许距离（默认 2 千米）时会提示。坐标为 WGS-84。

waiting-watch = 监视文件夹
waiting-watch-title = 监视存储卡或文件夹，只加入新照片
waiting-looking = 正在查看“{ $folder }”…
waiting-none = “{ $folder }”没有新照片
waiting-new = “{ $folder }”有 { $count } 张新照片
waiting-away = “{ $folder }”读不到，可能卡已拔出
waiting-away-new = “{ $folder }”读不到，可能卡已拔出；还有 { $count } 张未加入，请插回
waiting-add = 只加入新照片
waiting-stop = 停止监视
waiting-left = 还有 { $count } 个文件没有加入
waiting-go-on = 继续加入
waiting-forget = 不再加入
command-watch-folder = 监视文件夹或存储卡
photos-stopped = 没有全部加入：
photos-left = 还有 { $count } 个文件没有加入，名单已记下，可随时继续。
photos-equals = { $file }＝{ $number }
photos-reason = { $count } 个 { $reason }：{ $files }

link-photos = 关联到…
link-title = 将 { $count } 张照片关联到
link-title-one = 将照片 { $number } 关联到
link-example = 输入名称、部位或拼音首字母
link-none = 没有可关联的内容
link-on = 已关联
link-drop = 拖到要关联的内容上
link-drop-more = 其余 { $count } 项：按 L 查找
link-off = 取消关联{ $name }
linked-photos = 照片
linked-none = 在查勘页选中照片，拖动或按 L 关联
photo-links = 关联
keys-photo-link-drag = 拖动照片可关联到损失项、工程量、部位、记录或单证

sign-statement = 签署笔录
sign-statement-title = 谈话笔录：签名
sign-statement-keep = 签署笔录
statement-signatures = 签名
statement-unsigned = 尚无签名

finding-PHO-03 = { $why ->
        [same] 照片 { $number } 与 { $other } 是同一张，分别用于“{ $line }”和“{ $second }”。
        [near] 照片 { $number } 与 { $other } 几乎相同，分别用于“{ $line }”和“{ $second }”。
        [elsewhere] 照片 { $number } 的原件也在本机另外 { $count } 个案件中：{ $cases }。
        [elsewhere-near] 照片 { $number } 与本机另外 { $count } 个案件中的照片几乎相同：{ $cases }。
       *[one] 照片 { $number } 同时用于“{ $line }”和“{ $second }”。
    }
finding-PHO-03-do = { $why ->
        [elsewhere] 查明照片属于哪一次事故，把不属于本案的照片作废；两案确为同一事故的，在说明中写明。
        [elsewhere-near] 查明照片属于哪一次事故，把不属于本案的照片作废；两案确为同一事故的，在说明中写明。
       *[other] 确认两项损失确实同在画面中；否则各附自己的照片，全景照片请标明景别。
    }
finding-PHO-04 = 照片 { $number }（{ $file }）的拍摄时间早于编号在前的 { $other }（{ $before }），同类共 { $count } 处。
finding-PHO-04-do = 核对相机时钟是否改过、文件是否改名或补入，并在查勘记录中说明。
finding-PHO-07 = 特写照片 { $number } 用于量取尺寸，画面中没有比例尺。
finding-PHO-07-do = 在照片上标出已知长度，或在说明中写明标尺；没有标尺的，补拍带标尺的特写。
finding-PHO-10 = 照片 { $number } 内嵌的缩略图与画面不符。
finding-PHO-10-do = 向拍摄人索取相机原件；确属旋转或裁剪的，在说明中写明。
finding-PHO-12 = 相机 { $camera } 的时钟没有核对过（自照片 { $number } 起 { $count } 张）。
finding-PHO-12-do = 用该相机拍一张时钟，在“时钟”中填入实际时间。
finding-PHO-13 = 拍摄照片 { $number } 的相机 { $camera }（序列号 { $serial }）也用于本机另外 { $count } 个被保险人不同的案件：{ $cases }。
finding-PHO-13-do = 问明相机是谁的：查勘人员自用的在说明中写明；由不同被保险人提供的，核对照片来源。
finding-LOC-01 = { $why ->
        [place] 照片 { $number } 的拍摄位置距“{ $place }”{ $away } 千米，超过 { $allowed } 千米。
       *[site] 照片 { $number } 的拍摄位置距现场 { $away } 千米，超过 { $allowed } 千米。
    }
finding-LOC-01-do = 核对照片是否属于本案，或更正现场、损失部位的坐标；定位不准的，在说明中写明。

dossier-note-photos = 照片 { $numbers }

cli-arg-photo-new = 只收入案件中没有的照片；删除过的也不再收入
cli-photo-known = 已有 { $count } 个文件，未再收入
