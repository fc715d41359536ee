"""The kinds of object that a drawn scene can hold: the name in a caption, and the emoji that draws it.

Kinds were chosen to look different from one another at 30 pixels, and each has a name whose first word belongs to no
other kind, so that the first word of a mention already says which kind is meant.
"""

KINDS: dict[str, str] = {
    # animals
    "dog": "🐕", "cat": "🐈", "horse": "🐎", "cow": "🐄", "pig": "🐖", "sheep": "🐑", "elephant": "🐘", "camel": "🐫",
    "rabbit": "🐇", "mouse": "🐁", "bear": "🐻", "panda": "🐼", "lion": "🦁", "tiger": "🐅", "zebra": "🦓",
    "giraffe": "🦒", "monkey": "🐒", "fox": "🦊", "frog": "🐸", "crocodile": "🐊", "turtle": "🐢", "snake": "🐍",
    "whale": "🐳", "dolphin": "🐬", "fish": "🐟", "octopus": "🐙", "crab": "🦀", "shrimp": "🦐", "snail": "🐌",
    "butterfly": "🦋", "bee": "🐝", "ladybug": "🐞", "spider": "🕷️", "penguin": "🐧", "owl": "🦉", "duck": "🦆",
    "parrot": "🦜", "rooster": "🐓", "flamingo": "🦩", "swan": "🦢", "squirrel": "🐿️", "dinosaur": "🦕",
    # plants and food
    "cactus": "🌵", "palm tree": "🌴", "rose": "🌹", "sunflower": "🌻", "tulip": "🌷", "mushroom": "🍄", "apple": "🍎",
    "pear": "🍐", "banana": "🍌", "lemon": "🍋", "strawberry": "🍓", "grape cluster": "🍇", "watermelon": "🍉",
    "pineapple": "🍍", "cherry pair": "🍒", "peach": "🍑", "avocado": "🥑", "carrot": "🥕", "corn cob": "🌽",
    "eggplant": "🍆", "broccoli floret": "🥦", "bread loaf": "🍞", "croissant": "🥐", "cheese wedge": "🧀",
    "hamburger": "🍔", "pizza slice": "🍕", "hot dog": "🌭", "taco": "🌮", "fried egg": "🍳", "donut": "🍩",
    "cookie": "🍪", "cake": "🎂", "lollipop": "🍭", "ice cream": "🍦",
    # vehicles and places
    "car": "🚗", "taxi": "🚕", "bus": "🚌", "truck": "🚚", "tractor": "🚜", "bicycle": "🚲", "motorcycle": "🏍️",
    "train": "🚂", "airplane": "✈️", "helicopter": "🚁", "rocket": "🚀", "sailboat": "⛵", "ship": "🚢",
    "anchor": "⚓", "traffic light": "🚦", "tent": "⛺", "house": "🏠", "castle": "🏰", "fountain": "⛲",
    # things
    "umbrella": "☂️", "balloon": "🎈", "gift": "🎁", "soccer ball": "⚽", "basketball": "🏀", "trophy": "🏆",
    "guitar": "🎸", "trumpet": "🎺", "violin": "🎻", "drum": "🥁", "camera": "📷", "telephone": "☎️", "laptop": "💻",
    "television": "📺", "clock": "⏰", "key": "🔑", "hammer": "🔨", "book": "📕", "candle": "🕯️", "light bulb": "💡",
    "chair": "🪑", "bed": "🛏️", "shirt": "👕", "dress": "👗", "hat": "🎩", "crown": "👑", "backpack": "🎒",
    "boot": "👢", "ring": "💍", "bell": "🔔", "magnet": "🧲", "skull": "💀", "robot": "🤖", "snowman": "⛄",
    "star": "⭐", "sun": "☀️", "moon": "🌙", "rainbow": "🌈", "snowflake": "❄️",
}  # fmt: skip
