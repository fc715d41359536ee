"""The words by which `elements` tells the parts of a description apart: closed lists, put together for this program.

What is in none of them, and has no ending of a verb or an adverb, is taken for a noun.
"""

ATTRIBUTES = """
red orange yellow green blue purple violet pink brown black white grey gold golden silver beige tan cream teal
turquoise maroon navy crimson scarlet bronze copper ivory lavender olive blonde dark bright pale vivid deep colorful
multicolored monochrome
big small tiny huge large little medium tall short long wide narrow thick thin broad giant miniature slender
round square rectangular oval circular triangular curved straight flat pointed angular spiral cylindrical
wooden timber metallic woolen rusty oblong damp pretty lovely gray aged snowcovered massive
striped dotted checkered plaid floral patterned plain textured smooth rough shiny glossy matte transparent
translucent reflective fluffy furry fuzzy hairy soft hard wet dry dirty clean dusty muddy snowy icy sandy rocky
grassy leafy mossy cloudy sunny foggy misty rainy clear
old new young elderly ancient modern antique vintage rustic traditional contemporary weathered worn broken cracked
faded fresh ripe rotten raw baked
open closed empty full half lit illuminated crowded busy quiet calm serene peaceful lively cozy
happy sad smiling serious beautiful elegant ornate simple decorative delicate sturdy heavy sharp blunt
hot cold warm cool bare bald bearded naked barefoot male female
"""

# Each way to say a relation, and the one word for all of them.
RELATIONS = {
    "on": "on", "on top of": "on", "atop": "on", "upon": "on", "resting on": "on", "sitting on": "on",
    "standing on": "on", "lying on": "on", "placed on": "on", "in": "in", "inside": "in", "inside of": "in",
    "within": "in", "into": "in", "under": "under", "underneath": "under", "beneath": "under", "below": "under",
    "above": "above", "over": "above", "behind": "behind", "in back of": "behind", "in front of": "in front of",
    "before": "in front of", "next to": "beside", "beside": "beside", "alongside": "beside", "adjacent to": "beside",
    "by": "beside", "near": "near", "close to": "near", "around": "around", "surrounding": "around",
    "surrounded by": "surrounded by", "between": "between", "among": "among", "amid": "among", "against": "against",
    "across": "across", "along": "along", "past": "past", "through": "through", "toward": "toward", "towards": "toward",
    "left of": "left of", "to the left of": "left of", "right of": "right of", "to the right of": "right of",
    "with": "with", "has": "with", "have": "with", "having": "with", "featuring": "with", "features": "with",
    "containing": "containing", "contains": "containing", "filled with": "containing", "full of": "containing",
    "wearing": "wearing", "wears": "wearing", "dressed in": "wearing", "holding": "holding", "holds": "holding",
    "carrying": "carrying", "carries": "carrying", "riding": "riding", "rides": "riding", "eating": "eating",
    "drinking": "drinking", "looking at": "looking at", "watching": "looking at", "facing": "facing",
    "leaning against": "against", "leaning on": "against", "attached to": "attached to", "hanging from": "hanging from",
    "hanging on": "on", "mounted on": "on", "covered with": "covered with", "covered in": "covered with",
    "covered by": "covered with", "covering": "covering", "made of": "made of", "walking": "walking",
    "playing": "playing", "pulling": "pulling", "pushing": "pushing", "driving": "driving", "leading to": "leading to",
    "of": "of", "from": "from", "at": "at",
}  # fmt: skip

# No parts of a picture: small words, and those that speak of the picture or of the one who describes it.
STOP = """
a an the this that these those it its it's they them their theirs he him his she her hers we us our you your i me my
one two three four five six seven eight nine ten several some many few multiple various numerous another other
others each every both all any no none more most much such same own different additional
and or but nor so yet as if while where when which who whom whose what how than then there here also too very quite
rather just only even still not never always often sometimes perhaps maybe however although though because since
overall together apart away up down out off to for about during after until per via
is are was were be been being am do does did done can could may might must shall should will would
image picture photo photograph photography scene view shot frame background foreground composition setting
atmosphere ambiance mood detail element feature focus impression sense feel feeling addition contrast overall
left right top bottom center centre middle side corner edge area part piece portion section rest
first second third last next front back upper lower visible present likely possibly clearly
thing something anything everything nothing kind type sort variety lot number pair group couple set
"""

# Verbs in forms whose ending doesn't tell them from nouns.
VERBS = """
stand sit lie hang lean rest appear seem look show depict feature include contain capture create add give suggest
indicate make take use see face wear hold carry ride walk run play eat drink read write talk speak smile laugh wait
fly float swim drive pull push lead reach extend stretch surround cover fill line dominate complement contribute
consist provide reflect cast shine stood sat lay hung seen shown made taken worn held written drawn lit built known
get go come keep let put say set
"""

# Nouns with the ending of a verb or an adverb.
NOUNS = """
building ceiling painting clothing railing wing ring string king morning evening lighting awning earring icing
frosting topping pudding dumpling duckling sibling swing sling spring bring thing wedding opening clearing crossing
landing parking dining living drawing carving bedding stuffing siding flooring paneling roofing sibling
bed shed seed weed reed sled breed steed family butterfly fly belly jelly lily bully ally dolly trolley
"""

# Words that mean much the same, the first for all of them.
SYNONYMS = (
    "couch sofa settee", "car automobile", "bicycle bike", "motorcycle motorbike",
    "airplane plane aeroplane aircraft", "boat ship vessel", "child kid", "person individual human figure",
    "man gentleman guy", "woman lady", "baby infant", "puppy pup", "kitten kitty", "cup mug", "television tv",
    "phone cellphone smartphone telephone", "refrigerator fridge", "stove cooker", "rug carpet mat",
    "picture painting artwork", "road street roadway", "sidewalk pavement walkway", "path trail pathway",
    "forest wood woodland", "hill slope hillside", "mountain peak", "sea ocean", "beach shore shoreline coast",
    "lake pond", "river stream creek", "stone rock boulder", "grass lawn", "bush shrub", "flower blossom bloom",
    "plant vegetation foliage greenery", "house home", "shop store", "building structure edifice", "tower spire",
    "jacket coat", "hat cap", "shirt top blouse", "trouser pant slack", "shoe footwear", "eyeglass spectacle",
    "purse handbag", "backpack rucksack", "suitcase luggage", "dish plate", "pot pan", "donut doughnut",
    "hamburger burger", "light lamp", "sign signboard", "text lettering word", "crowd audience",
    "drawer dresser cabinet", "curtain drape", "blanket throw", "bin trashcan", "sky heaven", "gray grey",
    "big large huge massive", "small little tiny", "tall high", "old aged elderly", "wooden timber", "round circular",
    "rectangular oblong", "multicolored colorful", "shiny glossy", "wet damp", "beautiful pretty lovely",
    "calm serene peaceful quiet", "bright vivid", "golden gold", "snowy snowcovered",
)  # fmt: skip
