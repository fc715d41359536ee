"""What the parts of screens are called in Simplified Chinese: the measure word that counts them, and the name."""

CONTROLS: dict[str, str] = {
    "window": "个 窗口", "dialog": "个 对话框", "panel": "个 面板", "menu bar": "个 菜单栏", "menu": "个 菜单",
    "menu item": "个 菜单项", "tab": "个 选项卡", "label": "个 标签", "text field": "个 文本框", "button": "个 按钮",
    "check box": "个 复选框", "radio button": "个 单选按钮", "list": "个 列表", "list item": "个 列表项",
    "combo box": "个 下拉框", "progress bar": "个 进度条", "slider": "个 滑块", "bar chart": "个 柱状图",
    "bar": "个 柱形", "line chart": "个 折线图", "pie chart": "个 饼图", "slice": "个 扇区", "icon": "个 图标",
}  # fmt: skip
