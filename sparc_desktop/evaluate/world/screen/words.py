"""The words on screens: our own list of what programs say, in English and Simplified Chinese, by what they are said on.

A role is a kind of thing to say (a command, an option, ...); each kind of control takes its words from some roles.
Beside the list there are made-up ones, such as names of files and numbers, so that reading is more than knowing a list.
"""

import re
from functools import cache
from typing import Literal, NamedTuple, get_args

import numpy as np

from sparc_desktop.domain.language import Language

WORD = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")  # what is read as one: Chinese character by character
Role = Literal[
    "title", "menu", "command", "option", "amount", "choice", "caption", "entry", "message", "icon", "topic",
    "category",
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)


class Word(NamedTuple):
    """A word or a phrase in both languages."""

    english: str
    chinese: str

    def spelled(self, language: Language) -> str:
        """As it stands on the screen."""
        return self.chinese if language == "zh_CN" else self.english


@cache
def words(role: Role) -> tuple[Word, ...]:
    """All that is said in this role."""
    return tuple(Word(*pair.split("=")) for pair in LIST[role].replace("\n", " ").split(", "))


@cache
def vocabulary() -> tuple[Word, ...]:
    """Every word of the list once."""
    return tuple(dict.fromkeys(word for role in ROLES for word in words(role)))


def made_up(rng: np.random.Generator, language: Language) -> str:
    """A name of a file, a number, a time, a date, an amount of money or a code, none of which is in the list."""
    number = int(rng.integers(2, 1000))
    match int(rng.integers(6)):
        case 0:
            stems = words("entry")
            stem = stems[int(rng.integers(len(stems)))].spelled(language).lower().replace(" ", "-")
            return f"{stem}.{rng.choice(('txt', 'pdf', 'png', 'mp3', 'zip', 'csv'))}"
        case 1:
            return str(number)
        case 2:
            return f"{rng.integers(0, 24)}:{rng.integers(0, 60):02}"
        case 3:
            return f"{rng.integers(2010, 2031)}-{rng.integers(1, 13):02}-{rng.integers(1, 29):02}"
        case 4:
            return f"{'¥' if language == 'zh_CN' else '$'}{number}"
        case _:
            return "".join(rng.choice(tuple("ABCDEFGHKLMNPRSTUVWXYZ"), 3)) + f"-{number}"


