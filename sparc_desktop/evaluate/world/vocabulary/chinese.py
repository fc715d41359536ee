"""The Simplified Chinese words. What a link says follows the thing that it leads from: "X 的左边", left of X."""

from sparc_desktop.evaluate.world.vocabulary.wording import Wording

NUMBERS = (
    "零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六",
    "十七", "十八", "十九", "二十",
)  # fmt: skip
CHINESE = Wording(
    colours={
        "white": "白色", "grey": "灰色", "black": "黑色", "red": "红色", "orange": "橙色", "yellow": "黄色",
        "green": "绿色", "blue": "蓝色", "purple": "紫色", "pink": "粉色", "brown": "棕色",
    },
    sizes={"small": "小", "medium": "中等大小", "large": "大"},
    states={
        "checked": "已勾选", "unchecked": "未勾选", "selected": "已选中", "disabled": "已禁用", "focused": "有焦点",
        "open": "已打开",
    },
    places={
        "top left": ("左上角", "左上方", "画面左上角"), "top": ("上方", "顶部", "画面上方"),
        "top right": ("右上角", "右上方", "画面右上角"), "left": ("左边", "左侧", "画面左边"),
        "centre": ("中央", "中间", "画面中央"), "right": ("右边", "右侧", "画面右边"),
        "bottom left": ("左下角", "左下方", "画面左下角"), "bottom": ("下方", "底部", "画面下方"),
        "bottom right": ("右下角", "右下方", "画面右下角"),
    },
    patterns={
        "plain": "纯{}", "gradient": "{}渐变", "striped": "{}条纹", "zigzag": "{}锯齿纹", "wavy": "{}波浪纹",
        "dotted": "{}圆点", "checkered": "{}棋盘格", "gridded": "{}网格", "speckled": "{}斑点", "bricks": "{}砖墙",
        "wood": "{}木纹", "clouds": "{}云纹", "crumpled paper": "{}皱纸",
    },
    links={
        "的左边": ("left of", False), "的右边": ("left of", True), "的上方": ("above", False),
        "的下方": ("above", True), "的顶上": ("on", False), "的后面": ("behind", False), "的前面": ("behind", True),
    },
    numbers=NUMBERS,
    synonyms={
        "二": "两", "中等": "中等大小", "粉红色": "粉色", "褐色": "棕色", "的左侧": "的左边", "的右侧": "的右边",
        "的后方": "的后面", "的前方": "的前面",
    },
)  # fmt: skip
