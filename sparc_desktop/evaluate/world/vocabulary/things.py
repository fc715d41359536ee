"""What drawn things are called in Simplified Chinese: the measure word that counts them, and the name.

No name is short of a fitting measure word, and none is part of the words that captions are built with.
"""

THINGS: dict[str, str] = {
    # animals
    "dog": "只 狗", "cat": "只 猫", "horse": "匹 马", "cow": "头 奶牛", "pig": "头 猪", "sheep": "只 绵羊",
    "elephant": "头 大象", "camel": "头 骆驼", "rabbit": "只 兔子", "mouse": "只 老鼠", "bear": "头 熊",
    "panda": "只 熊猫", "lion": "头 狮子", "tiger": "只 老虎", "zebra": "匹 斑马", "giraffe": "只 长颈鹿",
    "monkey": "只 猴子", "fox": "只 狐狸", "frog": "只 青蛙", "crocodile": "条 鳄鱼", "turtle": "只 乌龟",
    "snake": "条 蛇", "whale": "头 鲸鱼", "dolphin": "只 海豚", "fish": "条 鱼", "octopus": "只 章鱼",
    "crab": "只 螃蟹", "shrimp": "只 虾", "snail": "只 蜗牛", "butterfly": "只 蝴蝶", "bee": "只 蜜蜂",
    "ladybug": "只 瓢虫", "spider": "只 蜘蛛", "penguin": "只 企鹅", "owl": "只 猫头鹰", "duck": "只 鸭子",
    "parrot": "只 鹦鹉", "rooster": "只 公鸡", "flamingo": "只 火烈鸟", "swan": "只 天鹅", "squirrel": "只 松鼠",
    "dinosaur": "只 恐龙", "unicorn": "只 独角兽", "eagle": "只 老鹰", "bat": "只 蝙蝠",
    # plants and food
    "cactus": "棵 仙人掌", "palm tree": "棵 棕榈树", "rose": "朵 玫瑰", "sunflower": "朵 向日葵", "tulip": "朵 郁金香",
    "mushroom": "个 蘑菇", "clover": "株 四叶草", "maple leaf": "片 枫叶", "apple": "个 苹果", "pear": "个 梨",
    "banana": "根 香蕉", "lemon": "个 柠檬", "strawberry": "颗 草莓", "grape cluster": "串 葡萄",
    "watermelon": "块 西瓜", "pineapple": "个 菠萝", "cherry pair": "对 樱桃", "peach": "个 桃子",
    "avocado": "个 牛油果", "kiwi": "个 猕猴桃", "carrot": "根 胡萝卜", "corn cob": "根 玉米", "eggplant": "个 茄子",
    "broccoli floret": "朵 西兰花", "pumpkin": "个 南瓜", "bread loaf": "条 面包", "croissant": "个 牛角面包",
    "pretzel": "个 椒盐卷饼", "cheese wedge": "块 奶酪", "hamburger": "个 汉堡", "pizza slice": "块 披萨",
    "hot dog": "个 热狗", "taco": "个 墨西哥卷饼", "fried egg": "个 煎蛋", "donut": "个 甜甜圈", "cookie": "块 曲奇",
    "cake": "个 蛋糕", "lollipop": "根 棒棒糖", "ice cream": "个 冰淇淋", "cup": "个 杯子", "bottle": "个 瓶子",
    # vehicles and places
    "car": "辆 汽车", "taxi": "辆 出租车", "ambulance": "辆 救护车", "bus": "辆 公交车", "truck": "辆 卡车",
    "tractor": "辆 拖拉机", "bicycle": "辆 自行车", "motorcycle": "辆 摩托车", "train": "列 火车",
    "airplane": "架 飞机", "helicopter": "架 直升机", "rocket": "枚 火箭", "sailboat": "艘 帆船", "ship": "艘 轮船",
    "anchor": "个 船锚", "traffic light": "个 红绿灯", "tent": "顶 帐篷", "house": "座 房子", "castle": "座 城堡",
    "fountain": "座 喷泉", "ferris wheel": "座 摩天轮", "volcano": "座 火山",
    # at home, play and work
    "umbrella": "把 雨伞", "balloon": "个 气球", "gift": "份 礼物", "soccer ball": "个 足球", "basketball": "个 篮球",
    "trophy": "座 奖杯", "dart board": "个 飞镖靶", "dice": "颗 骰子", "kite": "只 风筝", "teddy bear": "只 泰迪熊",
    "guitar": "把 吉他", "trumpet": "支 小号", "violin": "把 小提琴", "drum": "面 鼓", "piano": "架 钢琴",
    "camera": "台 相机", "telephone": "部 电话", "laptop": "台 笔记本电脑", "television": "台 电视机",
    "clock": "个 闹钟", "hourglass": "个 沙漏", "key": "把 钥匙", "padlock": "把 挂锁", "hammer": "把 锤子",
    "gear": "个 齿轮", "magnet": "块 磁铁", "bomb": "颗 炸弹", "pill": "粒 药丸", "pencil": "支 铅笔",
    "envelope": "个 信封", "mailbox": "个 信箱", "book": "本 书", "globe": "个 地球", "candle": "根 蜡烛",
    "light bulb": "个 灯泡", "chair": "把 椅子", "sofa": "张 沙发", "bed": "张 床", "money bag": "个 钱袋",
    "backpack": "个 背包", "shirt": "件 上衣", "dress": "条 连衣裙", "hat": "顶 帽子", "crown": "顶 王冠",
    "boot": "只 靴子", "bell": "个 铃铛", "hand": "只 手", "eye": "只 眼睛", "skull": "个 骷髅", "ghost": "个 幽灵",
    "robot": "个 机器人", "snowman": "个 雪人", "sun": "个 太阳", "flame": "团 火焰", "rainbow": "道 彩虹",
    "snowflake": "片 雪花",
    # shapes
    "circle": "个 圆形", "oval": "个 椭圆形", "square": "个 正方形", "rectangle": "个 长方形", "triangle": "个 三角形",
    "diamond": "个 菱形", "hexagon": "个 六边形", "star": "颗 五角星", "heart": "个 心形", "ring": "个 圆环",
    "arrow": "个 箭头", "cross": "个 十字形", "crescent": "个 月牙形", "semicircle": "个 半圆形",
    "droplet": "个 水滴形", "spiral": "个 螺旋形",
}  # fmt: skip