LIST: dict[Role, str] = {
    "title": """Settings=设置, Files=文件管理器, Calendar=日历, Music=音乐, Photos=照片, Mail=邮件, Calculator=计算器,
Text editor=文本编辑器, Terminal=终端, Maps=地图, Weather=天气, Clock=时钟, Contacts=联系人, Notes=便笺, Tasks=任务,
Camera=相机, Recorder=录音机, Video player=视频播放器, Web browser=网页浏览器, Downloads=下载,
System monitor=系统监视器, Task manager=任务管理器, Control panel=控制面板, Software store=软件商店,
Disk usage=磁盘使用情况, Printers=打印机, Network=网络, Bluetooth=蓝牙, Display=显示, Sound=声音, Keyboard=键盘,
Mouse=鼠标, Users=用户, Date and time=日期和时间, Language=语言, Accessibility=无障碍, Backup=备份, Updates=更新,
About=关于, Find=查找, Confirm=确认, Warning=警告, Error=错误, Information=信息, Welcome=欢迎, Sign in=登录,
Untitled document=未命名文档, Spreadsheet=电子表格, Presentation=演示文稿, Image viewer=图片查看器,
Address book=通讯录, Chat=聊天, Translator=翻译, Dictionary=词典, Screen reader=屏幕阅读器, Magnifier=放大镜,
Paint=画图, Chess=国际象棋, Report=报告""",
    "menu": """File=文件, Edit=编辑, View=查看, Insert=插入, Format=格式, Tools=工具, Table=表格, Window=窗口,
Help=帮助, Go=转到, Bookmarks=书签, History=历史, Actions=操作, Options=选项, Image=图像, Layer=图层, Select=选择,
Filter=滤镜, Playback=回放, Audio=音频, Video=视频, Subtitles=字幕, Message=消息, Project=项目, Build=构建, Run=运行,
Debug=调试, Search=搜索, Page=页面, Layout=布局, Review=审阅, Share=共享, Account=账户, Plugins=插件, Game=游戏,
Session=会话""",
    "command": """OK=确定, Cancel=取消, Yes=是, No=否, Apply=应用, Close=关闭, Save=保存, Save as=另存为, Open=打开,
Open file=打开文件, New=新建, New folder=新建文件夹, New window=新建窗口, Delete=删除, Rename=重命名, Copy=复制,
Cut=剪切, Paste=粘贴, Undo=撤销, Redo=重做, Print=打印, Preview=预览, Export=导出, Import=导入, Send=发送, Reply=回复,
Forward=转发, Attach file=添加附件, Refresh=刷新, Reload=重新加载, Stop=停止, Start=开始, Pause=暂停, Play=播放,
Record=录制, Next=下一步, Back=返回, Previous=上一个, Finish=完成, Continue=继续, Skip=跳过, Retry=重试, Install=安装,
Remove=移除, Update now=立即更新, Restart=重新启动, Shut down=关机, Sleep=睡眠, Lock screen=锁定屏幕, Log out=注销,
Connect=连接, Disconnect=断开连接, Browse=浏览, Reset=重置, Restore=还原, Clear=清除, Clear history=清除历史记录,
Add=添加, Add account=添加账户, Edit profile=编辑资料, Move up=上移, Move down=下移, Sort by name=按名称排序,
Zoom in=放大, Zoom out=缩小, Full screen=全屏, Select all=全选, Replace=替换, Replace all=全部替换,
Find next=查找下一个, Download=下载文件, Upload=上传, Details=详细信息, Properties=属性, Quit=退出, Sign up=注册,
Accept=接受, Decline=拒绝, Allow=允许, Block=阻止, Ignore=忽略, Learn more=了解更多, Try again=再试一次, Scan=扫描,
Eject=弹出, Empty trash=清空回收站, Take screenshot=截取屏幕, Rotate left=向左旋转, Crop=裁剪, Translate=翻译文字,
Read aloud=朗读, Call=呼叫, Hang up=挂断, Buy=购买, Check spelling=检查拼写""",
    "option": """Show hidden files=显示隐藏文件, Mute=静音, Dark mode=深色模式, Light mode=浅色模式,
Night light=夜间模式, Large text=大号文字, High contrast=高对比度, Sticky keys=粘滞键, Remember me=记住我,
Keep me signed in=保持登录, Auto save=自动保存, Word wrap=自动换行, Line numbers=行号, Status bar=状态栏,
Tool bar=工具栏, Side bar=侧边栏, Shuffle=随机播放, Repeat=重复播放, Match case=区分大小写, Whole words=全字匹配,
Notifications=通知, Location=位置, Wi-Fi=无线网络, Airplane mode=飞行模式, Mobile data=移动数据, Hotspot=热点,
Do not disturb=勿扰, Battery saver=省电模式, Start at login=登录时启动, Check for updates=检查更新,
Send reports=发送报告, Use proxy=使用代理, Private mode=隐私模式, Block pop-ups=阻止弹窗, Accept cookies=接受Cookie,
Show password=显示密码, Spell check=拼写检查, Animations=动画效果, Transparency=透明效果, Sounds=提示音,
Vibration=振动, Automatic=自动, Manual=手动, Portrait=纵向, Landscape=横向, Small icons=小图标, Large icons=大图标,
Daily=每天, Weekly=每周, Monthly=每月, Never=从不, Always=始终, Ask every time=每次询问, Current page=当前页,
All pages=全部页面, Color=彩色, Black and white=黑白, Celsius=摄氏度, Fahrenheit=华氏度, Stereo=立体声,
Subfolders=子文件夹, Read only=只读, Hidden=隐藏, Encrypt=加密""",
    "amount": """Volume=音量, Brightness=亮度, Contrast=对比度, Saturation=饱和度, Speed=速度, Zoom=缩放,
Opacity=不透明度, Bass=低音, Treble=高音, Balance=平衡, Microphone=麦克风, Pointer speed=指针速度, Text size=文字大小,
Pitch=音调, Sharpness=清晰度, Blur=模糊, Quality=质量, Temperature=温度, Warmth=色温, Battery=电池, Memory=内存,
Disk=磁盘, Processor=处理器, Copying=正在复制, Downloading=正在下载, Uploading=正在上传, Installing=正在安装,
Scanning=正在扫描, Loading=正在加载, Exporting=正在导出, Progress=进度, Storage=存储空间, Updating=正在更新,
Converting=正在转换, Printing=正在打印, Signal=信号, Backing up=正在备份""",
    "choice": """General=常规, Advanced=高级, Appearance=外观, Privacy=隐私, Security=安全, Fonts=字体, Colors=颜色,
Shortcuts=快捷键, Startup=启动, Power=电源, Devices=设备, Storage space=存储, Apps=应用程序, Permissions=权限,
Home=主页, Overview=概览, Recent=最近, Favorites=收藏, Popular=热门, All=全部, Today=今天, Yesterday=昨天,
This week=本周, Inbox=收件箱, Sent=已发送, Drafts=草稿, Spam=垃圾邮件, Archive=归档, Starred=已加星标, English=英语,
Chinese=中文, French=法语, German=德语, Spanish=西班牙语, Italian=意大利语, Russian=俄语, Japanese=日语, Korean=韩语,
Arabic=阿拉伯语, Portuguese=葡萄牙语, Small=小, Medium=中, Large=大, Low=低, High=高, Normal=正常, Custom=自定义,
Default=默认, None=无, Red=红色, Green=绿色, Blue=蓝色, Yellow=黄色, White=白色, Black=黑色, Text file=文本文件,
Web page=网页, Headphones=耳机, Speakers=扬声器, Main screen=主屏幕, Work=工作, School=学校, Family=家庭,
Friends=朋友, Plain text=纯文本, Ascending=升序, Descending=降序""",
    "caption": """Name=名称, First name=名字, Last name=姓氏, User name=用户名, Password=密码, E-mail=电子邮箱,
Phone=电话, Address=地址, City=城市, Country=国家, Postal code=邮政编码, Date=日期, Time=时间, Birthday=生日,
Subject=主题, Recipient=收件人, Sender=发件人, Comment=备注, Description=描述, Author=作者, Tags=标签, Folder=文件夹,
File name=文件名, File type=文件类型, Server=服务器, Port=端口, Host=主机, Website=网址, Company=公司,
Department=部门, Price=价格, Amount=金额, Quantity=数量, Total=合计, Size=大小, Width=宽度, Height=高度, Length=长度,
Weight=重量, Color theme=颜色主题, Font=字体名称, Printer=打印设备, Copies=份数, Status=状态, Result=结果,
Version=版本, Device name=设备名称, Time zone=时区, Region=地区, Currency=货币, Search for=搜索内容, Code=代码,
Category=类别, Priority=优先级, Duration=时长, Question=问题, Answer=答案, Artist=艺术家, Album=专辑, Genre=流派""",
    "entry": """Anna=安娜, Peter=彼得, Maria=玛丽亚, David=大卫, Sofia=索菲亚, Thomas=托马斯, Emma=艾玛, Lucas=卢卡斯,
Li Wei=李伟, Wang Fang=王芳, Zhang Min=张敏, Berlin=柏林, Paris=巴黎, London=伦敦, Madrid=马德里, Rome=罗马,
Vienna=维也纳, Beijing=北京, Shanghai=上海, Tokyo=东京, Sydney=悉尼, Cairo=开罗, Moscow=莫斯科, New York=纽约,
Toronto=多伦多, Germany=德国, France=法国, Spain=西班牙, China=中国, Japan=日本, Brazil=巴西, Canada=加拿大,
India=印度, Egypt=埃及, Budget=预算, Invoice=发票, Recipe=菜谱, Letter=信件, Homework=作业, Meeting notes=会议记录,
Holiday plan=假期计划, Shopping list=购物清单, Diary=日记, Poem=诗歌, Contract=合同, Resume=简历, Lecture=讲义,
Timetable=时间表, Apples=苹果, Bread=面包, Milk=牛奶, Coffee=咖啡, Tea=茶, Rice=米饭, Cheese=奶酪, Eggs=鸡蛋,
Hello=你好, Good morning=早上好, Thank you=谢谢, See you soon=回头见, Happy birthday=生日快乐, Dentist=牙医,
Gym=健身房, Piano lesson=钢琴课, Lunch=午餐, Train ticket=火车票, Concert=音乐会, Garden=花园, Kitchen=厨房,
Bedroom=卧室, Office=办公室""",
    "message": """Are you sure?=您确定吗？, Save changes?=保存更改吗？, Delete this file?=删除这个文件吗？,
File not found=找不到文件, No internet connection=没有网络连接, Update available=有可用更新, Battery is low=电量不足,
Disk is full=磁盘已满, Please wait=请稍候, Done=已完成, Access denied=拒绝访问, Wrong password=密码错误,
Enter your password=请输入密码, Choose a folder=请选择文件夹, Copy complete=复制完成, Installation failed=安装失败,
Restart required=需要重新启动, Welcome back=欢迎回来, Connected=已连接, Not connected=未连接, Message sent=消息已发送,
No results=没有结果, New message=新消息, Printer is offline=打印机已脱机, Paper jam=卡纸, Unknown error=未知错误,
Try again later=请稍后再试, Sign in to continue=请登录后继续, Ready=就绪, Saved=已保存,
Unsaved changes=有未保存的更改, Choose a language=请选择语言, Low memory=内存不足, Device connected=设备已连接,
Trash is empty=回收站是空的, No new mail=没有新邮件, Time is up=时间到, Are you there?=您在吗？,
Quit the game?=退出游戏吗？, Incoming call=来电, Alarm=闹钟, You are offline=您已离线, Select a file=请选择一个文件,
Nothing selected=未选择任何内容""",
    "icon": """Trash=回收站, Computer=计算机, Documents=文档, Pictures=图片, Videos=视频文件夹, Desktop=桌面,
My files=我的文件, Browser=浏览器, E-mails=收发邮件, Songs=歌曲, Movies=电影, Games=游戏中心, Books=书籍, News=新闻,
Radio=收音机, Editor=编辑器, Sheets=表格文档, Slides=幻灯片, Console=控制台, Phone book=电话簿, Planner=日程,
To do=待办事项, USB drive=U盘, Hard disk=硬盘, Public=公共, Templates=模板, Wallet=钱包, Travel=旅行, Health=健康,
Fitness=健身, Bank=银行, Taxes=税务, Photos 2024=照片2024, Old files=旧文件, Scans=扫描件, Letters=信函,
Music box=音乐盒, Sketches=草图, Store=商店, Podcasts=播客""",
    "topic": """Sales=销售额, Visitors=访客, Rainfall=降雨量, Expenses=支出, Income=收入, Profit=利润,
Population=人口, Temperature today=今日气温, Page views=浏览量, Energy use=能源消耗, Water use=用水量,
Exam scores=考试成绩, Steps=步数, Heart rate=心率, Share price=股价, Traffic=流量, Production=产量, Exports=出口,
Market share=市场份额, Votes=得票, Survey=调查, Working hours=工作时间, Sleep time=睡眠时间, Screen time=屏幕时间,
Free space=可用空间, Users per day=每日用户, Orders=订单, Stock=库存, Costs=成本, Growth=增长,
Downloads per month=每月下载量, Books read=阅读量, Savings=储蓄, Emissions=排放量, Goals=进球数""",
    "category": """Mon=周一, Tue=周二, Wed=周三, Thu=周四, Fri=周五, Sat=周六, Sun=周日, Jan=一月, Feb=二月, Mar=三月,
Apr=四月, May=五月, Jun=六月, Jul=七月, Aug=八月, Sep=九月, Oct=十月, Nov=十一月, Dec=十二月, North=北部, South=南部,
East=东部, West=西部, Spring=春季, Summer=夏季, Autumn=秋季, Winter=冬季, Cars=汽车, Trains=火车, Planes=飞机,
Ships=轮船, Food=食品, Rent=房租, Clothes=服装, Toys=玩具, Fruit=水果, Fish=鱼类, Meat=肉类, Team A=甲队, Team B=乙队,
Men=男, Women=女, Adults=成人, Children=儿童, Europe=欧洲, Asia=亚洲, Africa=非洲, America=美洲, Coal=煤炭,
Gas=天然气, Solar=太阳能, Wind=风能, Paper=纸张, Glass=玻璃, Metal=金属, Wood=木材, Other=其他""",
}
