<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>SPARC Desktop describes pictures aloud, on your own computer. No picture leaves it.</source>
        <translation>SPARC Desktop 在您自己的电脑上朗读图片描述。图片不会离开您的电脑。</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>The program&apos;s own voice: {name}</source>
        <translation>程序自带语音：{name}</translation>
    </message>
    <message>
        <source>Licence: Apache License, version 2.0</source>
        <translation>许可证：Apache License 2.0 版</translation>
    </message>
    <message>
        <source>Settings: {path}</source>
        <translation>设置：{path}</translation>
    </message>
    <message>
        <source>History: {path}</source>
        <translation>历史记录：{path}</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>日志：{path}</translation>
    </message>
    <message>
        <source>Mark that the program is running: {path}</source>
        <translation>程序正在运行的标记：{path}</translation>
    </message>
    <message>
        <source>Starter, the built-in one</source>
        <translation>Starter（内置）</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About SPARC Desktop</source>
        <translation>关于 SPARC Desktop</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>describe the window</source>
        <translation>描述窗口</translation>
    </message>
    <message>
        <source>describe the whole screen</source>
        <translation>描述整个屏幕</translation>
    </message>
    <message>
        <source>describe the monitor that has the focus</source>
        <translation>描述焦点所在的显示器</translation>
    </message>
    <message>
        <source>describe a part of the screen</source>
        <translation>描述屏幕的一部分</translation>
    </message>
    <message>
        <source>describe the last part of the screen again</source>
        <translation>再次描述上一次的屏幕区域</translation>
    </message>
    <message>
        <source>describe the picture on the clipboard</source>
        <translation>描述剪贴板上的图片</translation>
    </message>
    <message>
        <source>describe the control that has the focus</source>
        <translation>描述当前焦点所在的控件</translation>
    </message>
    <message>
        <source>describe the last picture anew</source>
        <translation>重新描述上一张图片</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>pause or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>read the description again</source>
        <translation>重读描述</translation>
    </message>
    <message>
        <source>next sentence</source>
        <translation>下一句</translation>
    </message>
    <message>
        <source>previous sentence</source>
        <translation>上一句</translation>
    </message>
    <message>
        <source>open the description in the window</source>
        <translation>在窗口中打开描述</translation>
    </message>
    <message>
        <source>ask about the picture</source>
        <translation>就图片提问</translation>
    </message>
    <message>
        <source>show the program&apos;s window</source>
        <translation>显示程序窗口</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Paste a Picture</source>
        <translation>粘贴图片(&amp;P)</translation>
    </message>
    <message>
        <source>Choose a Part of the &amp;Screen…</source>
        <translation>选择屏幕区域(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy the Description</source>
        <translation>复制描述(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Open Pictures…</source>
        <translation>打开图片(&amp;O)…</translation>
    </message>
    <message>
        <source>Save as &amp;Text…</source>
        <translation>另存为文本(&amp;T)…</translation>
    </message>
    <message>
        <source>Save as Soun&amp;d…</source>
        <translation>另存为音频(&amp;D)…</translation>
    </message>
    <message>
        <source>Save a Copy with &amp;Alt Text…</source>
        <translation>保存带替代文字的副本(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>历史记录(&amp;H)…</translation>
    </message>
    <message>
        <source>Private &amp;Mode</source>
        <translation>隐私模式(&amp;M)</translation>
    </message>
    <message>
        <source>As long as it is on, no description is kept in the history.</source>
        <translation>开启期间，历史记录中不会保留任何描述。</translation>
    </message>
    <message>
        <source>Mode&amp;ls…</source>
        <translation>模型(&amp;L)…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close the Window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Describe Again</source>
        <translation>重新描述(&amp;D)</translation>
    </message>
    <message>
        <source>Ask a &amp;Question…</source>
        <translation>提问(&amp;Q)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>重读(&amp;R)</translation>
    </message>
    <message>
        <source>Pa&amp;use or Go On</source>
        <translation>暂停或继续(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Previous Sentence</source>
        <translation>上一句(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Sentence</source>
        <translation>下一句(&amp;N)</translation>
    </message>
    <message>
        <source>Copy as &amp;HTML Alt Text</source>
        <translation>复制为 HTML 替代文字(&amp;H)</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>减慢语速(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快语速(&amp;F)</translation>
    </message>
    <message>
        <source>Qu&amp;ieter</source>
        <translation>调低音量(&amp;I)</translation>
    </message>
    <message>
        <source>L&amp;ouder</source>
        <translation>调高音量(&amp;O)</translation>
    </message>
    <message>
        <source>Speak &amp;Aloud</source>
        <translation>语音朗读(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Write Own Prompts…</source>
        <translation>编写自定义提示词(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Next Picture</source>
        <translation>下一张图片(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Picture</source>
        <translation>上一张图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>The &amp;Whole Picture</source>
        <translation>整张图片(&amp;W)</translation>
    </message>
    <message>
        <source>What Can Be Done &amp;Here</source>
        <translation>此处可做什么(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>键盘(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;First Steps…</source>
        <translation>初次使用向导(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Copy a Report for the Developers</source>
        <translation>复制给开发者的报告(&amp;C)</translation>
    </message>
    <message>
        <source>Screen Reader or &amp;Else Own Voice</source>
        <translation>屏幕阅读器，没有时用自带语音(&amp;E)</translation>
    </message>
    <message>
        <source>Own &amp;Voice</source>
        <translation>自带语音(&amp;V)</translation>
    </message>
    <message>
        <source>Screen &amp;Reader</source>
        <translation>屏幕阅读器(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>两者都用(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>不朗读(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keep Looking at the Picture (SPARC)</source>
        <translation>持续关注图片（SPARC）(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language of the Computer</source>
        <translation>跟随系统语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About SPARC Desktop</source>
        <translation>关于 SPARC Desktop(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Album</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>being described</source>
        <translation>正在描述</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>not described</source>
        <translation>未描述</translation>
    </message>
    <message>
        <source>{label}, {state}</source>
        <translation>{label}，{state}</translation>
    </message>
</context>
<context>
    <name>Backlog</name>
    <message>
        <source>{count} of {total} waiting pictures are done.</source>
        <translation>等待的 {total} 张图片已完成 {count} 张。</translation>
    </message>
    <message>
        <source>All waiting pictures are done. {count} could not be described.</source>
        <translation>等待的图片都已处理完毕，其中 {count} 张无法描述。</translation>
    </message>
    <message>
        <source>The waiting picture is described. Ctrl+Page Down goes to it.</source>
        <translation>等待的图片已描述。按 Ctrl+Page Down 转到这张图片。</translation>
    </message>
    <message>
        <source>All waiting pictures are described. Ctrl+Page Up and Page Down go through them.</source>
        <translation>等待的图片都已描述。按 Ctrl+Page Up 和 Ctrl+Page Down 可逐张查看。</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Descri&amp;be Again</source>
        <translation>重新描述(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>重读(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>{application}: {title}</source>
        <translation>{application}：{title}</translation>
    </message>
    <message>
        <source>Window without a title</source>
        <translation>无标题窗口</translation>
    </message>
    <message>
        <source>{label}, monitor {number}</source>
        <translation>{label}，显示器 {number}</translation>
    </message>
    <message>
        <source>{label}, partly covered</source>
        <translation>{label}，部分被遮挡</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Screen, {number} monitors</source>
        <translation>屏幕，{number} 个显示器</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Monitor {number}</source>
        <translation>显示器 {number}</translation>
    </message>
    <message>
        <source>Region {width} by {height}</source>
        <translation>区域，{width} 乘 {height}</translation>
    </message>
    <message>
        <source>{label}, {width} by {height}</source>
        <translation>{label}，{width} 乘 {height}</translation>
    </message>
    <message>
        <source>The focused window</source>
        <translation>焦点窗口</translation>
    </message>
    <message>
        <source>The focused control</source>
        <translation>焦点控件</translation>
    </message>
    <message>
        <source>Allow it in System Settings, Privacy and Security, Screen Recording, and start this program again.</source>
        <translation>请在“系统设置”的“隐私与安全性”中的“屏幕录制”里允许，并重新启动本程序。</translation>
    </message>
    <message>
        <source>Install the program again: a part of it is missing.</source>
        <translation>请重新安装本程序：缺少一部分。</translation>
    </message>
    <message>
        <source>no monitor is connected</source>
        <translation>没有连接显示器</translation>
    </message>
    <message>
        <source>the connection to the screen is broken</source>
        <translation>与屏幕的连接已断开</translation>
    </message>
    <message>
        <source>Install the package xdg-desktop-portal and its part for your desktop.</source>
        <translation>请安装软件包 xdg-desktop-portal 及其适用于您桌面的部分。</translation>
    </message>
    <message>
        <source>Allow it when the desktop asks; if it no longer asks, allow screenshots for this program in the desktop&apos;s settings, under the permissions of applications.</source>
        <translation>请在桌面询问时允许；如果不再询问，请在桌面设置的应用程序权限中允许本程序截屏。</translation>
    </message>
    <message>
        <source>There is no way named {name}; choose one of: {names}.</source>
        <translation>没有名为 {name} 的方式，请从以下选择：{names}。</translation>
    </message>
    <message>
        <source>The way {name} does not exist on this desktop; choose another.</source>
        <translation>此桌面上没有 {name} 这种方式，请选择其他方式。</translation>
    </message>
    <message>
        <source>No display can be reached. Start the program from a desktop.</source>
        <translation>无法连接到显示器。请从桌面启动本程序。</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>The program goes on in the background. {leader}, then {letter} shows its window; there Ctrl+Q ends the program.</source>
        <translation>程序在后台继续运行。先按 {leader}，再按 {letter} 显示窗口；在窗口中按 Ctrl+Q 结束程序。</translation>
    </message>
    <message>
        <source>The program goes on in the background. Start it once more to see its window; there Ctrl+Q ends the program.</source>
        <translation>程序在后台继续运行。再次启动程序即可显示窗口；在窗口中按 Ctrl+Q 结束程序。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The program has a defect and had to stop. Details are in {folder}.</source>
        <translation>程序内部出错，不得不停止运行。详细信息保存在 {folder} 中。</translation>
    </message>
    <message>
        <source>The program is running already.</source>
        <translation>程序已在运行。</translation>
    </message>
    <message>
        <source>Describes pictures aloud, in detail, on your own machine.</source>
        <translation>在您自己的电脑上，详细地朗读图片描述。</translation>
    </message>
    <message>
        <source>Without a command the window opens.</source>
        <translation>不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>describe picture files</source>
        <translation>描述图片文件</translation>
    </message>
    <message>
        <source>start without showing the window, for hotkeys</source>
        <translation>启动但不显示窗口，供快捷键使用</translation>
    </message>
    <message>
        <source>have the running program do something; for hotkeys of your desktop</source>
        <translation>让正在运行的程序做一件事；供桌面快捷键使用</translation>
    </message>
    <message>
        <source>speak the description, by the running screen reader or else the own voice</source>
        <translation>朗读描述：用正在运行的屏幕阅读器，没有时用自带语音</translation>
    </message>
    <message>
        <source>speak into a WAV file</source>
        <translation>把朗读保存为 WAV 文件</translation>
    </message>
    <message>
        <source>with --speak: where there is no sound device, speak into this WAV file</source>
        <translation>与 --speak 一起使用：没有声音设备时，把朗读保存到这个 WAV 文件</translation>
    </message>
    <message>
        <source>print one event a line</source>
        <translation>每行输出一个事件</translation>
    </message>
    <message>
        <source>decode with SPARC, where it helps the model, or without</source>
        <translation>解码时使用 SPARC（仅限对模型有帮助时）或不使用</translation>
    </message>
    <message>
        <source>after the description, give the text in the picture, or leave it out</source>
        <translation>在描述之后给出图片中的文字，或不给出</translation>
    </message>
    <message>
        <source>--wav-if-silent goes with --speak</source>
        <translation>--wav-if-silent 须与 --speak 一起使用</translation>
    </message>
    <message>
        <source>an answer is no alt text: --ask goes without it</source>
        <translation>回答不是替代文字：--ask 不能与它同时使用</translation>
    </message>
    <message>
        <source>end the description after N words</source>
        <translation>描述达到 N 个词后结束</translation>
    </message>
    <message>
        <source>describe many pictures, and write the captions into a file; a run that was cut goes on there</source>
        <translation>描述许多图片，并把描述写入文件；中断的运行会从那里继续</translation>
    </message>
    <message>
        <source>which pictures: {drawn}, which are drawn here, or of a benchmark in --files: {others}</source>
        <translation>哪些图片：本程序绘制的 {drawn}，或 --files 中某个基准测试的图片：{others}</translation>
    </message>
    <message>
        <source>the file of captions, such as captions.jsonl</source>
        <translation>保存描述的文件，例如 captions.jsonl</translation>
    </message>
    <message>
        <source>numbers of the pictures, TO itself not; of a benchmark in a shuffled order</source>
        <translation>图片的编号，不含 TO 本身；基准测试的图片按打乱的顺序编号</translation>
    </message>
    <message>
        <source>part of the pictures: {splits}; of a benchmark as it has them</source>
        <translation>图片的哪一部分：{splits}；基准测试则用它自己的划分</translation>
    </message>
    <message>
        <source>folder of a benchmark</source>
        <translation>基准测试所在的文件夹</translation>
    </message>
    <message>
        <source>ways of decoding, each with settings if other than its own: none,sparc,sparc:tau=3:layer=4</source>
        <translation>解码方法，可附上不同于默认值的设置：none,sparc,sparc:tau=3:layer=4</translation>
    </message>
    <message>
        <source>model folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>in which form they are held in memory; auto: as the program chooses here</source>
        <translation>权重在内存中的存放格式；auto：由程序按本机选择</translation>
    </message>
    <message>
        <source>language of the captions</source>
        <translation>描述的语言</translation>
    </message>
    <message>
        <source>how much is said of a picture</source>
        <translation>对图片说多少</translation>
    </message>
    <message>
        <source>ask in your own words</source>
        <translation>用你自己的话提问</translation>
    </message>
    <message>
        <source>describe N pictures at once</source>
        <translation>同时描述 N 张图片</translation>
    </message>
    <message>
        <source>end a caption after N tokens</source>
        <translation>写满 N 个词元后结束描述</translation>
    </message>
    <message>
        <source>have captions of a benchmark rated by a language model (CLAIR); they are sent to the address that you give</source>
        <translation>让语言模型为基准测试的描述评分（CLAIR）；描述会发送到你给出的地址</translation>
    </message>
    <message>
        <source>address of an OpenAI-compatible server, such as http://localhost:8080/v1; its key is in SPARC_JUDGE_KEY</source>
        <translation>与 OpenAI 兼容的服务器地址，例如 http://localhost:8080/v1；密钥放在 SPARC_JUDGE_KEY 中</translation>
    </message>
    <message>
        <source>the model to ask there</source>
        <translation>在那里提问的模型</translation>
    </message>
    <message>
        <source>do it; without this it is only said how much would be asked</source>
        <translation>真正执行；不加此项则只说明会提多少问题</translation>
    </message>
    <message>
        <source>tell what captions are worth</source>
        <translation>说明描述有多好</translation>
    </message>
    <message>
        <source>these methods alone, of those that are there</source>
        <translation>在已有的方法中只看这些</translation>
    </message>
    <message>
        <source>leave out pictures that the model refuses</source>
        <translation>略去模型拒绝描述的图片</translation>
    </message>
    <message>
        <source>the names of COCO&apos;s classes as published with CHAIR, a line each with commas, for figures like those published</source>
        <translation>随 CHAIR 发表的 COCO 类别名称表，每行一类，以逗号分隔，使结果可与已发表的数字相比</translation>
    </message>
    <message>
        <source>also write all as JSON</source>
        <translation>另外把全部结果写成 JSON</translation>
    </message>
    <message>
        <source>also write a web page</source>
        <translation>另外写一个网页</translation>
    </message>
    <message>
        <source>{text} is not like none,sparc,sparc:tau=3:layer=4</source>
        <translation>{text} 不是 none,sparc,sparc:tau=3:layer=4 这样的形式</translation>
    </message>
    <message>
        <source>{text} is not like 0:200</source>
        <translation>{text} 不是 0:200 这样的形式</translation>
    </message>
    <message>
        <source>a whole number from 1 on is needed, not {text}</source>
        <translation>需要 1 或更大的整数，而不是 {text}</translation>
    </message>
    <message>
        <source>an installed model, or a model folder</source>
        <translation>已安装的模型，或模型文件夹</translation>
    </message>
    <message>
        <source>a whole number from 1 to {limit} is needed, not {text}</source>
        <translation>需要 1 到 {limit} 之间的整数，而不是 {text}</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>{done} of {wanted}, about {minutes} minutes left</source>
        <translation>已完成 {done}/{wanted}，大约还需 {minutes} 分钟</translation>
    </message>
    <message>
        <source>There is no sound device. The description is spoken into {path}.</source>
        <translation>没有声音设备。朗读将保存到 {path}。</translation>
    </message>
    <message>
        <source>describe a picture, and show on a page where the model looked</source>
        <translation>描述一张图片，并用网页展示模型看了哪里</translation>
    </message>
    <message>
        <source>the web page to write, such as page.html</source>
        <translation>要写入的网页文件，例如 page.html</translation>
    </message>
    <message>
        <source>The page is written: {path}</source>
        <translation>网页已写好：{path}</translation>
    </message>
    <message>
        <source>save a copy with the description as alt text: cat.described.jpg for cat.jpg</source>
        <translation>另存一份副本，以描述作为替代文字：cat.jpg 的副本为 cat.described.jpg</translation>
    </message>
    <message>
        <source>put the description into the picture itself as alt text</source>
        <translation>把描述作为替代文字写入图片本身</translation>
    </message>
    <message>
        <source>The alt text is in {path}.</source>
        <translation>替代文字已写入 {path}。</translation>
    </message>
    <message>
        <source>how much is said of the picture</source>
        <translation>对图片描述的详细程度</translation>
    </message>
    <message>
        <source>language of the description, if the model writes it</source>
        <translation>描述所用的语言（如果模型会写）</translation>
    </message>
    <message>
        <source>ask for the description in your own words</source>
        <translation>用您自己的话要求描述</translation>
    </message>
    <message>
        <source>answer a question about the picture instead of describing it</source>
        <translation>回答关于图片的问题，而不是描述图片</translation>
    </message>
    <message>
        <source>1 to {limit} characters are needed, not {number}</source>
        <translation>需要 1 到 {limit} 个字符，而不是 {number} 个</translation>
    </message>
    <message>
        <source>measure what a model&apos;s captions are worth, on pictures whose truth is known</source>
        <translation>在真实内容已知的图片上，衡量模型的描述有多好</translation>
    </message>
    <message>
        <source>the splits are {splits}</source>
        <translation>可用的部分为 {splits}</translation>
    </message>
    <message>
        <source>The captions are in {path}.</source>
        <translation>描述已保存在 {path}。</translation>
    </message>
    <message>
        <source>Stopped. What is done is in {path}; the same command goes on from there.</source>
        <translation>已停止。已完成的部分在 {path} 中；用同一命令可从那里继续。</translation>
    </message>
    <message>
        <source>Questions for {address}: {count}. Each holds a caption and what others have written of its picture; no picture is sent.</source>
        <translation>要向 {address} 提出的问题：{count} 个。每个问题包含一段描述以及他人为该图片所写的文字；不会发送图片。</translation>
    </message>
    <message>
        <source>Nothing has been sent. With --yes they are asked.</source>
        <translation>没有发送任何内容。加上 --yes 才会提问。</translation>
    </message>
    <message>
        <source>Rated: {rated} of {count}.</source>
        <translation>已评分：{rated}/{count}。</translation>
    </message>
    <message>
        <source>tell what models this computer can run, and how</source>
        <translation>说明这台电脑能运行哪些模型，以及如何运行</translation>
    </message>
    <message>
        <source>list models, get one, use it, remove it</source>
        <translation>列出、获取、使用或删除模型</translation>
    </message>
    <message>
        <source>all models, and which one suits this computer</source>
        <translation>所有模型，以及哪个适合这台电脑</translation>
    </message>
    <message>
        <source>print one model a line</source>
        <translation>每行输出一个模型</translation>
    </message>
    <message>
        <source>download a model, or the rest of it, try it and use it</source>
        <translation>下载模型（或其余部分），试用并使用它</translation>
    </message>
    <message>
        <source>print one event a line, and no more</source>
        <translation>每行只输出一个事件</translation>
    </message>
    <message>
        <source>describe with this model from now on</source>
        <translation>从现在起用这个模型描述</translation>
    </message>
    <message>
        <source>without trying it</source>
        <translation>不试用</translation>
    </message>
    <message>
        <source>check a model&apos;s files, and try it on pictures with known answers</source>
        <translation>检查模型的文件，并用已知答案的图片试用</translation>
    </message>
    <message>
        <source>delete a model from this computer</source>
        <translation>从这台电脑上删除模型</translation>
    </message>
    <message>
        <source>its name on the hub, or its folder</source>
        <translation>它在模型站上的名称，或它的文件夹</translation>
    </message>
    <message>
        <source>say aloud what is told</source>
        <translation>朗读所说的内容</translation>
    </message>
    <message>
        <source>Cancelled. What has come stays; the next download goes on from there.</source>
        <translation>已取消。已下载的部分会保留，下次从那里继续。</translation>
    </message>
    <message>
        <source>The model is being loaded.</source>
        <translation>正在加载模型。</translation>
    </message>
    <message>
        <source>Descriptions are written with the built-in model from now on.</source>
        <translation>从现在起由内置模型来描述。</translation>
    </message>
    <message>
        <source>The model is loaded, and describes a first picture.</source>
        <translation>模型已加载，正在描述第一张图片。</translation>
    </message>
    <message>
        <source>Descriptions are written with it from now on.</source>
        <translation>从现在起用它来描述。</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message>
        <source>{label} has been described already.</source>
        <translation>{label} 已经描述过。</translation>
    </message>
    <message>
        <source>The question before is left off.</source>
        <translation>已中止前一个问题。</translation>
    </message>
    <message>
        <source>Left off: {label}.</source>
        <translation>已中止：{label}。</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Measured now: its memory gives {bandwidth} a second, and it does {work} billion operations a second.</source>
        <translation>刚才测得：内存每秒读取 {bandwidth}，每秒运算 {work}0 亿次。</translation>
    </message>
    <message>
        <source>Weights of large models are held as {format}: {reason}.</source>
        <translation>大模型的权重以 {format} 保存：{reason}。</translation>
    </message>
    <message>
        <source>Models come from {hub} into {folder}, where {free} are free.</source>
        <translation>模型从 {hub} 下载到 {folder}，那里还有 {free} 可用。</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>things in the picture</source>
        <translation>图片中物体的数量</translation>
    </message>
    <message>
        <source>By the number of things</source>
        <translation>按物体数量</translation>
    </message>
    <message>
        <source>Precision in each third</source>
        <translation>每三分之一段的准确率</translation>
    </message>
    <message>
        <source>Recall that each third adds</source>
        <translation>每三分之一段增加的召回率</translation>
    </message>
    <message>
        <source>first third</source>
        <translation>前三分之一</translation>
    </message>
    <message>
        <source>middle third</source>
        <translation>中间三分之一</translation>
    </message>
    <message>
        <source>last third</source>
        <translation>后三分之一</translation>
    </message>
    <message>
        <source>part of the caption</source>
        <translation>描述的位置</translation>
    </message>
    <message>
        <source>By the position in the caption</source>
        <translation>按在描述中的位置</translation>
    </message>
    <message>
        <source>Share of the attention that goes to the picture</source>
        <translation>注意力中用于图片的比例</translation>
    </message>
    <message>
        <source>The same, before the method&apos;s factors</source>
        <translation>同上，乘以方法的系数之前</translation>
    </message>
    <message>
        <source>Share of the image tokens that is selected</source>
        <translation>被选中的图像词元的比例</translation>
    </message>
    <message>
        <source>token of the caption</source>
        <translation>描述的词元</translation>
    </message>
    <message>
        <source>Attention to the picture, step by step</source>
        <translation>逐步看对图片的注意力</translation>
    </message>
    <message>
        <source>Attention to a thing, where that to the whole picture is 1</source>
        <translation>对某物体的注意力（以对整张图片的注意力为 1）</translation>
    </message>
    <message>
        <source>tokens before and after the thing&apos;s name</source>
        <translation>物体名称之前和之后的词元</translation>
    </message>
    <message>
        <source>Before and after a thing is told</source>
        <translation>说到某物体之前和之后</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>{name}: {begun} at {start}, {ended} at {end}</source>
        <translation>{name}：在 {start} 处为 {begun}，在 {end} 处为 {ended}</translation>
    </message>
    <message>
        <source>What captions are worth</source>
        <translation>描述有多好</translation>
    </message>
    <message>
        <source>A model on this computer has described pictures, with several ways of decoding. Here stands how much of what it wrote is true, how much of the truth it told, and where it looked meanwhile.</source>
        <translation>本机上的模型用几种解码方法描述了图片。这里说明它写的内容有多少是真的，真实内容它说出了多少，以及它当时看了哪里。</translation>
    </message>
    <message>
        <source>File and method</source>
        <translation>文件和方法</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>After a value stands its 95 % interval: of 2,000 times that as many of the pictures are drawn anew, with repetition, 95 in 100 give a value in it. Methods are compared on the same pictures, and a difference is called better or worse where its interval does not hold 0. Many comparisons are made here, and no interval allows for that: one in twenty may be off by chance. Rates of wrong answers and refusals have Wilson&apos;s interval. The time of a token has none. Pictures that the model would refuse are described all the same, so that no score depends on its limits, and how often it refuses stands by itself; where they are left out, it is said.</source>
        <translation>数值后面是它的 95 % 区间：把同样多的图片重新有放回地抽取 2,000 次，每 100 次中有 95 次的数值落在其中。各方法在相同的图片上比较；区间不含 0 的差异才称为更好或更差。这里的比较很多，区间并未为此放宽：每二十个中可能有一个出于偶然。误答率和误拒率用的是 Wilson 区间。每个词元的时间没有区间。模型本会拒绝的图片在这里也照样描述，因此分数与拒绝的界限无关：拒绝得多频繁另行列出；略去这些图片时会注明。</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>如何阅读本页</translation>
    </message>
    <message>
        <source>Measured by SPARC Desktop {version}.</source>
        <translation>由 SPARC Desktop {version} 测量。</translation>
    </message>
    <message>
        <source>{pictures}, {split}, numbers {first} to {last}: {count} scored</source>
        <translation>{pictures}，{split}，编号 {first} 至 {last}：已评 {count} 张</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Most tokens of a caption</source>
        <translation>每段描述最多的词元数</translation>
    </message>
    <message>
        <source>Captions decoded at once</source>
        <translation>同时解码的描述数</translation>
    </message>
    <message>
        <source>Left out: {count} pictures that not all of the methods have described, so far.</source>
        <translation>未计入：{count} 张图片，因为目前不是所有方法都描述过它们。</translation>
    </message>
    <message>
        <source>Left out: {count} pictures that the model refuses.</source>
        <translation>已略去：模型拒绝描述的 {count} 张图片。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The methods</source>
        <translation>各种方法</translation>
    </message>
    <message>
        <source>All scores</source>
        <translation>全部得分</translation>
    </message>
    <message>
        <source>Differences from {method}</source>
        <translation>与 {method} 的差异</translation>
    </message>
    <message>
        <source>Each method less {method}</source>
        <translation>各方法减去 {method}</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Wrong answers and refusals</source>
        <translation>错误的回答和拒绝</translation>
    </message>
    <message>
        <source>Answers and refusals</source>
        <translation>回答与拒绝</translation>
    </message>
    <message>
        <source>difference, with its 95 % interval</source>
        <translation>差异及其 95% 区间</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>({low} to {high})</source>
        <translation>（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>({low} to {high}),</source>
        <translation>（{low} 至 {high}），</translation>
    </message>
    <message>
        <source>no clear difference</source>
        <translation>没有明显差异</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>{name}: {count} pictures</source>
        <translation>{name}：{count} 张图片</translation>
    </message>
    <message>
        <source>{count} left out, which not all of the methods have described</source>
        <translation>另有 {count} 张未计入，因为不是所有方法都描述过</translation>
    </message>
    <message>
        <source>{count} left out, which the model refuses</source>
        <translation>略去 {count} 张模型拒绝描述的图片</translation>
    </message>
    <message>
        <source>{value}; difference {difference}</source>
        <translation>{value}；差异 {difference}</translation>
    </message>
</context>
<context>
    <name>ExplanationPage</name>
    <message>
        <source>without SPARC</source>
        <translation>未用 SPARC</translation>
    </message>
    <message>
        <source>with SPARC</source>
        <translation>使用 SPARC</translation>
    </message>
    <message>
        <source>Attention to the picture, word by word</source>
        <translation>逐词显示的对图片的注意力</translation>
    </message>
    <message>
        <source>word of the description</source>
        <translation>描述中的第几个词</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词序</translation>
    </message>
    <message>
        <source>with SPARC, before its factors</source>
        <translation>使用 SPARC，乘以系数之前</translation>
    </message>
    <message>
        <source>Share of the attention that goes to the picture</source>
        <translation>注意力中用于图片的比例</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Where the model looked: {name}</source>
        <translation>模型看了哪里：{name}</translation>
    </message>
    <message>
        <source>A model on this computer has described a picture. Here stands, for each sentence, where in the picture the model looked while it wrote that sentence, and how its attention to the picture changed from the first word to the last.</source>
        <translation>本机上的模型描述了一张图片。本页说明模型在写每一句话时看了图片的哪里，以及从第一个词到最后一个词，它对图片的注意力怎样变化。</translation>
    </message>
    <message>
        <source>The model wrote nothing about the picture.</source>
        <translation>模型没有写出任何关于图片的内容。</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The description, sentence by sentence</source>
        <translation>逐句的描述</translation>
    </message>
    <message>
        <source>The picture is divided into nine parts, from the upper left to the lower right. The percentages tell how the model&apos;s attention to the picture is shared among them. In the heat map what the model looked at stays bright, the rest is dimmed, and the strongest spots are outlined.</source>
        <translation>图片分为九个部分，从左上到右下。百分比表示模型对图片的注意力在各部分之间怎样分配。在热力图中，模型看过的地方保持明亮，其余变暗，最强的地方带有轮廓线。</translation>
    </message>
    <message>
        <source>The picture is divided into nine parts, from the upper left to the lower right. Counted is the attention that a part got during a sentence beyond what it got during the other sentences; the percentages tell how this is shared among the parts. In the heat maps what the model looked at stays bright, the rest is dimmed, and the strongest spots are outlined.</source>
        <translation>图片分为九个部分，从左上到右下。计算的是写这句话时某部分得到的注意力超出写其他句子时的那一部分；百分比表示它在各部分之间怎样分配。在热力图中，模型看过的地方保持明亮，其余变暗，最强的地方带有轮廓线。</translation>
    </message>
    <message>
        <source>The description was cut off, at the limit of {words} words or of the model&apos;s memory.</source>
        <translation>描述被截断：达到了 {words} 词或模型记忆的上限。</translation>
    </message>
    <message>
        <source>How much of the attention went to the picture</source>
        <translation>有多少注意力用于图片</translation>
    </message>
    <message>
        <source>For every word the model shares its attention out between the picture and the words before it. Shown is the picture&apos;s share, measured in layer {layer}, as a mean over its heads and over a few words each; with SPARC after its factors have been applied (alpha to the power of the number of selections), as a share of the new total.</source>
        <translation>写每个词时，模型把注意力分配给图片和前面的文字。这里显示的是图片所占的比例：在选择层 {layer} 测量，取该层各注意力头以及每几个词的平均值；使用 SPARC 时，按乘以其系数（alpha 的选中次数次方）之后占新总量的比例计算。</translation>
    </message>
    <message>
        <source>{layer} (of {layers}, counted from 0)</source>
        <translation>{layer}（共 {layers} 层，从 0 数起）</translation>
    </message>
    <message>
        <source>The description without SPARC</source>
        <translation>未用 SPARC 的描述</translation>
    </message>
    <message>
        <source>Without SPARC the model writes the same words.</source>
        <translation>不用 SPARC 时，模型写出的文字相同。</translation>
    </message>
    <message>
        <source>Show the description without SPARC</source>
        <translation>显示未用 SPARC 的描述</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>alpha (factor for each selection)</source>
        <translation>alpha（每次选中的系数）</translation>
    </message>
    <message>
        <source>tau (rise at which a part is selected)</source>
        <translation>tau（选中所需的上升幅度）</translation>
    </message>
    <message>
        <source>beta (weight of the past)</source>
        <translation>beta（过去的权重）</translation>
    </message>
    <message>
        <source>Selection layer</source>
        <translation>选择层</translation>
    </message>
    <message>
        <source>Longest description, in words</source>
        <translation>描述的最大长度（词）</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Where the model looked is not known for this sentence.</source>
        <translation>不知道写这句话时模型看了哪里。</translation>
    </message>
    <message>
        <source>The model looked at no part more than during the other sentences.</source>
        <translation>与写其他句子时相比，模型没有更多地看任何部分。</translation>
    </message>
    <message>
        <source>The model&apos;s look was spread over the whole picture.</source>
        <translation>模型的目光分散在整张图片上。</translation>
    </message>
    <message>
        <source>The model looked mostly at the {place} ({share} %).</source>
        <translation>模型主要看了{place}（{share}%）。</translation>
    </message>
    <message>
        <source>The model looked mostly at the {place} ({share} %), then at the {second} ({second_share} %).</source>
        <translation>模型主要看了{place}（{share}%），其次是{second}（{second_share}%）。</translation>
    </message>
    <message>
        <source>The model looked at the {place} more than elsewhere ({share} %).</source>
        <translation>模型看{place}多于其他地方（{share}%）。</translation>
    </message>
    <message>
        <source>The model looked at the {place} more than elsewhere ({share} %), then at the {second} ({second_share} %).</source>
        <translation>模型看{place}多于其他地方（{share}%），其次是{second}（{second_share}%）。</translation>
    </message>
    <message>
        <source>Heat map of sentence {number}: no part stands out.</source>
        <translation>第 {number} 句的热力图：没有突出的部分。</translation>
    </message>
    <message>
        <source>Heat map of sentence {number}: brightest at the {place}.</source>
        <translation>第 {number} 句的热力图：{place}最亮。</translation>
    </message>
    <message>
        <source>Where in the picture the model looked can&apos;t be told: the program does not know how this model divides a picture.</source>
        <translation>无法说明模型看了图片的哪里：本程序不知道这个模型怎样划分图片。</translation>
    </message>
    <message>
        <source>The model was not given the whole picture: {left} % at the left, {right} % at the right, {top} % at the top and {bottom} % at the bottom were cut off.</source>
        <translation>模型得到的不是整张图片：左侧被裁去 {left}%，右侧 {right}%，顶部 {top}%，底部 {bottom}%。</translation>
    </message>
    <message>
        <source>Over the first {words} words, {without} % of the attention goes to the picture without SPARC and {on} % with it.</source>
        <translation>在前 {words} 个词中，未用 SPARC 时有 {without}% 的注意力用于图片，使用时为 {on}%。</translation>
    </message>
    <message>
        <source>Over the first {words} words, {without} % of the attention goes to the picture without SPARC and {on} % with it; over words {first} to {last} it is {late_without} % without SPARC and {late_on} % with it.</source>
        <translation>在前 {words} 个词中，未用 SPARC 时有 {without}% 的注意力用于图片，使用时为 {on}%；到第 {first} 至 {last} 个词，未用 SPARC 时为 {late_without}%，使用时为 {late_on}%。</translation>
    </message>
    <message>
        <source>On average the two hardly differ.</source>
        <translation>平均来看，两者几乎没有差别。</translation>
    </message>
    <message>
        <source>On average it is {points} percentage points more with SPARC.</source>
        <translation>平均来看，使用 SPARC 时多 {points} 个百分点。</translation>
    </message>
    <message>
        <source>On average it is {points} percentage points less with SPARC.</source>
        <translation>平均来看，使用 SPARC 时少 {points} 个百分点。</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>There is no file {path}. Check the name, or choose another file.</source>
        <translation>找不到文件 {path}。请检查文件名，或选择其他文件。</translation>
    </message>
    <message>
        <source>{path} is a folder, not a picture. Choose a file inside it.</source>
        <translation>{path} 是文件夹，不是图片。请选择其中的一个文件。</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be read. Check that you have permission to open it.</source>
        <translation>无法读取文件 {path}。请检查您是否有权打开它。</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe, not a file. Save the picture in a file first.</source>
        <translation>{path} 是设备或管道，不是文件。请先把图片保存为文件。</translation>
    </message>
    <message>
        <source>The file {path} is empty. It may not have been saved completely.</source>
        <translation>文件 {path} 是空的，可能没有完整保存。</translation>
    </message>
    <message>
        <source>The file {path} has {megabytes} megabytes; the limit is {limit}. Save a smaller copy and use that.</source>
        <translation>文件 {path} 有 {megabytes} MB，上限是 {limit} MB。请另存一份较小的副本再使用。</translation>
    </message>
    <message>
        <source>{label} is not a picture that this program can read. Try PNG, JPEG, WebP, GIF, BMP or TIFF.</source>
        <translation>{label} 不是本程序能读取的图片。请使用 PNG、JPEG、WebP、GIF、BMP 或 TIFF 格式。</translation>
    </message>
    <message>
        <source>The picture {label} is damaged or incomplete. Get a fresh copy of it and try again.</source>
        <translation>图片 {label} 已损坏或不完整。请重新获取一份后再试。</translation>
    </message>
    <message>
        <source>The picture {label} is {width} by {height} pixels; the limit is {limit} megapixels. Save a smaller copy and use that.</source>
        <translation>图片 {label} 的尺寸是 {width}×{height} 像素，上限是 {limit} 百万像素。请另存一份较小的副本再使用。</translation>
    </message>
    <message>
        <source>The picture {label} is only {width} by {height} pixels: too small to show anything.</source>
        <translation>图片 {label} 只有 {width}×{height} 像素，太小了，看不出内容。</translation>
    </message>
    <message>
        <source>{label} is of one plain colour: there is nothing in it to describe. Choose another picture.</source>
        <translation>{label}是纯色图片，没有可描述的内容。请选择其他图片。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy a picture or a picture file first.</source>
        <translation>剪贴板上没有图片。请先复制一张图片或一个图片文件。</translation>
    </message>
    <message>
        <source>The screen can&apos;t be captured. {remedy} Pictures in files can be described all the same.</source>
        <translation>无法截取屏幕。{remedy}文件中的图片仍然可以描述。</translation>
    </message>
    <message>
        <source>No window has the keyboard focus, so there is none to describe. Switch to one with Alt+Tab, or describe the whole screen.</source>
        <translation>没有窗口拥有键盘焦点，因此没有可描述的窗口。请用 Alt+Tab 切换到一个窗口，或描述整个屏幕。</translation>
    </message>
    <message>
        <source>Which control has the keyboard focus can&apos;t be found: {label} does not tell it. Describe the whole window instead.</source>
        <translation>无法得知哪个控件拥有键盘焦点：{label} 没有提供此信息。请改为描述整个窗口。</translation>
    </message>
    <message>
        <source>{label} is not there. Choose a number from 1 to {limit}, or describe the whole screen.</source>
        <translation>{label}不存在。请选择 1 到 {limit} 之间的编号，或描述整个屏幕。</translation>
    </message>
    <message>
        <source>The window is minimised, so there is nothing to see of it: {label}. Restore it and try again.</source>
        <translation>窗口已最小化，看不到任何内容：{label}。请还原窗口后重试。</translation>
    </message>
    <message>
        <source>The window in front is this program&apos;s own. Switch to the window that you want described, and try again.</source>
        <translation>最前面的窗口是本程序自己的窗口。请切换到想要描述的窗口，然后重试。</translation>
    </message>
    <message>
        <source>Nothing of it is on the screen: {label}. Move it back, or describe the whole screen.</source>
        <translation>它完全不在屏幕上：{label}。请把它移回屏幕，或描述整个屏幕。</translation>
    </message>
    <message>
        <source>{label} can&apos;t be captured by itself on this desktop. Describe the whole screen instead.</source>
        <translation>在此桌面上无法单独截取{label}。请改为描述整个屏幕。</translation>
    </message>
    <message>
        <source>There is only black to see: {label}. If a screen curtain is on, switch it off and try again.</source>
        <translation>只看到一片黑色：{label}。如果开启了黑屏（屏幕帘），请关闭后重试。</translation>
    </message>
    <message>
        <source>There is only one plain colour to see: {label}. It may still be loading; try again in a moment.</source>
        <translation>只看到一种纯色：{label}。可能仍在加载，请稍后重试。</translation>
    </message>
    <message>
        <source>This program has no permission to see the screen. {remedy} Then describe the screen again.</source>
        <translation>本程序没有查看屏幕的权限。{remedy}然后重新描述屏幕。</translation>
    </message>
    <message>
        <source>The desktop has not answered the request for a picture of the screen. If it asked for your permission, try again and answer there.</source>
        <translation>桌面没有回应截屏请求。如果它询问了您的许可，请重试并在那里作出回答。</translation>
    </message>
    <message>
        <source>The screen could not be captured: {reason}. Try again; if it fails again, restart the program.</source>
        <translation>截取屏幕失败：{reason}。请重试；如果再次失败，请重新启动本程序。</translation>
    </message>
    <message>
        <source>The text in the picture can&apos;t be read. {remedy} Descriptions go on without it.</source>
        <translation>无法读取图片中的文字。{remedy}描述功能不受影响。</translation>
    </message>
    <message>
        <source>There is no model in {path}. Check the name of the folder, or use the built-in model.</source>
        <translation>{path} 中没有模型。请检查文件夹名称，或使用内置模型。</translation>
    </message>
    <message>
        <source>{path} can&apos;t be reached: {reason}. Check the network and the proxy and try again; of a download, what has arrived is kept.</source>
        <translation>无法连接 {path}：{reason}。请检查网络和代理后重试；已下载的部分会保留。</translation>
    </message>
    <message>
        <source>{path} is too busy. Try again in some minutes; of a download, what has arrived is kept.</source>
        <translation>{path} 过于繁忙。请过几分钟再试；已下载的部分会保留。</translation>
    </message>
    <message>
        <source>{path} does not give out the model {label}: {reason}. Check whether you may use it, or choose another model.</source>
        <translation>{path} 拒绝提供模型 {label}：{reason}。请检查您是否有权使用它，或选择其他模型。</translation>
    </message>
    <message>
        <source>{path} does not answer like a Hugging Face hub. Check its address; if this network asks for a log-in on a web page, log in there first.</source>
        <translation>{path} 的回应不像 Hugging Face 模型站。请检查地址；如果当前网络需要在网页上登录，请先登录。</translation>
    </message>
    <message>
        <source>{path} does not accept your access token; it may have expired. Log in again with the command hf auth login, or correct HF_TOKEN.</source>
        <translation>{path} 不接受您的访问令牌，它可能已过期。请用命令 hf auth login 重新登录，或更正 HF_TOKEN。</translation>
    </message>
    <message>
        <source>“{label}” can&apos;t be the name of a model. Names have an owner and a model, such as Qwen/Qwen3-VL-2B-Instruct; the list of models has more.</source>
        <translation>“{label}”不可能是模型的名称。名称由所有者和模型组成，例如 Qwen/Qwen3-VL-2B-Instruct；更多名称见模型列表。</translation>
    </message>
    <message>
        <source>There is no model {label} on {path}, or it is private. Check the name; for a private model, log in with the command hf auth login.</source>
        <translation>{path} 上没有模型 {label}，或者它是私有的。请检查名称；如果是私有模型，请用命令 hf auth login 登录。</translation>
    </message>
    <message>
        <source>The model {label} has no revision {revision}. Check it, or leave it out to get the newest one.</source>
        <translation>模型 {label} 没有版本 {revision}。请检查版本，或不指定版本以获取最新版。</translation>
    </message>
    <message>
        <source>The model {label} is given only to those who have accepted its licence. Accept it on the page {path}, log in with the command hf auth login, and try again.</source>
        <translation>模型 {label} 只提供给已接受其许可协议的用户。请在网页 {path} 上接受协议，用命令 hf auth login 登录，然后重试。</translation>
    </message>
    <message>
        <source>The model {label} has no weights in the safetensors format, and this program reads no other: others can carry program code. Choose another model.</source>
        <translation>模型 {label} 没有 safetensors 格式的权重，而其他格式可能夹带程序代码，本程序不读取。请选择其他模型。</translation>
    </message>
    <message>
        <source>The model {label} can&apos;t be used: {reason}. Nothing but its small files was fetched; choose another model.</source>
        <translation>无法使用模型 {label}：{reason}。只下载了它的小文件；请选择其他模型。</translation>
    </message>
    <message>
        <source>The model {label} needs program code of its own, and this program never runs code from the internet. Choose another model.</source>
        <translation>模型 {label} 需要运行它自带的程序代码，而本程序从不运行来自网络的代码。请选择其他模型。</translation>
    </message>
    <message>
        <source>The model {label} is incomplete on the hub itself: {path} is missing or unusable. Choose another model.</source>
        <translation>模型 {label} 在模型站上就不完整：{path} 缺失或无法使用。请选择其他模型。</translation>
    </message>
    <message>
        <source>The disk has too little room for the model in {path}: {megabytes} megabytes are needed, {free} are free. Free some space and try again; what has arrived is kept.</source>
        <translation>磁盘空间不足，无法在 {path} 中存放模型：需要 {megabytes} 兆字节，可用 {free} 兆字节。请腾出一些空间后重试；已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Models can&apos;t be kept in {path}: {reason}. Check that you may write there; HF_HUB_CACHE can name another folder.</source>
        <translation>无法在 {path} 中存放模型：{reason}。请检查您是否有权写入；也可以用 HF_HUB_CACHE 指定其他文件夹。</translation>
    </message>
    <message>
        <source>The file {label} has arrived damaged and was deleted. Try again; if it happens once more, try another network or hub.</source>
        <translation>下载的文件 {label} 已损坏，并已删除。请重试；如果再次发生，请换一个网络或模型站。</translation>
    </message>
    <message>
        <source>The model {label} is being downloaded or removed just now. Wait for that to end, or cancel it first.</source>
        <translation>模型 {label} 正在下载或删除。请等待其完成，或先将其取消。</translation>
    </message>
    <message>
        <source>The model {label} could not be removed completely; some of it is still in {path}. End the programs that use it and try again, or delete that folder.</source>
        <translation>模型 {label} 未能完全删除，部分内容仍在 {path} 中。请结束正在使用它的程序后重试，或自行删除该文件夹。</translation>
    </message>
    <message>
        <source>The model {label} can only describe pictures; it can&apos;t answer questions. Choose a larger model in the settings to ask about a picture.</source>
        <translation>模型 {label} 只会描述图片，不会回答问题。要就图片提问，请在设置中选择更大的模型。</translation>
    </message>
    <message>
        <source>The model {label} can only describe pictures in its own way; it can&apos;t follow a prompt. Describe without a prompt of your own, or choose a larger model in the settings.</source>
        <translation>模型 {label} 只能按自己的方式描述图片，不能遵循提示词。请不使用自定义提示词来描述，或在设置中选择更大的模型。</translation>
    </message>
    <message>
        <source>There is no sound device, so nothing can be spoken. Connect one; the text is complete on the screen.</source>
        <translation>没有声音设备，因此无法朗读。请连接一个；屏幕上的文字是完整的。</translation>
    </message>
    <message>
        <source>The sound file {path} can&apos;t be written. Choose a folder that exists and where you may write.</source>
        <translation>无法写入音频文件 {path}。请选择一个存在且您有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>{path} is there already and is not a sound file, so it is left as it is. Choose another name.</source>
        <translation>{path} 已经存在，且不是音频文件，因此保持原样。请另取一个名称。</translation>
    </message>
    <message>
        <source>The text can&apos;t be written: {reason}. Send it somewhere else.</source>
        <translation>无法写出文字：{reason}。请输出到别处。</translation>
    </message>
    <message>
        <source>The window can&apos;t be shown, because no display can be reached. Start the program from a desktop, or use the command line: sparc-desktop describe.</source>
        <translation>无法显示窗口，因为连接不到显示器。请在桌面环境中启动程序，或使用命令行：sparc-desktop describe。</translation>
    </message>
    <message>
        <source>The method {label} can&apos;t be used: {reason}. Choose another method or other settings.</source>
        <translation>无法使用方法 {label}：{reason}。请选择其他方法或其他设置。</translation>
    </message>
    <message>
        <source>{path} holds captions of another task: {reason} is different. Choose another file, or the task that it was begun with.</source>
        <translation>{path} 保存的是另一项任务的描述：{reason} 不同。请选择其他文件，或使用开始时的任务。</translation>
    </message>
    <message>
        <source>{path} is no file of captions that this program has written, or it is damaged in line {line}. Choose another file.</source>
        <translation>{path} 不是本程序写的描述文件，或者在第 {line} 行已损坏。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} is needed and is not there. Put the data set there as it is published, or name its folder.</source>
        <translation>需要 {path}，但它不存在。请把数据集按发布时的样子放在那里，或指明它所在的文件夹。</translation>
    </message>
    <message>
        <source>{path} is not as the data set is published: {reason}. Get a fresh copy of it.</source>
        <translation>{path} 与数据集发布时的格式不符：{reason}。请重新获取一份。</translation>
    </message>
    <message>
        <source>{path} is larger than the {limit} megabytes that this program reads of such a file.</source>
        <translation>{path} 超过了本程序对这类文件读取的上限 {limit} MB。</translation>
    </message>
    <message>
        <source>To read {path} the Python package {label} is needed. Install it: pip install {label}.</source>
        <translation>读取 {path} 需要 Python 包 {label}。请安装：pip install {label}。</translation>
    </message>
    <message>
        <source>The judge at {label} gives no answer: {reason}. What it has said so far is kept; try again later.</source>
        <translation>位于 {label} 的评判模型没有回答：{reason}。它已给出的评分会保留；请稍后再试。</translation>
    </message>
    <message>
        <source>The page {path} can&apos;t be written. Choose a folder that exists and where you may write.</source>
        <translation>无法写入网页 {path}。请选择一个已存在且您有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>{path} is there already and is not a web page, so it is left as it is. Choose another name.</source>
        <translation>{path} 已存在且不是网页，因此保持原样。请换一个名称。</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be written. Choose a folder that exists and where you may write.</source>
        <translation>无法写入文件 {path}。请选择一个存在且您有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>{label} is of a kind that can&apos;t hold alt text here; JPEG, PNG, WebP and TIFF can. Save the picture as one of these, or save the description as text.</source>
        <translation>{label} 的格式在这里不能保存替代文字；JPEG、PNG、WebP 和 TIFF 可以。请将图片存为其中一种格式，或将描述保存为文本。</translation>
    </message>
    <message>
        <source>The metadata of {label} is damaged or unusual, and some of it might be lost, so no alt text was put in. Save the description as text instead.</source>
        <translation>{label} 的元数据已损坏或不寻常，写入可能会丢失其中的内容，因此没有加入替代文字。请改为将描述保存为文本。</translation>
    </message>
    <message>
        <source>The metadata of {label} has no room left for the alt text: in JPEG it ends at 64 kilobytes. Save the description as text instead.</source>
        <translation>{label} 的元数据已没有空间容纳替代文字：JPEG 的上限为 64 KB。请改为将描述保存为文本。</translation>
    </message>
    <message>
        <source>The settings in {path} can&apos;t be used: {reason}. Nothing was changed; choose another file.</source>
        <translation>无法使用 {path} 中的设置：{reason}。没有任何改动；请选择其他文件。</translation>
    </message>
    <message>
        <source>The settings can&apos;t be written to {path}: {reason}. Choose another folder or name.</source>
        <translation>设置无法写入 {path}：{reason}。请选择其他文件夹或名称。</translation>
    </message>
    <message>
        <source>The settings can&apos;t be saved in {path}: {reason}. What you change holds until the program ends. Make room on the disk, or see who may write there.</source>
        <translation>设置无法保存到 {path}：{reason}。您的更改在退出程序之前有效。请腾出磁盘空间，或检查那里的写入权限。</translation>
    </message>
    <message>
        <source>The history file could not be read, so an empty history begins. Your old file was kept as {kept}.</source>
        <translation>无法读取历史记录文件，因此从空的历史记录重新开始。原来的文件已保留为 {kept}。</translation>
    </message>
    <message>
        <source>Another program is using the history {path} just now. Try again in a moment.</source>
        <translation>另一个程序正在使用历史记录 {path}。请稍后再试。</translation>
    </message>
    <message>
        <source>The history {path} can&apos;t be written, because the disk is full. Free some space and try again.</source>
        <translation>磁盘已满，无法写入历史记录 {path}。请腾出一些空间后重试。</translation>
    </message>
    <message>
        <source>The history {path} can&apos;t be opened or written. Check that you may write to this file and its folder.</source>
        <translation>无法打开或写入历史记录 {path}。请检查您是否有权写入该文件及其所在的文件夹。</translation>
    </message>
    <message>
        <source>This description is no longer in the history. Search again to see what is there.</source>
        <translation>历史记录中已经没有这条描述。请重新搜索，查看现有的内容。</translation>
    </message>
    <message>
        <source>{keys} can&apos;t be a hotkey: {reason}. Choose another key in the settings.</source>
        <translation>{keys} 不能作为快捷键：{reason}。请在设置中另选一个键。</translation>
    </message>
    <message>
        <source>The key {keys} is set for two things: {first}, and {second}. Until you choose another key for one, only the first has it.</source>
        <translation>按键 {keys} 设给了两件事：{first}，以及{second}。在您为其中一件另选一个键之前，只有前者使用它。</translation>
    </message>
    <message>
        <source>The hotkey {keys} is needed for something else: {owner}. Choose another key in the settings.</source>
        <translation>快捷键 {keys} 另有用途：{owner}。请在设置中另选一个键。</translation>
    </message>
    <message>
        <source>The hotkey {keys} does not work, because another program has taken it. Choose another key in the settings, or end that program and start this one again.</source>
        <translation>快捷键 {keys} 不起作用，因为它已被另一个程序占用。请在设置中另选一个键，或者结束那个程序后重新启动本程序。</translation>
    </message>
    <message>
        <source>Hotkeys can&apos;t be used here. {remedy} All else works.</source>
        <translation>这里无法使用快捷键。{remedy}其他功能不受影响。</translation>
    </message>
    <message>
        <source>The program is not running and can&apos;t be started: {reason}. Start it from the desktop.</source>
        <translation>程序没有运行，也无法启动：{reason}。请从桌面启动它。</translation>
    </message>
    <message>
        <source>The program is running but does not answer. Try again in a moment, or end and restart it.</source>
        <translation>程序正在运行，但没有响应。请稍后再试，或者结束并重新启动它。</translation>
    </message>
    <message>
        <source>The program crashed on {when}. Nothing about it was sent anywhere. To report it, choose Copy a Report for the Developers in the Help menu.</source>
        <translation>程序在 {when} 崩溃了。没有向任何地方发送任何内容。要报告此问题，请在“帮助”菜单中选择“复制给开发者的报告”。</translation>
    </message>
    <message>
        <source>The program that was started on {when} did not come to a proper end: it crashed, was killed, or the computer was switched off. Nothing about it was sent anywhere. To report it, choose Copy a Report for the Developers in the Help menu.</source>
        <translation>在 {when} 启动的程序没有正常结束：它可能崩溃了，被强制终止了，或者电脑断电了。没有向任何地方发送任何内容。要报告此问题，请在“帮助”菜单中选择“复制给开发者的报告”。</translation>
    </message>
    <message>
        <source>A defect of the program: what you just did may not have worked. The program goes on. To report it, choose Copy a Report for the Developers in the Help menu.</source>
        <translation>程序内部出错：您刚才的操作可能没有成功。程序会继续运行。要报告此问题，请在“帮助”菜单中选择“复制给开发者的报告”。</translation>
    </message>
    <message>
        <source>The model in {path} can&apos;t be used: {reason}. Choose another model folder.</source>
        <translation>无法使用 {path} 中的模型：{reason}。请选择其他模型文件夹。</translation>
    </message>
    <message>
        <source>{label} is unlike the pictures that the built-in model knows. It can only describe simple drawings of objects, and screens with few and large controls, so it does not guess. Photographs and other screens need a larger model.</source>
        <translation>{label}与内置模型所认识的图片不同。它只能描述物体的简单图画，以及控件少而大的屏幕，因此不作猜测。照片和其他屏幕需要更大的模型。</translation>
    </message>
    <message>
        <source>Not described: the built-in model knows only simple drawings and simple screens.</source>
        <translation>未描述：内置模型只认识简单的图画和简单的屏幕。</translation>
    </message>
    <message>
        <source>The picture {label} is not at hand: of many pictures the oldest are let go, and the history keeps pictures only if you choose so. Open or capture it again.</source>
        <translation>手头没有图片 {label}：图片太多时会放掉最早的，历史记录也只在您选择时才保存图片。请重新打开或截取它。</translation>
    </message>
    <message>
        <source>What the model {label} looks at can&apos;t be measured, because SPARC does not go together with it. Choose another model folder.</source>
        <translation>无法测量模型 {label} 看了哪里，因为 SPARC 不能与它配合使用。请选择其他模型文件夹。</translation>
    </message>
    <message>
        <source>The model {label} is not installed, or its download is not finished. Get it, or check its name in the list of models.</source>
        <translation>模型 {label} 没有安装，或者没有下载完。请获取它，或在模型列表中核对名称。</translation>
    </message>
    <message>
        <source>There was not enough memory for this picture. Close other programs, or choose a smaller model.</source>
        <translation>内存不足，无法处理这张图片。请关闭其他程序，或选择较小的模型。</translation>
    </message>
    <message>
        <source>A defect of this program or of the model has kept the description from being written: {reason}.</source>
        <translation>由于程序或模型内部出错，未能生成描述：{reason}。</translation>
    </message>
    <message>
        <source>The description engine stopped unexpectedly and is being started again. Please try once more.</source>
        <translation>描述引擎意外停止，正在重新启动。请再试一次。</translation>
    </message>
    <message>
        <source>The description engine has stopped {restarts} times within a minute. Restart the program; if it happens again, choose a smaller model.</source>
        <translation>描述引擎在一分钟内停止了 {restarts} 次。请重新启动程序；如果仍然出现，请选择较小的模型。</translation>
    </message>
    <message>
        <source>No voice is installed, so nothing can be spoken. {remedy} The text is complete on the screen.</source>
        <translation>没有安装语音，因此无法朗读。{remedy}屏幕上有完整的文字。</translation>
    </message>
    <message>
        <source>The voice has failed: {reason}. The text is complete on the screen.</source>
        <translation>语音出现故障：{reason}。屏幕上有完整的文字。</translation>
    </message>
    <message>
        <source>On this desktop a part of the screen can&apos;t be chosen with keys from other programs. Open this program&apos;s window and choose it there, in the File menu.</source>
        <translation>在此桌面上，不能从其他程序中用按键选择屏幕区域。请打开本程序的窗口，在“文件”菜单中选择。</translation>
    </message>
    <message>
        <source>No part of the screen has been described yet. Choose one first: describe a part of the screen.</source>
        <translation>还没有描述过屏幕区域。请先选择一个：描述屏幕的一部分。</translation>
    </message>
    <message>
        <source>{path} is there already, so it is left as it is. Rename it or move it away first.</source>
        <translation>{path} 已经存在，因此保持原样。请先重命名或移走它。</translation>
    </message>
    <message>
        <source>The settings file could not be read, so the defaults are used. Your old file was kept as {kept}.</source>
        <translation>无法读取设置文件，因此使用默认设置。您的旧文件已保留为 {kept}。</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>文件名(&amp;N)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps skipped. You find them in the Help menu.</source>
        <translation>已跳过初次使用向导。您可以在“帮助”菜单中找到它。</translation>
    </message>
    <message>
        <source>First steps done.</source>
        <translation>初次使用向导已完成。</translation>
    </message>
    <message>
        <source>Descriptions are shown, and not read aloud.</source>
        <translation>描述只显示，不朗读。</translation>
    </message>
    <message>
        <source>Descriptions are read to you like this.</source>
        <translation>描述将这样读给您听。</translation>
    </message>
    <message>
        <source>The key was heard. Now press H.</source>
        <translation>已收到这个键。现在请按 H。</translation>
    </message>
    <message>
        <source>That was no letter. Press the key again, then H.</source>
        <translation>没有收到有效的字母。请再按一次引导键，然后按 H。</translation>
    </message>
    <message>
        <source>That works. Enter goes on.</source>
        <translation>成功了。按回车键继续。</translation>
    </message>
    <message>
        <source>The picture will be described as soon as the model is loaded.</source>
        <translation>模型加载完成后就会描述这张图片。</translation>
    </message>
    <message>
        <source>Describing…</source>
        <translation>正在描述…</translation>
    </message>
    <message>
        <source>That was the description.</source>
        <translation>描述完毕。</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}.</source>
        <translation>第 {number} 步，共 {count} 步：{title}。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>由谁朗读</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>A first description</source>
        <translation>第一次描述</translation>
    </message>
    <message>
        <source>What else there is</source>
        <translation>其他功能</translation>
    </message>
    <message>
        <source>SPARC Desktop describes the screen and pictures aloud.</source>
        <translation>SPARC Desktop 用语音描述屏幕和图片。</translation>
    </message>
    <message>
        <source>It works on this computer alone: no picture and no description leaves it.</source>
        <translation>它只在这台电脑上运行：图片和描述都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Nothing is kept, either, unless you choose so.</source>
        <translation>除非您选择保存，否则什么也不会保留。</translation>
    </message>
    <message>
        <source>Up and Down choose the language: English or 简体中文.</source>
        <translation>用上下方向键选择语言：English 或简体中文。</translation>
    </message>
    <message>
        <source>Enter goes on, Tab walks through the window, Escape skips these steps.</source>
        <translation>按回车键继续，按 Tab 键在窗口中移动，按 Escape跳过这些步骤。</translation>
    </message>
    <message>
        <source>Your screen reader speaks, or else, where none is running, the program&apos;s own voice.</source>
        <translation>由您的屏幕阅读器朗读；没有运行屏幕阅读器时，由程序自带的语音朗读。</translation>
    </message>
    <message>
        <source>Up and Down choose who speaks, and you hear it at once. Enter goes on.</source>
        <translation>用上下方向键选择由谁朗读，您会立即听到效果。按回车键继续。</translation>
    </message>
    <message>
        <source>Tab leads to Slower and Faster, for the own voice; a screen reader keeps its rate.</source>
        <translation>按 Tab 键可到“减慢语速”和“加快语速”按钮，它们调整自带语音；屏幕阅读器的语速不变。</translation>
    </message>
    <message>
        <source>One key is heard in every program, the leader key: {leader}.</source>
        <translation>有一个键在所有程序中都有效，即引导键：{leader}。</translation>
    </message>
    <message>
        <source>Press it, let go, then press a letter.</source>
        <translation>按下它，松开，再按一个字母。</translation>
    </message>
    <message>
        <source>Try it now: {leader}, then H, and you hear all letters.</source>
        <translation>现在试一试：先按 {leader}，再按 H，您会听到所有字母。</translation>
    </message>
    <message>
        <source>Enter goes on, whether you have tried or not. The settings can change all keys.</source>
        <translation>无论是否试过，按回车键都可以继续。所有按键都可以在设置中更改。</translation>
    </message>
    <message>
        <source>{letter} describes the window that you are in.</source>
        <translation>{letter} 描述您当前所在的窗口。</translation>
    </message>
    <message>
        <source>{letter} describes the whole screen.</source>
        <translation>{letter} 描述整个屏幕。</translation>
    </message>
    <message>
        <source>{letter} stops.</source>
        <translation>{letter} 停止。</translation>
    </message>
    <message>
        <source>The program could take no key that is heard in every program.</source>
        <translation>程序无法取得在所有程序中都有效的按键。</translation>
    </message>
    <message>
        <source>Your desktop can: in its keyboard settings, bind a key to this command.</source>
        <translation>您的桌面可以做到：请在桌面的键盘设置中，为下面的命令绑定一个按键。</translation>
    </message>
    <message>
        <source>The manual has the commands for all that can be done. Enter goes on.</source>
        <translation>手册中列出了所有操作的命令。按回车键继续。</translation>
    </message>
    <message>
        <source>Hear the description of a small picture that comes with the program.</source>
        <translation>请听程序自带的一张小图片的描述。</translation>
    </message>
    <message>
        <source>Press Enter to begin. The first time takes longer: the model is being loaded.</source>
        <translation>按回车键开始。第一次需要的时间较长，因为要加载模型。</translation>
    </message>
    <message>
        <source>A description can be wrong. Don&apos;t rely on it where something depends on it.</source>
        <translation>描述可能有误。遇到重要的事情，请不要只依靠它。</translation>
    </message>
    <message>
        <source>Tab, then Enter, goes on.</source>
        <translation>先按 Tab 键，再按回车键继续。</translation>
    </message>
    <message>
        <source>The history is on: descriptions are kept on this computer.</source>
        <translation>历史记录已开启：描述会保存在这台电脑上。</translation>
    </message>
    <message>
        <source>The history is off: what was described is forgotten when the program ends.</source>
        <translation>历史记录已关闭：程序结束后，描述过的内容就会被忘记。</translation>
    </message>
    <message>
        <source>{keys} opens the settings, where you change that and all else.</source>
        <translation>按 {keys} 打开设置，可以更改这一项和其他所有选项。</translation>
    </message>
    <message>
        <source>F1, wherever you are, says what can be done there.</source>
        <translation>无论在哪里，按 F1 键都会告诉您可以做什么。</translation>
    </message>
    <message>
        <source>The Help menu has the manual, all keys, and these steps once more.</source>
        <translation>“帮助”菜单中有手册、所有按键，也可以再次打开这些步骤。</translation>
    </message>
    <message>
        <source>Enter ends the first steps.</source>
        <translation>按回车键结束初次使用向导。</translation>
    </message>
</context>
<context>
    <name>FirstStepsDialog</name>
    <message>
        <source>Fi&amp;nish</source>
        <translation>完成(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>First Steps</source>
        <translation>初次使用向导</translation>
    </message>
    <message>
        <source>Lan&amp;guage:</source>
        <translation>语言(&amp;G)：</translation>
    </message>
    <message>
        <source>Speak &amp;with:</source>
        <translation>朗读方式(&amp;W)：</translation>
    </message>
    <message>
        <source>Slowe&amp;r</source>
        <translation>减慢语速(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快语速(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Describe the Picture</source>
        <translation>描述图片(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Mode&amp;ls…</source>
        <translation>模型(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Tab: the next field. Escape: close this window.</source>
        <translation>Tab：下一项。Escape：关闭此窗口。</translation>
    </message>
    <message>
        <source>Tab: the next part of the window. Alt, or F10: the menus, with all the rest.</source>
        <translation>Tab：窗口的下一部分。Alt 或 F10：菜单，其中有其他所有功能。</translation>
    </message>
    <message>
        <source>You are here: {name}, in the window {window}.</source>
        <translation>您在这里：{name}，窗口“{window}”。</translation>
    </message>
    <message>
        <source>You are in the window {window}.</source>
        <translation>您在窗口“{window}”中。</translation>
    </message>
    <message>
        <source>The description, one sentence a line. Up and Down: walk. Enter: read aloud from here. Ctrl+C: copy the sentence.</source>
        <translation>描述，每行一句。上下方向键：移动。回车键：从这里开始朗读。Ctrl+C：复制这一句。</translation>
    </message>
    <message>
        <source>Write a question about the picture. Enter: send it.</source>
        <translation>请写一个关于图片的问题。回车键：发送。</translation>
    </message>
    <message>
        <source>The picture. Its text is the description.</source>
        <translation>图片。它的替代文字就是描述。</translation>
    </message>
    <message>
        <source>All pictures that you have opened, each with its description. Up and Down: go to another one.</source>
        <translation>您打开过的所有图片，各有自己的描述。上下方向键：转到另一张。</translation>
    </message>
    <message>
        <source>What is done most often. The menus have all the rest.</source>
        <translation>最常用的操作。其他功能都在菜单中。</translation>
    </message>
    <message>
        <source>A button. Space or Enter: press it.</source>
        <translation>按钮。空格键或回车键：按下。</translation>
    </message>
    <message>
        <source>A switch. Space: on or off.</source>
        <translation>开关。空格键：打开或关闭。</translation>
    </message>
    <message>
        <source>A choice. Up and Down: choose. Alt+Down: show all of them.</source>
        <translation>选项。上下方向键：选择。Alt+下方向键：显示全部选项。</translation>
    </message>
    <message>
        <source>A list. Up and Down: walk. A letter: go to what begins with it.</source>
        <translation>列表。上下方向键：移动。按字母：跳到以它开头的一项。</translation>
    </message>
    <message>
        <source>A field to write in.</source>
        <translation>输入框。</translation>
    </message>
    <message>
        <source>A text to read, with a caret. Arrows: line by line. Ctrl+A, Ctrl+C: copy it.</source>
        <translation>可用光标阅读的文本。方向键：逐行阅读。Ctrl+A，Ctrl+C：复制全文。</translation>
    </message>
    <message>
        <source>A field to write in, of several lines. Tab: leave it.</source>
        <translation>多行输入框。Tab：离开。</translation>
    </message>
    <message>
        <source>A number. Up and Down: change it, or write another one.</source>
        <translation>数字。上下方向键：改变数值，也可以直接输入。</translation>
    </message>
    <message>
        <source>A menu. Up and Down: walk. Enter: do it. Escape: leave the menu.</source>
        <translation>菜单。上下方向键：移动。回车键：执行。Escape：离开菜单。</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>This is the help itself. Up and Down: line by line.</source>
        <translation>这就是帮助。上下方向键：逐行阅读。</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>此处可做什么</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手册(&amp;M)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>{label}, {date}. {beginning}</source>
        <translation>{label}，{date}。{beginning}</translation>
    </message>
    <message>
        <source>The history is switched off: new descriptions are not kept.</source>
        <translation>历史记录已关闭：新的描述不会保留。</translation>
    </message>
    <message>
        <source>From now on descriptions are kept on this computer.</source>
        <translation>从现在起，描述会保留在这台电脑上。</translation>
    </message>
    <message>
        <source>From now on descriptions are not kept.</source>
        <translation>从现在起，不再保留描述。</translation>
    </message>
    <message>
        <source>There is nothing to bring back.</source>
        <translation>没有可以恢复的描述。</translation>
    </message>
    <message>
        <source>Brought back: {label}.</source>
        <translation>已恢复：{label}。</translation>
    </message>
    <message>
        <source>All descriptions were deleted.</source>
        <translation>所有描述都已删除。</translation>
    </message>
    <message>
        <source>Descriptions exported to {name}: {count}.</source>
        <translation>已导出到 {name} 的描述：{count} 条。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>No description is chosen.</source>
        <translation>没有选择任何描述。</translation>
    </message>
    <message>
        <source>The history is empty.</source>
        <translation>历史记录是空的。</translation>
    </message>
    <message>
        <source>Descriptions in the history: {count}.</source>
        <translation>历史记录中的描述：{count} 条。</translation>
    </message>
    <message>
        <source>No description found.</source>
        <translation>没有找到描述。</translation>
    </message>
    <message>
        <source>1 description found.</source>
        <translation>找到 1 条描述。</translation>
    </message>
    <message>
        <source>{count} descriptions found.</source>
        <translation>找到 {count} 条描述。</translation>
    </message>
    <message>
        <source>Deleted: {label}. Ctrl+Z in the list brings it back.</source>
        <translation>已删除：{label}。在列表中按 Ctrl+Z 可以恢复。</translation>
    </message>
    <message>
        <source>Delete all descriptions in the history, not only those found, with their pictures? Descriptions: {count}. They can&apos;t be brought back.</source>
        <translation>要删除历史记录中的所有描述及其图片吗？不仅是搜索到的。共有 {count} 条，删除后无法恢复。</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>{day} {month} {year}, {time}</source>
        <translation>{year}年{month}{day}日 {time}</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>Descriptions of pictures</source>
        <translation>图片的描述</translation>
    </message>
    <message>
        <source>Picture: {label}</source>
        <translation>图片：{label}</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>What was described. Enter: open this one. Delete: delete it. Ctrl+Z: bring it back.</source>
        <translation>已保存的描述。回车键：打开这一条。Delete：删除它。Ctrl+Z：恢复它。</translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>描述</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>Delete All</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>&amp;Delete All</source>
        <translation>全部删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep Them</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>The history is switched off: new descriptions are not kept.</source>
        <translation>历史记录已关闭：新的描述不会保留。</translation>
    </message>
    <message>
        <source>S&amp;witch the History On</source>
        <translation>打开历史记录(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>搜索(&amp;S)：</translation>
    </message>
    <message>
        <source>Descriptio&amp;ns:</source>
        <translation>描述(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Undo Delete</source>
        <translation>撤销删除(&amp;U)</translation>
    </message>
    <message>
        <source>Delete &amp;All…</source>
        <translation>全部删除(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Export the Whole History</source>
        <translation>导出全部历史记录</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Data for other programs</source>
        <translation>供其他程序使用的数据</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>In the keyboard settings of your desktop, bind a key to the command: sparc-desktop trigger describe-window.</source>
        <translation>请在桌面的键盘设置中，为这个命令指定一个键：sparc-desktop trigger describe-window。</translation>
    </message>
    <message>
        <source>this keyboard has no such key</source>
        <translation>这个键盘上没有该键</translation>
    </message>
    <message>
        <source>one key is needed, such as Ctrl+Shift+F11</source>
        <translation>需要一个按键，例如 Ctrl+Shift+F11</translation>
    </message>
    <message>
        <source>{name} is not a key to be held; take Ctrl, Alt, Shift or Super</source>
        <translation>{name} 不是可以按住的键；请用 Ctrl、Alt、Shift 或 Super</translation>
    </message>
    <message>
        <source>a key to be held is named twice</source>
        <translation>同一个按住的键写了两次</translation>
    </message>
    <message>
        <source>it holds keys but presses none; add one, such as F11</source>
        <translation>只有按住的键，没有要按下的键；请加上一个，例如 F11</translation>
    </message>
    <message>
        <source>there is no key named {name}</source>
        <translation>没有名为 {name} 的键</translation>
    </message>
    <message>
        <source>screen readers (Orca, NVDA, JAWS, Narrator)</source>
        <translation>屏幕阅读器（Orca、NVDA、JAWS、讲述人）</translation>
    </message>
    <message>
        <source>Insert, Caps Lock or Scroll Lock, with any other key</source>
        <translation>Insert、Caps Lock 或 Scroll Lock 加任意键</translation>
    </message>
    <message>
        <source>Orca</source>
        <translation>Orca 屏幕阅读器</translation>
    </message>
    <message>
        <source>Alt+Shift with a letter or an arrow; Alt+Super+S</source>
        <translation>Alt+Shift 加字母或方向键；Alt+Super+S</translation>
    </message>
    <message>
        <source>Be My Eyes</source>
        <translation>Be My Eyes 应用</translation>
    </message>
    <message>
        <source>Ctrl+Alt+H</source>
        <translation>Ctrl+Alt+H 组合键</translation>
    </message>
    <message>
        <source>VoiceOver, and AltGr for typing letters</source>
        <translation>VoiceOver，以及用 AltGr 输入字母</translation>
    </message>
    <message>
        <source>Ctrl+Alt (Ctrl+Option on a Mac), with any other key</source>
        <translation>Ctrl+Alt（Mac 上为 Ctrl+Option）加任意键</translation>
    </message>
    <message>
        <source>VoiceOver and Narrator</source>
        <translation>VoiceOver 和讲述人</translation>
    </message>
    <message>
        <source>Super+F5 and Ctrl+Super+Enter</source>
        <translation>Super+F5 和 Ctrl+Super+Enter</translation>
    </message>
    <message>
        <source>the desktop</source>
        <translation>桌面环境</translation>
    </message>
    <message>
        <source>Super with a letter or a digit; keys that switch windows, languages and screens</source>
        <translation>Super 加字母或数字；切换窗口、语言和屏幕的按键</translation>
    </message>
    <message>
        <source>the keys of the layer itself</source>
        <translation>引导键之后固定的按键</translation>
    </message>
    <message>
        <source>the leader key</source>
        <translation>引导键</translation>
    </message>
    <message>
        <source>typing and moving in every program</source>
        <translation>在所有程序中输入文字和移动光标</translation>
    </message>
    <message>
        <source>there is no action of that name</source>
        <translation>没有这个名称的操作</translation>
    </message>
    <message>
        <source>after the leader key a key stands alone, without Ctrl, Alt, Shift or Super</source>
        <translation>引导键之后的按键单独使用，不加 Ctrl、Alt、Shift 或 Super</translation>
    </message>
    <message>
        <source>Escape: nothing.</source>
        <translation>Escape：取消。</translation>
    </message>
    <message>
        <source>The display can&apos;t be reached.</source>
        <translation>无法连接显示器。</translation>
    </message>
    <message>
        <source>1 to 9: that ninth, as on a number pad. An arrow: move. Alt and an arrow: that half. Shift and an arrow: larger. Ctrl and an arrow: smaller. Backspace: undo. 0: the last region. M: the next monitor. Space: where it is. Enter: describe it. Escape: nothing.</source>
        <translation>1 到 9：按数字小键盘的位置取九分之一。方向键：移动。Alt 加方向键：取那一半。Shift 加方向键：扩大。Ctrl 加方向键：缩小。退格键：撤销。0：上一次的区域。M：下一个显示器。空格键：报告位置。回车键：描述。Escape：取消。</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{name}: {key}</source>
        <translation>{name}：{key}</translation>
    </message>
    <message>
        <source>A key. Press the button, then the new key. Escape gives up, Backspace leaves it empty.</source>
        <translation>一个按键。先按下此按钮，再按新的按键。Escape 放弃，退格键留空。</translation>
    </message>
    <message>
        <source>This key can&apos;t be used. Press another one.</source>
        <translation>不能使用这个键。请按其他键。</translation>
    </message>
    <message>
        <source>Press the new key…</source>
        <translation>请按新的按键…</translation>
    </message>
    <message>
        <source>Press the new key. Escape gives up, Backspace leaves it empty.</source>
        <translation>请按新的按键。按 Escape 放弃，按退格键留空。</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>未更改。</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Plus</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>减号</translation>
    </message>
    <message>
        <source>Equals</source>
        <translation>等号</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左方向键</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>No key found. Try another word.</source>
        <translation>没有找到按键。请换一个词。</translation>
    </message>
    <message>
        <source>Keys: {number}</source>
        <translation>按键：{number} 项</translation>
    </message>
    <message>
        <source>Up, Down, in the description: the previous or the next sentence</source>
        <translation>上下方向键，在描述中：上一句或下一句</translation>
    </message>
    <message>
        <source>Enter, in the description: read aloud from this sentence on</source>
        <translation>回车键，在描述中：从这一句开始朗读</translation>
    </message>
    <message>
        <source>Ctrl+C, in the description: copy this sentence</source>
        <translation>Ctrl+C，在描述中：复制这一句</translation>
    </message>
    <message>
        <source>Enter, in the question: send it</source>
        <translation>回车键，在问题中：发送</translation>
    </message>
    <message>
        <source>Enter, in the history: open this description</source>
        <translation>回车键，在历史记录中：打开这条描述</translation>
    </message>
    <message>
        <source>Delete, in the history: delete this description</source>
        <translation>Delete，在历史记录中：删除这条描述</translation>
    </message>
    <message>
        <source>Ctrl+Z, in the history: bring the deleted one back</source>
        <translation>Ctrl+Z，在历史记录中：恢复删除的描述</translation>
    </message>
    <message>
        <source>Enter, in the models: use this one, after getting it</source>
        <translation>回车键，在模型列表中：使用此模型，需要时先下载</translation>
    </message>
    <message>
        <source>Delete, in the models: remove this one</source>
        <translation>Delete，在模型列表中：删除此模型</translation>
    </message>
    <message>
        <source>Ctrl+Tab, Ctrl+Page Down, in the settings: the next page</source>
        <translation>Ctrl+Tab、Ctrl+Page Down，在设置中：下一页</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Tab, Ctrl+Page Up, in the settings: the page before</source>
        <translation>Ctrl+Shift+Tab、Ctrl+Page Up，在设置中：上一页</translation>
    </message>
    <message>
        <source>Enter, on a key in the settings: set another one by pressing it</source>
        <translation>回车键，在设置中的按键上：然后按下新的按键来更改</translation>
    </message>
    <message>
        <source>Enter, in your own prompts: edit this one</source>
        <translation>回车键，在自定义提示词中：编辑这一个</translation>
    </message>
    <message>
        <source>Delete, in your own prompts: remove this one</source>
        <translation>Delete，在自定义提示词中：删除这一个</translation>
    </message>
    <message>
        <source>{leader}, then {letter}, in any program: {deed}</source>
        <translation>{leader}，然后 {letter}，在任何程序中：{deed}</translation>
    </message>
    <message>
        <source>{leader}, then H: hear these letters</source>
        <translation>{leader}，然后 H：听取这些字母</translation>
    </message>
    <message>
        <source>{keys}, in any program: {deed}</source>
        <translation>{keys}，在任何程序中：{deed}</translation>
    </message>
    <message>
        <source>{keys}, while a part of the screen is chosen: {deed}</source>
        <translation>{keys}，选择屏幕区域时：{deed}</translation>
    </message>
    <message>
        <source>zoom into that ninth, as on a number pad</source>
        <translation>按数字小键盘的位置放大到九分之一</translation>
    </message>
    <message>
        <source>An arrow</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>move by a quarter</source>
        <translation>移动四分之一</translation>
    </message>
    <message>
        <source>Alt and an arrow</source>
        <translation>Alt 加方向键</translation>
    </message>
    <message>
        <source>take that half</source>
        <translation>取那一半</translation>
    </message>
    <message>
        <source>Shift and an arrow</source>
        <translation>Shift 加方向键</translation>
    </message>
    <message>
        <source>larger on that side</source>
        <translation>向那一边扩大</translation>
    </message>
    <message>
        <source>Ctrl and an arrow</source>
        <translation>Ctrl 加方向键</translation>
    </message>
    <message>
        <source>smaller, towards that side</source>
        <translation>向那一边缩小</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格键</translation>
    </message>
    <message>
        <source>undo the last step</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>the part that was described last</source>
        <translation>上一次描述的区域</translation>
    </message>
    <message>
        <source>the next monitor</source>
        <translation>下一个显示器</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>hear where it is</source>
        <translation>听取当前位置</translation>
    </message>
    <message>
        <source>hear these keys</source>
        <translation>听取这些按键</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>describe it</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>KeyboardWindow</name>
    <message>
        <source>All keys of the program. Write what you look for, or a key; Tab leads to the list.</source>
        <translation>程序的所有按键。请输入要找的内容或按键；按 Tab 转到列表。</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>搜索(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>按键(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>en</source>
        <extracomment>The code of this translation&apos;s language, by which Qt&apos;s own translations are found: &quot;zh_CN&quot; in Chinese.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The model is being loaded. You can open a picture already.</source>
        <translation>正在加载模型。您现在就可以打开图片。</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Picture: {label}</source>
        <translation>图片：{label}</translation>
    </message>
    <message>
        <source>Picture at {zoom} percent.</source>
        <translation>图片大小：百分之 {zoom}。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>{label} will be described as soon as the model is loaded.</source>
        <translation>模型加载完成后将立即描述 {label}。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Describing {label}…</source>
        <translation>正在描述 {label}…</translation>
    </message>
    <message>
        <source>Describing</source>
        <translation>正在描述</translation>
    </message>
    <message>
        <source>Ready. Open, paste or drop a picture.</source>
        <translation>准备就绪。请打开、粘贴或拖入一张图片。</translation>
    </message>
    <message>
        <source>The question will be asked of the next picture. Open, paste or drop one.</source>
        <translation>将对下一张图片提出这个问题。请打开、粘贴或拖入一张图片。</translation>
    </message>
    <message>
        <source>Pictures still to be described: {count}. Escape once more stops them, too.</source>
        <translation>还有 {count} 张图片将继续描述。再按一次 Escape 也会停止它们。</translation>
    </message>
    <message>
        <source>Pictures left undescribed: {count}.</source>
        <translation>还有 {count} 张图片未描述。</translation>
    </message>
    <message>
        <source>{label}: picture {place} of {count}.</source>
        <translation>{label}：第 {place} 张，共 {count} 张。</translation>
    </message>
    <message>
        <source>There is no further picture.</source>
        <translation>后面没有图片了。</translation>
    </message>
    <message>
        <source>There is no picture before this one.</source>
        <translation>前面没有图片了。</translation>
    </message>
    <message>
        <source>Length of descriptions: {name}.</source>
        <translation>描述的长度：{name}。</translation>
    </message>
    <message>
        <source>Descriptions follow your prompt: {name}.</source>
        <translation>描述将按照您的提示词：{name}。</translation>
    </message>
    <message>
        <source>Descriptions follow no prompt of yours.</source>
        <translation>描述不再按照自定义提示词。</translation>
    </message>
    <message>
        <source>Pictures that wait their turn: {count}.</source>
        <translation>还有 {count} 张图片在等待。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>准备就绪</translation>
    </message>
    <message>
        <source>Finished: {words} words in {seconds} seconds.</source>
        <translation>完成：{words} 个词，用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Finished, but cut off: the description has reached its longest allowed length.</source>
        <translation>描述已达到允许的最大长度，后面的内容被截去。</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>The text in the picture follows the description.</source>
        <translation>图片中的文字在描述之后。</translation>
    </message>
    <message>
        <source>There is no picture yet. Open, paste or drop one first.</source>
        <translation>还没有图片。请先打开、粘贴或拖入一张图片。</translation>
    </message>
    <message>
        <source>Write a question first, then press Enter.</source>
        <translation>请先写问题，再按回车键。</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>正在回答…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Reading on.</source>
        <translation>继续朗读。</translation>
    </message>
    <message>
        <source>The program&apos;s own voice: {rate} words a minute.</source>
        <translation>程序自带语音：每分钟 {rate} 词。</translation>
    </message>
    <message>
        <source>Reading.</source>
        <translation>正在朗读。</translation>
    </message>
    <message>
        <source>The program&apos;s own voice: {volume} percent of its full volume.</source>
        <translation>程序自带语音：最大音量的百分之 {volume}。</translation>
    </message>
    <message>
        <source>There is nothing more to read. F5 reads the description again.</source>
        <translation>没有更多内容可读。按 F5 重新朗读描述。</translation>
    </message>
    <message>
        <source>Speaking aloud is switched off. Switch it on in the Description menu.</source>
        <translation>语音朗读已关闭。可以在“描述”菜单中打开。</translation>
    </message>
    <message>
        <source>There is no description yet.</source>
        <translation>还没有描述。</translation>
    </message>
    <message>
        <source>Reading again.</source>
        <translation>正在重新朗读。</translation>
    </message>
    <message>
        <source>The description was copied.</source>
        <translation>描述已复制。</translation>
    </message>
    <message>
        <source>The language is now English.</source>
        <translation>现在使用简体中文。</translation>
    </message>
    <message>
        <source>Descriptions are spoken with: {name}.</source>
        <translation>描述的朗读方式：{name}。</translation>
    </message>
    <message>
        <source>Descriptio&amp;n:</source>
        <translation>描述(&amp;N)：</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Open, paste or drop a picture. Its description is read to you.</source>
        <translation>请打开、粘贴或拖入一张图片，程序会为您朗读它的描述。</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>The manual opens in your web browser.</source>
        <translation>使用手册将在网页浏览器中打开。</translation>
    </message>
    <message>
        <source>No web browser could be started. The manual is the file {path}.</source>
        <translation>无法启动网页浏览器。使用手册位于 {path}。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>图片(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>长度(&amp;G)</translation>
    </message>
    <message>
        <source>Speak &amp;With</source>
        <translation>朗读方式(&amp;W)</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Another Model</source>
        <translation>其他模型</translation>
    </message>
    <message>
        <source>&amp;Name on the hub (owner/model):</source>
        <translation>在模型站上的名称（所有者/模型）(&amp;N)：</translation>
    </message>
    <message>
        <source>Get and &amp;Use</source>
        <translation>下载并使用(&amp;U)</translation>
    </message>
    <message>
        <source>Choose a &amp;Folder…</source>
        <translation>选择文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Folder of a Model</source>
        <translation>模型所在的文件夹</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>All models. Enter: use this one, after getting it. Delete: remove it.</source>
        <translation>所有模型。回车键：使用此模型，需要时先下载。Delete：删除它。</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>the address must begin with https://</source>
        <translation>地址必须以 https:// 开头</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE forbids it</source>
        <translation>HF_HUB_OFFLINE 禁止联网</translation>
    </message>
    <message>
        <source>the proxy can&apos;t be used</source>
        <translation>无法使用代理</translation>
    </message>
    <message>
        <source>the certificates can&apos;t be read</source>
        <translation>无法读取证书</translation>
    </message>
    <message>
        <source>The hub is asked for {name}.</source>
        <translation>正在向模型站请求 {name}。</translation>
    </message>
    <message>
        <source>{name} is still being downloaded. Stop that first, or wait for its end.</source>
        <translation>{name} 仍在下载。请先停止下载，或等待其完成。</translation>
    </message>
    <message>
        <source>Nothing is being downloaded.</source>
        <translation>没有正在进行的下载。</translation>
    </message>
    <message>
        <source>Stopped: {name}. What has come stays; get it again to go on, or remove it.</source>
        <translation>已停止：{name}。已下载的部分会保留；再次下载可继续，也可以将其删除。</translation>
    </message>
    <message>
        <source>The download of {name} broke off. Get it again: it goes on from there.</source>
        <translation>{name} 的下载中断了。请再次下载，会从那里继续。</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}.</source>
        <translation>{name}：{done}，共 {total}。</translation>
    </message>
    <message>
        <source>It will be used as soon as this description is written.</source>
        <translation>这段描述写完后就会使用它。</translation>
    </message>
    <message>
        <source>{name} is being loaded.</source>
        <translation>{name}：正在加载。</translation>
    </message>
    <message>
        <source>It is being found out what models run on here…</source>
        <translation>正在了解这台电脑能运行哪些模型……</translation>
    </message>
    <message>
        <source>{name} is in use already.</source>
        <translation>{name}：已在使用。</translation>
    </message>
    <message>
        <source>There was no name of a model.</source>
        <translation>没有填写模型名称。</translation>
    </message>
    <message>
        <source>The built-in model can&apos;t be removed.</source>
        <translation>内置模型不能删除。</translation>
    </message>
    <message>
        <source>{name} is off the list.</source>
        <translation>{name} 已从列表中移除。</translation>
    </message>
    <message>
        <source>{name} is being removed.</source>
        <translation>正在删除 {name}。</translation>
    </message>
    <message>
        <source>It could not be found out what models run on here.</source>
        <translation>无法了解这台电脑能运行哪些模型。</translation>
    </message>
    <message>
        <source>{name}: being downloaded, {percent} percent.</source>
        <translation>{name}：正在下载，百分之 {percent}。</translation>
    </message>
    <message>
        <source>{name}: {state}.</source>
        <translation>{name}：{state}。</translation>
    </message>
    <message>
        <source>Folder: {path}</source>
        <translation>文件夹：{path}</translation>
    </message>
    <message>
        <source>On the hub: {id}</source>
        <translation>在模型站上：{id}</translation>
    </message>
    <message>
        <source>{name} could not be removed. Try again.</source>
        <translation>{name} 未能删除。请重试。</translation>
    </message>
    <message>
        <source>Take {name} off the list? The folder itself stays: it is your own.</source>
        <translation>要把 {name} 从列表中移除吗？文件夹本身会保留：它是您自己的。</translation>
    </message>
    <message>
        <source>{name} is not installed. Remove what a download that was not finished may have left of it?</source>
        <translation>{name} 尚未安装。要删除未完成的下载可能留下的内容吗？</translation>
    </message>
    <message>
        <source>Remove {name} from this computer? {size} become free. Other programs that use the same files lose them, too.</source>
        <translation>要从这台电脑上删除 {name} 吗？将释放 {size}。使用相同文件的其他程序也将失去它们。</translation>
    </message>
    <message>
        <source>It is in use: the built-in model takes its place.</source>
        <translation>它正在使用：将由内置模型代替。</translation>
    </message>
    <message>
        <source>It is being downloaded by another program just now, which is waited for.</source>
        <translation>另一个程序正在下载它，先等它完成。</translation>
    </message>
    <message>
        <source>The model is installed.</source>
        <translation>模型已安装。</translation>
    </message>
    <message>
        <source>The model is removed; {size} are free again.</source>
        <translation>模型已删除，释放了 {size}。</translation>
    </message>
    <message>
        <source>{percent} percent, about a minute left.</source>
        <translation>百分之 {percent}，大约还需 1 分钟。</translation>
    </message>
    <message>
        <source>{percent} percent, about {minutes} minutes left.</source>
        <translation>百分之 {percent}，大约还需 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>All files are here already; they are being checked.</source>
        <translation>所有文件都已在这里，正在检查。</translation>
    </message>
    <message>
        <source>The download has {size}, of which {missing} are still missing.</source>
        <translation>下载共 {size}，还差 {missing}。</translation>
    </message>
    <message>
        <source>The download has {size}.</source>
        <translation>下载共 {size}。</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>always there</source>
        <translation>始终可用</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>a folder of yours</source>
        <translation>您的文件夹</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>its folder is missing</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>{name}: recommended, {state}.</source>
        <translation>{name}：推荐，{state}。</translation>
    </message>
    <message>
        <source>Download: {size}.</source>
        <translation>下载：{size}。</translation>
    </message>
    <message>
        <source>Too large for the memory here.</source>
        <translation>超出这里的内存。</translation>
    </message>
    <message>
        <source>First word after about {time}.</source>
        <translation>约 {time}后说出第一个词。</translation>
    </message>
    <message>
        <source>{name} ({id}): {state}.</source>
        <translation>{name}（{id}）：{state}。</translation>
    </message>
    <message>
        <source>Expected here: the first word after about {time}, then about {words} words a second.</source>
        <translation>在这台电脑上预计：约 {time}后说出第一个词，之后每秒约 {words} 个词。</translation>
    </message>
    <message>
        <source>Recommended: {name}, the ablest of the list that fits into the memory and begins within half a minute: first word after about {time}, then about {words} words a second.</source>
        <translation>推荐：{name}，这是列表中内存放得下、半分钟内能开始的最强模型：约 {time}后说出第一个词，之后每秒约 {words} 个词。</translation>
    </message>
    <message>
        <source>The next abler one, {name}, fits too, but its first word would come after about {time}; a faster processor or a graphics card with {memory} of memory would help.</source>
        <translation>再强一级的 {name} 也放得下，但约 {time}后才会说出第一个词；更快的处理器或有 {memory} 显存的显卡会有帮助。</translation>
    </message>
    <message>
        <source>To get it: {command}</source>
        <translation>获取它：{command}</translation>
    </message>
    <message>
        <source>Languages: {languages}.</source>
        <translation>语言：{languages}。</translation>
    </message>
    <message>
        <source>Simple drawings and simple screens alone; no download, no waiting.</source>
        <translation>只能描述简单的图画和简单的屏幕；不用下载，不用等待。</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>许可协议：{licence}。</translation>
    </message>
    <message>
        <source>Its licence allows no commercial use.</source>
        <translation>许可证不允许商业用途。</translation>
    </message>
    <message>
        <source>It needs an account on the hub, with which its licence was accepted.</source>
        <translation>需要模型站的账号，并已用它接受许可协议。</translation>
    </message>
    <message>
        <source>SPARC: with the published settings.</source>
        <translation>SPARC：使用已发表的设置。</translation>
    </message>
    <message>
        <source>SPARC: uncalibrated; its settings are found when the model is first used.</source>
        <translation>SPARC：未校准；首次使用该模型时会找出其设置。</translation>
    </message>
    <message>
        <source>Memory in {bits} bits: {memory}, which is more than this computer has for it.</source>
        <translation>以 {bits} 位存放所需内存：{memory}，超出了这台计算机可用的内存。</translation>
    </message>
    <message>
        <source>Memory in {bits} bits: {memory}.</source>
        <translation>以 {bits} 位存放所需内存：{memory}。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Models run on the processor ({name}, {cores} cores); {memory} of memory.</source>
        <translation>模型在处理器上运行（{name}，{cores} 核）；内存 {memory}。</translation>
    </message>
    <message>
        <source>Models run on the graphics processor ({name}) with {memory} of memory.</source>
        <translation>模型在图形处理器上运行（{name}），显存 {memory}。</translation>
    </message>
    <message>
        <source>No model of the list would be quick enough here; the built-in one is.</source>
        <translation>列表中没有模型在这里足够快；内置模型可以。</translation>
    </message>
    <message>
        <source>There is no abler one in the list.</source>
        <translation>列表中没有更强的模型。</translation>
    </message>
    <message>
        <source>The next abler one, {name}, needs {memory} of memory; here {room} can be used.</source>
        <translation>再强一级的 {name} 需要 {memory} 内存；这里可用 {room}。</translation>
    </message>
    <message>
        <source>It did not write a word.</source>
        <translation>它一个词也没有写。</translation>
    </message>
    <message>
        <source>The first word came after {seconds} seconds, then {speed} words a second.</source>
        <translation>{seconds} 秒后出现第一个词，之后每秒 {speed} 个词。</translation>
    </message>
    <message>
        <source>{name} is loaded, and describes a first picture.</source>
        <translation>{name} 已加载，正在描述第一张图片。</translation>
    </message>
    <message>
        <source>{name} is loaded.</source>
        <translation>{name} 已加载。</translation>
    </message>
    <message>
        <source>The former model is taken back, and is being loaded.</source>
        <translation>已换回原来的模型，正在加载。</translation>
    </message>
</context>
<context>
    <name>ModelsWindow</name>
    <message>
        <source>Remove the Model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep It</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Other models than the built-in one: choose one in the list, then a button.</source>
        <translation>内置模型以外的模型：在列表中选择一个，再选择按钮。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>This com&amp;puter:</source>
        <translation>这台电脑(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Models:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Details:</source>
        <translation>详细信息(&amp;D)：</translation>
    </message>
    <message>
        <source>S&amp;top the Download</source>
        <translation>停止下载(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>删除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Another Model…</source>
        <translation>其他模型(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Get and &amp;Use</source>
        <translation>下载并使用(&amp;U)</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <source>Open Pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this translation is in, as in the HTML attribute lang: zh-CN, for example.</extracomment>
        <translation>zh-CN</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>No part of the screen was chosen.</source>
        <translation>没有选择屏幕区域。</translation>
    </message>
</context>
<context>
    <name>PartWindow</name>
    <message>
        <source>Choose a Part of the Screen</source>
        <translation>选择屏幕区域</translation>
    </message>
    <message>
        <source>Drag with the mouse, or press H to hear the keys. Enter describes the part.</source>
        <translation>用鼠标拖动，或按 H 听取按键说明。按回车键描述该区域。</translation>
    </message>
</context>
<context>
    <name>Patience</name>
    <message>
        <source>Still at work on the picture.</source>
        <translation>仍在处理图片。</translation>
    </message>
    <message>
        <source>Still at work on the picture. About {seconds} more seconds.</source>
        <translation>仍在处理图片，大约还需要 {seconds} 秒。</translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>Pict&amp;ures:</source>
        <translation>图片(&amp;U)：</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>PictureModel</name>
    <message>
        <source>{label}, described</source>
        <translation>{label}，已描述</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Enlarged picture, moved by the arrow keys</source>
        <translation>放大的图片，可用方向键移动</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>upper left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>upper middle</source>
        <translation>中上</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>middle left</source>
        <translation>左中</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>正中</translation>
    </message>
    <message>
        <source>middle right</source>
        <translation>右中</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>lower middle</source>
        <translation>中下</translation>
    </message>
    <message>
        <source>lower right</source>
        <translation>右下</translation>
    </message>
</context>
<context>
    <name>Preparation</name>
    <message>
        <source>{percent} percent.</source>
        <translation>百分之 {percent}。</translation>
    </message>
    <message>
        <source>The model is being packed into less memory. This is done once.</source>
        <translation>正在压缩模型以节省内存。只需做一次。</translation>
    </message>
    <message>
        <source>The model is being tried on a few pictures. This is done once.</source>
        <translation>正在用几张图片试用模型。只需做一次。</translation>
    </message>
</context>
<context>
    <name>PromptDialog</name>
    <message>
        <source>New Prompt</source>
        <translation>新建提示词</translation>
    </message>
    <message>
        <source>Edit the Prompt</source>
        <translation>编辑提示词</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>What the model is &amp;asked:</source>
        <translation>向模型提出的要求(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>Your prompts. Enter: edit this one. Delete: remove it.</source>
        <translation>您的提示词。回车键：编辑这一个。Delete：删除它。</translation>
    </message>
</context>
<context>
    <name>PromptMenu</name>
    <message>
        <source>Own Pro&amp;mpt</source>
        <translation>自定义提示词(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;None: Length and Language</source>
        <translation>无：按长度和语言(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>The prompt needs a name.</source>
        <translation>提示词需要一个名称。</translation>
    </message>
    <message>
        <source>The name has more than {limit} characters.</source>
        <translation>名称超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>There is a prompt named {name} already.</source>
        <translation>已经有名为 {name} 的提示词。</translation>
    </message>
    <message>
        <source>The prompt is empty: write what you want to know of each picture.</source>
        <translation>提示词是空的：请写下您想从每张图片中了解什么。</translation>
    </message>
    <message>
        <source>The prompt has more than {limit} characters.</source>
        <translation>提示词超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>There are {limit} prompts, the most that are kept.</source>
        <translation>已有 {limit} 个提示词，这是最多能保存的数量。</translation>
    </message>
</context>
<context>
    <name>PromptsControl</name>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>编辑(&amp;D)…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>删除(&amp;M)…</translation>
    </message>
    <message>
        <source>There are no prompts of your own yet. Add one first.</source>
        <translation>还没有自定义提示词。请先添加一个。</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Remove the prompt “{name}”? What you have written in it is lost.</source>
        <translation>要删除提示词“{name}”吗？您写在里面的内容将会丢失。</translation>
    </message>
    <message>
        <source>Remove the Prompt</source>
        <translation>删除提示词</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
</context>
<context>
    <name>Quantization</name>
    <message>
        <source>chosen in the settings</source>
        <translation>在设置中选择</translation>
    </message>
    <message>
        <source>the model is so small that four bits would save nothing</source>
        <translation>模型很小，用 4 位也省不了内存</translation>
    </message>
    <message>
        <source>4-bit NormalFloat (bitsandbytes) is fast on this graphics card</source>
        <translation>4 位 NormalFloat（bitsandbytes）在这块显卡上很快</translation>
    </message>
    <message>
        <source>there is no 4-bit format for this graphics processor; bfloat16 takes half the memory</source>
        <translation>这种图形处理器没有 4 位格式；bfloat16 占一半内存</translation>
    </message>
    <message>
        <source>the processor has AVX512-BF16, with which 4-bit NormalFloat (bitsandbytes) is fast</source>
        <translation>处理器有 AVX512-BF16，用它时 4 位 NormalFloat（bitsandbytes）很快</translation>
    </message>
    <message>
        <source>without AVX512-BF16 there is no fast 4-bit format under Windows; 16 bits take more memory</source>
        <translation>没有 AVX512-BF16 时，Windows 下没有快速的 4 位格式；16 位占用更多内存</translation>
    </message>
    <message>
        <source>without AVX512-BF16 torch&apos;s 4-bit integers are faster than 4-bit NormalFloat</source>
        <translation>没有 AVX512-BF16 时，torch 的 4 位整数比 4 位 NormalFloat 快</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>&amp;Question:</source>
        <translation>问题(&amp;Q)：</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>询问(&amp;K)</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Region</name>
    <message>
        <source>Choose a part of the screen. {where} H for help.</source>
        <translation>选择屏幕区域。{where}按 H 听取帮助。</translation>
    </message>
    <message>
        <source>No further. {where}</source>
        <translation>到头了。{where}</translation>
    </message>
    <message>
        <source>There is only one monitor. {where}</source>
        <translation>只有一个显示器。{where}</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{place}: {width} by {height}, at {left}, {top}.</source>
        <translation>{place}：宽 {width} 高 {height}，位于 {left}，{top}。</translation>
    </message>
    <message>
        <source>No part of the screen was chosen.</source>
        <translation>没有选择屏幕区域。</translation>
    </message>
</context>
<context>
    <name>ReportCopier</name>
    <message>
        <source>The report was copied, {lines} lines. It was not sent. Paste it where you report the fault.</source>
        <translation>报告已复制，共 {lines} 行。报告没有发送。请把它粘贴到报告故障的地方。</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The description was copied as HTML alt text.</source>
        <translation>描述已作为 HTML 替代文字复制。</translation>
    </message>
    <message>
        <source>A sound file is still being written. You will hear when it is there.</source>
        <translation>仍在写入一个音频文件，完成后会告诉您。</translation>
    </message>
    <message>
        <source>There is no description yet.</source>
        <translation>还没有描述。</translation>
    </message>
    <message>
        <source>The description is still being written. Save it when it is finished.</source>
        <translation>描述仍在生成中，请在完成后再保存。</translation>
    </message>
    <message>
        <source>The sound is being made. You will hear when it is saved.</source>
        <translation>正在生成音频，保存后会告诉您。</translation>
    </message>
    <message>
        <source>Save the Description as Text</source>
        <translation>将描述保存为文本</translation>
    </message>
    <message>
        <source>Save the Description as Sound</source>
        <translation>将描述保存为音频</translation>
    </message>
    <message>
        <source>Save a Copy of the Picture with Alt Text</source>
        <translation>保存带替代文字的图片副本</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation>已保存为 {name}，位于 {folder}。</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>The same, of those with which one is told at all.</source>
        <translation>同上，但只算说出了该属性的。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Of the kinds of object that are named, each counted once a caption, the share that is there.</source>
        <translation>在说出的物体种类中（每段描述每种只算一次），确实存在的比例。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Of the kinds of object that are there, the share that is named.</source>
        <translation>在存在的物体种类中，被说出的比例。</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1 值</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall.</source>
        <translation>准确率与召回率的调和平均数。</translation>
    </message>
    <message>
        <source>Precision of controls</source>
        <translation>控件准确率</translation>
    </message>
    <message>
        <source>Of the controls that are named, by kind and nearly right label, the share that is there.</source>
        <translation>在说出的控件中（按种类和大致正确的标签），确实存在的比例。</translation>
    </message>
    <message>
        <source>Recall of controls</source>
        <translation>控件召回率</translation>
    </message>
    <message>
        <source>Of the controls that are there, the share that is named.</source>
        <translation>在存在的控件中，被说出的比例。</translation>
    </message>
    <message>
        <source>F1 of controls</source>
        <translation>控件 F1 值</translation>
    </message>
    <message>
        <source>Precision, exact labels</source>
        <translation>准确率（标签完全正确）</translation>
    </message>
    <message>
        <source>The precision of controls whose labels are told exactly as they are written.</source>
        <translation>只算标签与原文完全一致的控件的准确率。</translation>
    </message>
    <message>
        <source>Recall, exact labels</source>
        <translation>召回率（标签完全正确）</translation>
    </message>
    <message>
        <source>The recall of controls whose labels are told exactly as they are written.</source>
        <translation>只算标签与原文完全一致的控件的召回率。</translation>
    </message>
    <message>
        <source>F1, exact labels</source>
        <translation>F1 值（标签完全正确）</translation>
    </message>
    <message>
        <source>The harmonic mean of the two.</source>
        <translation>两者的调和平均数。</translation>
    </message>
    <message>
        <source>Precision of mentions</source>
        <translation>提及准确率</translation>
    </message>
    <message>
        <source>Of all mentions, repeated ones too, the share that is of something there: 1 less CHAIRi.</source>
        <translation>在所有提及中（重复的也算），所指确实存在的比例：即 1 减去 CHAIRi。</translation>
    </message>
    <message>
        <source>CHAIRi</source>
        <translation>CHAIRi 值</translation>
    </message>
    <message>
        <source>Of all mentions, the share that is of something that is not there.</source>
        <translation>在所有提及中，所指并不存在的比例。</translation>
    </message>
    <message>
        <source>CHAIRs</source>
        <translation>CHAIRs 值</translation>
    </message>
    <message>
        <source>The share of captions that mention something that is not there.</source>
        <translation>提及了不存在之物的描述所占的比例。</translation>
    </message>
    <message>
        <source>Precision of things</source>
        <translation>逐个物体的准确率</translation>
    </message>
    <message>
        <source>Of the things that are told, each by itself, the share that is there.</source>
        <translation>在说出的物体中（逐个计算），确实存在的比例。</translation>
    </message>
    <message>
        <source>Recall of things</source>
        <translation>逐个物体的召回率</translation>
    </message>
    <message>
        <source>Of the things that are there, each by itself, the share that is told.</source>
        <translation>在存在的物体中（逐个计算），被说出的比例。</translation>
    </message>
    <message>
        <source>F1 of things</source>
        <translation>逐个物体的 F1 值</translation>
    </message>
    <message>
        <source>Numbers right</source>
        <translation>数量正确</translation>
    </message>
    <message>
        <source>Of the kinds that are named and there, the share told in the right number.</source>
        <translation>在说出且存在的种类中，数量说对的比例。</translation>
    </message>
    <message>
        <source>Numbers of several right</source>
        <translation>多个物体的数量正确</translation>
    </message>
    <message>
        <source>The same, of kinds of which there are two or more.</source>
        <translation>同上，只算有两个或更多的种类。</translation>
    </message>
    <message>
        <source>Total right</source>
        <translation>总数正确</translation>
    </message>
    <message>
        <source>Of the captions that say how many things there are, the share that is right.</source>
        <translation>在说出物体总数的描述中，总数正确的比例。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Of the things told that have a colour, the share told with the right one.</source>
        <translation>在说出的有颜色的物体中，颜色说对的比例。</translation>
    </message>
    <message>
        <source>Colour, when told</source>
        <translation>颜色（说出时）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Of the things told that have a size, the share told with the right one.</source>
        <translation>在说出的有大小之分的物体中，大小说对的比例。</translation>
    </message>
    <message>
        <source>Size, when told</source>
        <translation>大小（说出时）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Of the things told that have a place, the share told at the right one.</source>
        <translation>在说出的有位置的物体中，位置说对的比例。</translation>
    </message>
    <message>
        <source>Place, when told</source>
        <translation>位置（说出时）</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Colour, size and place taken together.</source>
        <translation>颜色、大小和位置合在一起。</translation>
    </message>
    <message>
        <source>Attributes, when told</source>
        <translation>属性（说出时）</translation>
    </message>
    <message>
        <source>Background&apos;s colour</source>
        <translation>背景颜色</translation>
    </message>
    <message>
        <source>The share of pictures whose background is told in the right colour.</source>
        <translation>背景颜色说对的图片所占的比例。</translation>
    </message>
    <message>
        <source>Background&apos;s pattern</source>
        <translation>背景图案</translation>
    </message>
    <message>
        <source>The share of pictures whose background is told with the right pattern.</source>
        <translation>背景图案说对的图片所占的比例。</translation>
    </message>
    <message>
        <source>Precision of relations</source>
        <translation>关系准确率</translation>
    </message>
    <message>
        <source>Of the relations told, such as “behind”, the share that holds.</source>
        <translation>在说出的关系（如“在……后面”）中，成立的比例。</translation>
    </message>
    <message>
        <source>Recall of “on” and “behind”</source>
        <translation>“在上面”和“在后面”的召回率</translation>
    </message>
    <message>
        <source>Of the things that are on or behind another one, the share of which this is told.</source>
        <translation>位于另一物体上面或后面的物体中，说出这一关系的比例。</translation>
    </message>
    <message>
        <source>Recall of “left of” and “above”</source>
        <translation>“左边”和“上方”的召回率</translation>
    </message>
    <message>
        <source>Of the neighbours that are plainly beside or above each other, the share so told.</source>
        <translation>明显左右或上下相邻的物体中，说出这一关系的比例。</translation>
    </message>
    <message>
        <source>Labels right</source>
        <translation>标签正确</translation>
    </message>
    <message>
        <source>Of the labels of controls that are told, the share told exactly as written.</source>
        <translation>在说出的控件的标签中，与原文完全一致的比例。</translation>
    </message>
    <message>
        <source>Character errors</source>
        <translation>字符错误</translation>
    </message>
    <message>
        <source>Characters to be mended in those labels, for each character that is written.</source>
        <translation>这些标签中需要改正的字符数与原文字符数之比。</translation>
    </message>
    <message>
        <source>Precision of words</source>
        <translation>文字准确率</translation>
    </message>
    <message>
        <source>Of the words told in labels, the share that stands on the screen.</source>
        <translation>在标签中说出的词里，屏幕上确有的比例。</translation>
    </message>
    <message>
        <source>Recall of words</source>
        <translation>文字召回率</translation>
    </message>
    <message>
        <source>Of the words on the screen, the share that is told.</source>
        <translation>在屏幕上的词里，被说出的比例。</translation>
    </message>
    <message>
        <source>F1 of words</source>
        <translation>文字 F1 值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Of the controls told that have a state, such as “checked”, the share told with the right one.</source>
        <translation>在说出的有状态（如“已勾选”）的控件中，状态说对的比例。</translation>
    </message>
    <message>
        <source>State, when told</source>
        <translation>状态（说出时）</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Of the values of the controls told, the share told within 5 of 100.</source>
        <translation>在说出的控件的数值中，误差不超过 5（满值 100）的比例。</translation>
    </message>
    <message>
        <source>Value, exact</source>
        <translation>数值（完全正确）</translation>
    </message>
    <message>
        <source>The same, told exactly.</source>
        <translation>同上，但要完全正确。</translation>
    </message>
    <message>
        <source>All, against references</source>
        <translation>与参考描述相比（全部）</translation>
    </message>
    <message>
        <source>F1 of what is told against what the references tell, by word lists: objects, attributes and relations, weighted 5 to 5 to 2. It is not CAPTURE itself.</source>
        <translation>用词表比较所说内容与参考描述的 F1 值：物体、属性和关系按 5:5:2 加权。这不是 CAPTURE 本身。</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>The same, of objects alone.</source>
        <translation>同上，只算物体。</translation>
    </message>
    <message>
        <source>Attributes of objects</source>
        <translation>物体的属性</translation>
    </message>
    <message>
        <source>The same, of attributes alone.</source>
        <translation>同上，只算属性。</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>The same, of relations alone.</source>
        <translation>同上，只算关系。</translation>
    </message>
    <message>
        <source>CLAIR</source>
        <translation>CLAIR 分</translation>
    </message>
    <message>
        <source>How likely, from 0 to 100, a language model finds it that the caption and the references are of one picture. Only scores by the same judge can be compared.</source>
        <translation>语言模型认为描述与参考描述出自同一张图片的可能性，0 到 100。只有同一评判模型的得分才能比较。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Words a caption; in Chinese, characters.</source>
        <translation>每段描述的词数；中文为字数。</translation>
    </message>
    <message>
        <source>Distinct-1</source>
        <translation>Distinct-1 值</translation>
    </message>
    <message>
        <source>Of the words of a caption, the share that is different from all others.</source>
        <translation>一段描述的词中，互不相同的词所占的比例。</translation>
    </message>
    <message>
        <source>Repeated word pairs</source>
        <translation>重复的词对</translation>
    </message>
    <message>
        <source>Of the word pairs of a caption, the share that stood in it before.</source>
        <translation>一段描述的相邻词对中，前面已出现过的比例。</translation>
    </message>
    <message>
        <source>Repeated things</source>
        <translation>重复的物体</translation>
    </message>
    <message>
        <source>Of the things told, the share that is told again beyond the number there.</source>
        <translation>在说出的物体中，超出实际数量而重复说出的比例。</translation>
    </message>
    <message>
        <source>Attention to the picture</source>
        <translation>对图片的注意力</translation>
    </message>
    <message>
        <source>The share of the attention that goes to the picture, mean over the tokens of a caption, in the selection layer, after the method&apos;s factors.</source>
        <translation>注意力中用于图片的比例：在选择层，乘以方法的系数之后，对描述的词元取平均。</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>被选中的比例</translation>
    </message>
    <message>
        <source>The share of the image tokens that is selected at a step.</source>
        <translation>每一步被选中的图像词元所占的比例。</translation>
    </message>
    <message>
        <source>Milliseconds a token</source>
        <translation>每个词元的毫秒数</translation>
    </message>
    <message>
        <source>Time of decoding, without drawing, divided by the tokens written; several captions are decoded at once.</source>
        <translation>解码所用的时间（不含绘图）除以写出的词元数；几段描述同时解码。</translation>
    </message>
    <message>
        <source>False refusals</source>
        <translation>错误拒绝</translation>
    </message>
    <message>
        <source>The share of pictures of its own world that the model refuses.</source>
        <translation>模型拒绝描述它本来认识的图片的比例。</translation>
    </message>
    <message>
        <source>False answers</source>
        <translation>错误回答</translation>
    </message>
    <message>
        <source>The share of foreign pictures that the model describes all the same.</source>
        <translation>模型照样描述它不认识的图片的比例。</translation>
    </message>
    <message>
        <source>Precision in a third</source>
        <translation>三分之一段的准确率</translation>
    </message>
    <message>
        <source>Of the mentions that begin in it, the share that is of something there.</source>
        <translation>在该段开始的提及中，所指确实存在的比例。</translation>
    </message>
    <message>
        <source>Recall in a third</source>
        <translation>三分之一段的召回率</translation>
    </message>
    <message>
        <source>Of what is there, the share that is first named in it; the three add up.</source>
        <translation>在存在的物体中，首次在该段说出的比例；三段相加为总召回率。</translation>
    </message>
    <message>
        <source>What is named</source>
        <translation>说出了什么</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>How it is described</source>
        <translation>如何描述</translation>
    </message>
    <message>
        <source>What is read on screens</source>
        <translation>屏幕上读到了什么</translation>
    </message>
    <message>
        <source>Compared with what was written of the pictures</source>
        <translation>与他人为图片所写的文字相比</translation>
    </message>
    <message>
        <source>Length and repetition</source>
        <translation>长度与重复</translation>
    </message>
    <message>
        <source>Attention and time</source>
        <translation>注意力与时间</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Which of the installed voices speaks.</source>
        <translation>由哪个已安装的语音朗读。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>How fast the voice speaks, in words a minute.</source>
        <translation>语音朗读的速度，以每分钟词数计。</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>How loud the voice speaks, in percent of its full volume.</source>
        <translation>语音朗读的音量，以最大音量的百分比计。</translation>
    </message>
    <message>
        <source>Picture taken</source>
        <translation>已取得图片</translation>
    </message>
    <message>
        <source>A short rising sound as soon as a picture has been taken.</source>
        <translation>取得图片时立即发出短促的上升音。</translation>
    </message>
    <message>
        <source>Still at work</source>
        <translation>仍在处理</translation>
    </message>
    <message>
        <source>A quiet tick now and then while a slow description is awaited.</source>
        <translation>等待较慢的描述时，不时发出轻微的滴答声。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Two notes when a description is complete and has been read.</source>
        <translation>描述完成并读完后发出两个音。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>A falling sound when something did not work.</source>
        <translation>操作未成功时发出下降音。</translation>
    </message>
    <message>
        <source>Leader key</source>
        <translation>引导键</translation>
    </message>
    <message>
        <source>The key before the letters; empty leaves them all out.</source>
        <translation>字母之前按的键；留空则全部停用。</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>The key behind the leader, by action; empty leaves one out.</source>
        <translation>引导键之后的按键，按操作设置；留空则停用该项。</translation>
    </message>
    <message>
        <source>Keys without the leader</source>
        <translation>不用引导键的按键</translation>
    </message>
    <message>
        <source>Keys that do something at once, by action.</source>
        <translation>直接执行操作的按键，按操作设置。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>How much is said of a picture, from one sentence to everything.</source>
        <translation>对一张图片说多少，从一句话到全部内容。</translation>
    </message>
    <message>
        <source>Language of descriptions</source>
        <translation>描述的语言</translation>
    </message>
    <message>
        <source>Which language the model is asked for. Not every model writes every language.</source>
        <translation>要求模型使用哪种语言。并非每个模型都能写每种语言。</translation>
    </message>
    <message>
        <source>Own prompts</source>
        <translation>自定义提示词</translation>
    </message>
    <message>
        <source>What you ask the model for in your own words, by name.</source>
        <translation>您用自己的话向模型提出的要求，按名称保存。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Which of your own prompts descriptions follow, in place of length and language.</source>
        <translation>描述遵循您的哪个提示词，以代替长度和语言。</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>保留历史记录</translation>
    </message>
    <message>
        <source>Descriptions are saved on this computer until you delete them.</source>
        <translation>描述会保存在这台电脑上，直到您将其删除。</translation>
    </message>
    <message>
        <source>Keep the pictures, too</source>
        <translation>同时保留图片</translation>
    </message>
    <message>
        <source>The history then holds a copy of each picture described.</source>
        <translation>历史记录会保存每张被描述图片的副本。</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>模型站地址</translation>
    </message>
    <message>
        <source>Where models are downloaded, such as a mirror; empty takes huggingface.co.</source>
        <translation>从哪里下载模型，例如某个镜像；留空则使用 huggingface.co。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>For downloads, such as http://proxy:3128; empty takes the computer&apos;s own.</source>
        <translation>用于下载，例如 http://proxy:3128；留空则使用系统的代理。</translation>
    </message>
    <message>
        <source>Own model folders</source>
        <translation>自己的模型文件夹</translation>
    </message>
    <message>
        <source>Weights of large models</source>
        <translation>大模型的权重</translation>
    </message>
    <message>
        <source>In which form they are held in memory.</source>
        <translation>它们在内存中以何种形式保存。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>In percent of the computer&apos;s own text size.</source>
        <translation>以系统文字大小的百分比计。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light or dark. What the computer has may be of high contrast, too.</source>
        <translation>浅色或深色。系统的颜色也可以是高对比度的。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language of the program&apos;s windows and sentences.</source>
        <translation>程序窗口和语句所用的语言。</translation>
    </message>
    <message>
        <source>Who reads descriptions aloud.</source>
        <translation>由谁朗读描述。</translation>
    </message>
    <message>
        <source>Strengthens the model&apos;s attention to the picture while it writes a long description. Models that were measured to describe no better with it go without.</source>
        <translation>在生成较长的描述时，增强模型对图片的关注。经测量用它并不能描述得更好的模型，不会使用它。</translation>
    </message>
    <message>
        <source>When the text that is found in a picture is read out after the description.</source>
        <translation>何时在描述之后朗读图片中找到的文字。</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>托盘图标</translation>
    </message>
    <message>
        <source>A small icon beside the clock, where the desktop has such a place.</source>
        <translation>时钟旁边的小图标，如果桌面有这样的位置。</translation>
    </message>
    <message>
        <source>Closing the window hides it</source>
        <translation>关闭窗口时将其隐藏</translation>
    </message>
    <message>
        <source>The program goes on in the background and answers its keys; Ctrl+Q ends it.</source>
        <translation>程序在后台继续运行并响应其按键；按 Ctrl+Q 退出。</translation>
    </message>
    <message>
        <source>First steps done</source>
        <translation>已完成初次使用向导</translation>
    </message>
    <message>
        <source>Speak with</source>
        <translation>朗读方式</translation>
    </message>
    <message>
        <source>Longest description</source>
        <translation>描述的最大长度</translation>
    </message>
    <message>
        <source>How many words a description may have at most.</source>
        <translation>一段描述最多可以有多少个词。</translation>
    </message>
    <message>
        <source>Keep looking at the picture (SPARC)</source>
        <translation>持续关注图片（SPARC）</translation>
    </message>
    <message>
        <source>Text in the picture</source>
        <translation>图片中的文字</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>A folder with another model; empty takes the built-in one.</source>
        <translation>存放其他模型的文件夹；留空则使用内置模型。</translation>
    </message>
    <message>
        <source>{action}: {key}.</source>
        <translation>{action}：{key}。</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>{page}: as before.</source>
        <translation>{page}：已恢复原状。</translation>
    </message>
    <message>
        <source>{page}: all settings have their defaults already.</source>
        <translation>{page}：所有设置已经是默认值。</translation>
    </message>
    <message>
        <source>{page}: defaults again, {count} changed. The same button takes it back.</source>
        <translation>{page}：已恢复默认值，更改了 {count} 项。再按同一个按钮可撤销。</translation>
    </message>
    <message>
        <source>The import is taken back: all settings are as before.</source>
        <translation>已撤销导入：所有设置恢复原状。</translation>
    </message>
    <message>
        <source>The settings were written to {path}.</source>
        <translation>设置已写入 {path}。</translation>
    </message>
    <message>
        <source>The settings in {name} are used now. Changed by it: {count}.</source>
        <translation>现在使用 {name} 中的设置。改变了 {count} 项。</translation>
    </message>
    <message>
        <source>{setting}: only {lowest} to {highest} is possible.</source>
        <translation>{setting}：只能是 {lowest} 到 {highest}。</translation>
    </message>
    <message>
        <source>{setting}: an address begins with http:// or https://.</source>
        <translation>{setting}：地址以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>{setting}: this is not possible.</source>
        <translation>{setting}：不能这样设置。</translation>
    </message>
    <message>
        <source>with yours there would be more than {limit} prompts</source>
        <translation>与您的提示词合计将超过 {limit} 个</translation>
    </message>
    <message>
        <source>Prompts that stay as you wrote them: {names}.</source>
        <translation>保持您原有内容的提示词：{names}。</translation>
    </message>
    <message>
        <source>The model stays as it was: there is no folder {path}.</source>
        <translation>模型保持不变：没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>{setting}: {value}.</source>
        <translation>{setting}：{value}。</translation>
    </message>
    <message>
        <source>The other model is being loaded.</source>
        <translation>正在加载另一个模型。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>it is much larger than settings can be</source>
        <translation>它比设置可能的大小大得多</translation>
    </message>
    <message>
        <source>the value of “{setting}” in it is not allowed</source>
        <translation>其中“{setting}”的值不被允许</translation>
    </message>
    <message>
        <source>this program has no setting named {name}</source>
        <translation>本程序没有名为 {name} 的设置</translation>
    </message>
    <message>
        <source>it is damaged, or it is no settings file at all</source>
        <translation>它已损坏，或者根本不是设置文件</translation>
    </message>
    <message>
        <source>it comes from a newer version of this program; update the program first</source>
        <translation>它来自本程序的更新版本；请先更新程序</translation>
    </message>
    <message>
        <source>it is not a settings file of this program</source>
        <translation>它不是本程序的设置文件</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Own voice</source>
        <translation>自带语音</translation>
    </message>
    <message>
        <source>Short sounds</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>截屏</translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>用您自己的话</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观和语言</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Default: {value}.</source>
        <translation>默认值：{value}。</translation>
    </message>
    <message>
        <source>Screen reader, or else own voice</source>
        <translation>屏幕阅读器，没有时用自带语音</translation>
    </message>
    <message>
        <source>Screen reader</source>
        <translation>屏幕阅读器</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者都用</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不朗读</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>In pictures of the screen</source>
        <translation>屏幕图片中的文字</translation>
    </message>
    <message>
        <source>In every picture</source>
        <translation>所有图片中的文字</translation>
    </message>
    <message>
        <source>One sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>简短</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>详细</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>程序语言</translation>
    </message>
    <message>
        <source>Language of the computer</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>What suits this computer best</source>
        <translation>最适合这台电脑的形式</translation>
    </message>
    <message>
        <source>4 bits, by bitsandbytes (NF4)</source>
        <translation>4 位，由 bitsandbytes 提供（NF4）</translation>
    </message>
    <message>
        <source>4 bits, by torch (int4)</source>
        <translation>4 位，由 torch 提供（int4）</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>As on the computer</source>
        <translation>与系统一致</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>{number} words a minute</source>
        <translation>每分钟 {number} 个词</translation>
    </message>
    <message>
        <source>{number} percent</source>
        <translation>百分之 {number}</translation>
    </message>
    <message>
        <source>{number} words</source>
        <translation>{number} 个词</translation>
    </message>
    <message>
        <source>The first that is installed</source>
        <translation>第一个已安装的语音</translation>
    </message>
    <message>
        <source>None: length and language</source>
        <translation>无：按长度和语言</translation>
    </message>
    <message>
        <source>The built-in model</source>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>huggingface.co</source>
        <translation>huggingface.co（官方模型站）</translation>
    </message>
    <message>
        <source>{setting}:</source>
        <translation>{setting}：</translation>
    </message>
    <message>
        <source>the file there can&apos;t be read</source>
        <translation>无法读取那里的文件</translation>
    </message>
</context>
<context>
    <name>SettingsFiles</name>
    <message>
        <source>Export the Settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Ctrl+Tab, or Ctrl+Page Down: the next page of the settings.</source>
        <translation>Ctrl+Tab 或 Ctrl+Page Down：设置的下一页。</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Tab, or Ctrl+Page Up: the page before.</source>
        <translation>Ctrl+Shift+Tab 或 Ctrl+Page Up：上一页。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Pages:</source>
        <translation>页面(&amp;P)：</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Take the &amp;Reset Back</source>
        <translation>撤销重置(&amp;R)</translation>
    </message>
    <message>
        <source>Take the Impo&amp;rt Back</source>
        <translation>撤销导入(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset This Page</source>
        <translation>重置本页(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>the sound did not come to an end</source>
        <translation>声音没有播放结束</translation>
    </message>
    <message>
        <source>Install the package espeak-ng.</source>
        <translation>请安装软件包 espeak-ng。</translation>
    </message>
    <message>
        <source>the voice ended with status {}</source>
        <translation>语音以状态 {} 结束</translation>
    </message>
    <message>
        <source>Install the packages espeak-ng and alsa-utils.</source>
        <translation>请安装软件包 espeak-ng 和 alsa-utils。</translation>
    </message>
    <message>
        <source>Install the program again: its part pyttsx3 is missing.</source>
        <translation>请重新安装程序：缺少组件 pyttsx3。</translation>
    </message>
    <message>
        <source>unexpected error {}</source>
        <translation>意外错误 {}</translation>
    </message>
    <message>
        <source>The computer&apos;s own voice (pyttsx3)</source>
        <translation>系统自带的语音（pyttsx3）</translation>
    </message>
    <message>
        <source>There is no voice named {name}; choose one of: {names}.</source>
        <translation>没有名为 {name} 的语音；请从以下语音中选择：{names}。</translation>
    </message>
    <message>
        <source>The voice {name} does not exist on this system; choose another.</source>
        <translation>这个系统上没有语音 {name}；请选择其他语音。</translation>
    </message>
    <message>
        <source>the voice changed its sound format</source>
        <translation>语音改变了声音格式</translation>
    </message>
    <message>
        <source>the voice made no sound</source>
        <translation>语音没有发出声音</translation>
    </message>
    <message>
        <source>The screen reader is gone. This voice reads on.</source>
        <translation>屏幕阅读器已退出，由本语音继续朗读。</translation>
    </message>
    <message>
        <source>No screen reader is running that can be used. This is the program&apos;s own voice.</source>
        <translation>没有可用的屏幕阅读器在运行。这是程序自带的语音。</translation>
    </message>
    <message>
        <source>Install Orca 45 or a later one.</source>
        <translation>请安装 Orca 45 或更高版本。</translation>
    </message>
    <message>
        <source>the screen reader has ended</source>
        <translation>屏幕阅读器已退出</translation>
    </message>
    <message>
        <source>no screen reader is running</source>
        <translation>没有屏幕阅读器在运行</translation>
    </message>
    <message>
        <source>Install it with: pip install sparc-desktop[readers].</source>
        <translation>请用此命令安装：pip install sparc-desktop[readers]。</translation>
    </message>
    <message>
        <source>the screen reader does not answer</source>
        <translation>屏幕阅读器没有响应</translation>
    </message>
    <message>
        <source>Install the package speech-dispatcher.</source>
        <translation>请安装软件包 speech-dispatcher。</translation>
    </message>
</context>
<context>
    <name>TextReading</name>
    <message>
        <source>Install the Python package tesserocr.</source>
        <translation>请安装 Python 软件包 tesserocr。</translation>
    </message>
    <message>
        <source>Install the packages tesseract-ocr-eng and tesseract-ocr-chi-sim.</source>
        <translation>请安装软件包 tesseract-ocr-eng 和 tesseract-ocr-chi-sim。</translation>
    </message>
    <message>
        <source>Install Tesseract with its data for English and Simplified Chinese.</source>
        <translation>请安装 Tesseract 及其英文和简体中文数据。</translation>
    </message>
    <message>
        <source>The reading has ended unexpectedly or took too long; try a smaller part of it.</source>
        <translation>读取意外终止或耗时过长；请改用较小的区域。</translation>
    </message>
    <message>
        <source>Text: {text}</source>
        <translation>文字：{text}</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Question: {question}</source>
        <translation>问题：{question}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>SPARC Desktop: describing</source>
        <translation>SPARC Desktop：正在描述</translation>
    </message>
    <message>
        <source>SPARC Desktop: ready</source>
        <translation>SPARC Desktop：就绪</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Show the &amp;Window</source>
        <translation>显示窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Describe the Screen</source>
        <translation>描述屏幕(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>Trigger</name>
    <message>
        <source>it ended with status {status}</source>
        <translation>它以状态 {status} 结束</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Private mode: nothing is kept.</source>
        <translation>隐私模式：不保留任何内容。</translation>
    </message>
    <message>
        <source>Private mode is off.</source>
        <translation>隐私模式已关闭。</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>The model {model} does not write English, so it describes in Chinese.</source>
        <translation>模型 {model} 不会写英文，因此用中文描述。</translation>
    </message>
    <message>
        <source>The model {model} does not write Chinese, so it describes in English.</source>
        <translation>模型 {model} 不会写中文，因此用英文描述。</translation>
    </message>
</context>
</TS>
