"""Chinese characters: which simplified one a traditional one is, and how each is read in pinyin.

The tables have what the Chinese names in the data set need. `tests/han_tables.py` makes this module, from OpenCC
(https://github.com/BYVoid/OpenCC) and pypinyin (https://github.com/mozillazg/python-pinyin).
"""

from __future__ import annotations

from functools import cache

SIMPLIFIED = str.maketrans(
    "並亂亞佈佔併來侷係俬個們倫偵偽傑傢傳傾僅僞儘償內兩凱別剋剝劃劇動務勝勞勢勸區協卻厤參員問喬嘩噁噹嚮嚴"
    "囌囑國圍園圖團執報場壓夥奧奪婦婭學宮實寧審寫將專對導屆層屬帥師幷庫廈廠廢廣張強彆彿後從復徵恥惡愛慾憲"
    "憶戰揚換揮損摺擁擇擊擴敎敗數斷於旣昇時曆曏書會東査條棄業極構槍樂標機檔檢檯權歐歷歸殺氾汎汙決沒溫滅滾"
    "滿漸澤濟為烏無熱營爭爲爾牴猶獄獨獲獵現瑪產産當發盡監盧眾祕稅稱穫箇節籲糧糰紀約紅納紐紙級紛紮組結絕絞"
    "絡統絶經綫維綱緊緒線緩緬緻總織繫繼續罷羅羣義聖聯職脅脩脫脹臨臺與舊舘莊華萊萬葉蒐蓆蓋蔔蔘薩蘇蘭蘿處虜"
    "號蠻衆衊衕衚衛裏裝裡製複視親觀計訊討託記設詔評話誌認語調談請論諜諸諾謀謂謝謠謡譁識議護讀變讓貝財貴買"
    "費貿資賓趕趨車軍軟輔轉辭農迴連進運過達遠遲遷選遺邊邏鄉鄧醫釋針銷錶鍼鎭鎮鐵鑣長門開間閣閤閱閲闖關陞陸"
    "隊階際隨險雙雜離電靜鞦韋項頒頓領題顛風颱飢餘館饑馬駐駕騷驅體髮鬍鬥魯鴉麗麪麫麵黨鼕齊齣",
    "并乱亚布占并来局系私个们伦侦伪杰家传倾仅伪尽偿内两凯别克剥划剧动务胜劳势劝区协却历参员问乔哗恶当向严"
    "苏嘱国围园图团执报场压伙奥夺妇娅学宫实宁审写将专对导届层属帅师并库厦厂废广张强别佛后从复征耻恶爱欲宪"
    "忆战扬换挥损折拥择击扩教败数断于既升时历向书会东查条弃业极构枪乐标机档检台权欧历归杀泛泛污决没温灭滚"
    "满渐泽济为乌无热营争为尔抵犹狱独获猎现玛产产当发尽监卢众秘税称获个节吁粮团纪约红纳纽纸级纷扎组结绝绞"
    "络统绝经线维纲紧绪线缓缅致总织系继续罢罗群义圣联职胁修脱胀临台与旧馆庄华莱万叶搜席盖卜参萨苏兰萝处虏"
    "号蛮众蔑同胡卫里装里制复视亲观计讯讨托记设诏评话志认语调谈请论谍诸诺谋谓谢谣谣哗识议护读变让贝财贵买"
    "费贸资宾赶趋车军软辅转辞农回连进运过达远迟迁选遗边逻乡邓医释针销表针镇镇铁镳长门开间阁合阅阅闯关升陆"
    "队阶际随险双杂离电静秋韦项颁顿领题颠风台饥余馆饥马驻驾骚驱体发胡斗鲁鸦丽面面面党冬齐出",
)
"""Each traditional character, as `str.translate` takes it."""

