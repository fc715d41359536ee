"""The kinds of thing that a drawn scene can hold: those an emoji draws, and plain shapes, which have a colour.

Kinds were chosen to look different from one another at 30 pixels. The key of each is its English name, and the first
word of a name belongs to no other kind, so that the first word of a mention already says which kind is meant.
"""

KINDS: dict[str, str] = {
    # animals
    "dog": "🐕", "cat": "🐈", "horse": "🐎", "cow": "🐄", "pig": "🐖", "sheep": "🐑", "elephant": "🐘", "camel": "🐫",
    "rabbit": "🐇", "mouse": "🐁", "bear": "🐻", "panda": "🐼", "lion": "🦁", "tiger": "🐅", "zebra": "🦓",
    "giraffe": "🦒", "monkey": "🐒", "fox": "🦊", "frog": "🐸", "crocodile": "🐊", "turtle": "🐢", "snake": "🐍",
    "whale": "🐳", "dolphin": "🐬", "fish": "🐟", "octopus": "🐙", "crab": "🦀", "shrimp": "🦐", "snail": "🐌",
    "butterfly": "🦋", "bee": "🐝", "ladybug": "🐞", "spider": "🕷️", "penguin": "🐧", "owl": "🦉", "duck": "🦆",
    "parrot": "🦜", "rooster": "🐓", "flamingo": "🦩", "swan": "🦢", "squirrel": "🐿️", "dinosaur": "🦕", "unicorn": "🦄",
    "eagle": "🦅", "bat": "🦇",
    # plants and food
    "cactus": "🌵", "palm tree": "🌴", "rose": "🌹", "sunflower": "🌻", "tulip": "🌷", "mushroom": "🍄",
    "clover": "🍀", "maple leaf": "🍁", "apple": "🍎", "pear": "🍐", "banana": "🍌", "lemon": "🍋", "strawberry": "🍓",
    "grape cluster": "🍇", "watermelon": "🍉", "pineapple": "🍍", "cherry pair": "🍒", "peach": "🍑", "avocado": "🥑",
    "kiwi": "🥝", "carrot": "🥕", "corn cob": "🌽", "eggplant": "🍆", "broccoli floret": "🥦", "pumpkin": "🎃",
    "bread loaf": "🍞", "croissant": "🥐", "pretzel": "🥨", "cheese wedge": "🧀", "hamburger": "🍔",
    "pizza slice": "🍕", "hot dog": "🌭", "taco": "🌮", "fried egg": "🍳", "donut": "🍩", "cookie": "🍪", "cake": "🎂",
    "lollipop": "🍭", "ice cream": "🍦", "cup": "☕", "bottle": "🍾",
    # vehicles and places
    "car": "🚗", "taxi": "🚕", "ambulance": "🚑", "bus": "🚌", "truck": "🚚", "tractor": "🚜", "bicycle": "🚲",
    "motorcycle": "🏍️", "train": "🚂", "airplane": "✈️", "helicopter": "🚁", "rocket": "🚀", "sailboat": "⛵",
    "ship": "🚢", "anchor": "⚓", "traffic light": "🚦", "tent": "⛺", "house": "🏠", "castle": "🏰", "fountain": "⛲",
    "ferris wheel": "🎡", "volcano": "🌋",
    # at home, play and work
    "umbrella": "☂️", "balloon": "🎈", "gift": "🎁", "soccer ball": "⚽", "basketball": "🏀", "trophy": "🏆",
    "dart board": "🎯", "dice": "🎲", "kite": "🪁", "teddy bear": "🧸", "guitar": "🎸", "trumpet": "🎺",
    "violin": "🎻", "drum": "🥁", "piano": "🎹", "camera": "📷", "telephone": "☎️", "laptop": "💻",
    "television": "📺", "clock": "⏰", "hourglass": "⏳", "key": "🔑", "padlock": "🔒", "hammer": "🔨",
    "gear": "⚙️", "magnet": "🧲", "bomb": "💣", "pill": "💊", "pencil": "✏️", "envelope": "✉️", "mailbox": "📫",
    "book": "📕", "globe": "🌍", "candle": "🕯️", "light bulb": "💡", "chair": "🪑", "sofa": "🛋️", "bed": "🛏️",
    "money bag": "💰", "backpack": "🎒", "shirt": "👕", "dress": "👗",
    "hat": "🎩", "crown": "👑", "boot": "👢", "bell": "🔔", "hand": "✋", "eye": "👁️", "skull": "💀", "ghost": "👻",
    "robot": "🤖", "snowman": "⛄", "sun": "☀️", "flame": "🔥", "rainbow": "🌈", "snowflake": "❄️",
}  # fmt: skip

SHAPES: tuple[str, ...] = (
    "circle", "oval", "square", "rectangle", "triangle", "diamond", "hexagon", "star", "heart", "ring", "arrow",
    "cross", "crescent", "semicircle", "droplet", "spiral",
)  # fmt: skip
