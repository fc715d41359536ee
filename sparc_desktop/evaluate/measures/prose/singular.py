"""The singular of an English noun, by rule."""

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "oxen": "ox", "calves": "calf", "halves": "half", "knives": "knife",
    "leaves": "leaf", "lives": "life", "loaves": "loaf", "scarves": "scarf", "shelves": "shelf", "thieves": "thief",
    "wives": "wife", "wolves": "wolf", "hooves": "hoof", "ties": "tie", "pies": "pie", "movies": "movie",
    "cookies": "cookie", "brownies": "brownie", "selfies": "selfie", "zombies": "zombie", "smoothies": "smoothie",
    "hoodies": "hoodie", "birdies": "birdie", "potatoes": "potato", "tomatoes": "tomato", "heroes": "hero",
    "echoes": "echo", "mangoes": "mango", "buses": "bus", "gases": "gas", "lenses": "lens", "quizzes": "quiz",
}  # fmt: skip
SAME = frozenset({"sheep", "deer", "fish", "series", "species", "scissors", "skis", "lens", "gas", "canvas", "jeans"})
COMPOUNDS = ("men", "children", "people")  # policewomen, grandchildren, salespeople
HISSING = ("sses", "shes", "ches", "xes", "zzes")


def singular(word: str) -> str:
    """Of a word in lower case; what is no plural, as far as its ending tells, is left as it is."""
    if word in SAME or not word.endswith(("s", *COMPOUNDS)):
        return IRREGULAR.get(word, word)
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending in COMPOUNDS:
        if word.endswith(ending):
            return word.removesuffix(ending) + IRREGULAR[ending]
    if word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(HISSING) else word[:-1]