_READ = """\
a 阿
ai 埃爱艾
an 安岸按案
ang 昂
ao 奥
ba 八巴把罢
bai 柏白败
ban 搬版班颁
bao 保包堡报暴
bei 北悲背被贝
ben 本
bi 彼
bian 变边
biao 标表镳
bie 别
bin 宾
bing 兵并
bo 伯剥勃博卜波
bu 不布怖捕步部
cai 裁财
can 参
cao 草
ce 策
ceng 层
cha 察查
chan 产
chang 偿厂场昌
chao 抄潮
che 撤车
chen 臣
cheng 乘城成承称
chi 持斥耻赤迟
chu 出初处除
chuan 传
chuang 闯
chun 春
ci 刺次茨辞
cong 从
cu 促
cuan 篡
cui 粹
cun 存村
da 大打答达達
dai 代待殆逮
dang 党当档
dao 倒到导道
de 得德的
deng 登等邓
di 地帝底抵狄第蒂迪
dian 典电颠
diao 调
die 牒谍
ding 定
dong 东冬动
dou 斗都
du 杜独督读
duan 断段短
dui 堆对队
dun 敦顿
duo 多夺
e 俄恶
en 恩
er 二尔而耳
fa 发法
fan 反泛返
fang 放方防
fei 废菲费
fen 分吩纷芬
feng 风
fou 否
fu 伏佛俘咐复夫妇府弗服腹芙赴辅
gai 改盖
gan 赶
gang 纲
gao 告高
ge 个各哥戈格歌阁革
gong 公共宫工攻
gou 媾构
gu 古故鼓
gua 瓜
guan 关官管观馆
guang 广
gui 归贵
gun 滚
guo 国过
ha 哈
hai 害海
hao 号耗豪
he 合和喝河赫
hei 黑
heng 亨
hong 洪红
hou 候后
hu 呼护胡
hua 划化华哗话
huan 换缓
huang 皇荒
hui 会回恢悔挥
huo 伙活火获霍
ji 击及吉圾基季急既机极济籍级纪继计记际集饥
jia 加家甲驾
jian 件健建检渐监间
jiang 将
jiao 交教窖绞
jie 届捷接杰界结节街解阶
jin 仅尽禁紧近进金
jing 京经警静
jiu 救旧酒
ju 剧局居拒聚
jue 决抉绝
jun 军君
ka 卡喀
kai 凯开
kan 刊
kang 康抗
kao 考
ke 克可柯科
kong 孔恐控空
ku 库
kuo 扩
la 垃拉
lai 来莱
lan 兰
lang 朗浪琅
lao 劳
le 乐
lei 勒雷
leng 冷
li 丽利力历李理离立里黎
lian 廉联连
liang 两粮良量
liao 僚
lie 列猎裂
lin 临林琳
ling 令领
liu 六流留
lu 卢虏路陆露鲁
luan 乱
lun 伦论
luo 洛络罗萝落逻
lv 律
ma 玛马
mai 买
man 曼满蔓蛮
mao 冒贸
mei 每没美
men 们门
meng 孟盟
mi 密秘米
mian 缅面
miao 苗
mie 灭蔑
min 民
ming 名命明
mo 墨摩末模莫魔默
mou 谋
mu 募姆幕木
na 娜纳
nan 南
nei 内
ni 尼
nian 年
nie 涅
ning 宁
niu 纽
nong 农
nu 奴
nuo 挪诺
nv 女
ou 欧
pa 帕
pai 排派
pan 判叛
pao 炮
peng 膨
pi 批皮
pian 偏片
ping 平评
po 破迫
pu 普
qi 七其奇契弃期歧起齐
qia 恰
qian 前迁阡
qiang 强枪
qiao 乔
qie 切
qin 亲侵
qing 倾情清请青
qiu 求秋
qu 区去取趋驱
quan 全劝圈权
que 却缺
qun 群
rang 让
re 热
ren 人任认
reng 扔
ri 日
ru 入辱
ruan 软
rui 瑞
sa 萨
sai 塞
san 三散
sao 骚
se 瑟色
sen 森
sha 厦杀沙莎
shan 山擅
shang 上
she 涉社设
shen 什审申神身
sheng 升圣生省胜
shi 世事使势十史士失实室市师式施时是示视识逝释食
shou 受守手收狩首
shu 书墅属戍数束署
shuai 帅衰
shuang 双孀
shui 水税
si 司思斯死私
song 送
sou 搜
su 苏
sui 随
sun 损
suo 所索
ta 塔
tai 台太泰
tan 坦谈
tang 堂
tao 讨逃
te 特
ti 体提题
tiao 挑条
tie 铁
ting 停庭廷
tong 同统通
tu 图土徒途
tuan 团
tui 推退
tun 吞
tuo 托脱
wa 娃瓦
wai 外
wan 万
wang 亡往望
wei 为伪位卫危围委威未维谓韦
wen 文温问
wo 我握沃
wu 乌五务午无武污
xi 希席息洗系西
xia 下
xian 先宪现线险陷
xiang 乡向想相象项
xiao 小消销
xie 写协胁谢
xin 信心新辛
xing 形行
xiong 匈
xiu 修袖
xu 吁序绪续
xuan 宣选
xue 学血雪
xun 巡讯
ya 亚压娅牙雅鸦
yan 严延沿言
yang 央扬
yao 妖要谣邀
ye 业也叶耶野
yi 一义以伊医已役忆意易疑益翼议遗
yin 因
ying 英营
yong 拥用
you 右尤有犹由
yu 与于余域欲狱语豫遇
yuan 元原员园援远院
yue 月约越阅
yun 运
za 杂
zai 再在
zao 早造遭
ze 择泽
zha 扎
zhan 占战
zhang 丈张掌胀长
zhao 召招诏
zhe 折者
zhen 侦振针镇
zheng 争征政正
zhi 之制峙志执指支止治知秩纸织职至致
zhong 中众重
zhou 洲
zhu 主助嘱柱著诸逐驻
zhuan 专转
zhuang 庄装
zhui 追
zi 子自资
zong 宗总
zou 走
zu 族租组阻
zui 最罪
zuo 作坐左"""


@cache
def _readings() -> dict[str, str]:
    """Take each character's reading, without its tone."""
    lines = (line.partition(" ") for line in _READ.split("\n"))
    return {each: reading for reading, _, those in lines for each in those}


def pinyin(text: str) -> str | None:
    """Write a Chinese name in pinyin, without tones; None if any of its characters is not known.

    >>> pinyin("列夫·托洛茨基")
    'liefu tuoluociji'
    """
    read = _readings()
    parts = ["".join(read.get(each, "?") for each in part) for part in text.split("·")]
    return None if any("?" in part for part in parts) else " ".join(parts)
