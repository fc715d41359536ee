"""The words that name COCO's 80 classes: of each class its other names in the singular, with commas between them."""

ANIMALS = {
    "bird": (
        "pigeon, dove, seagull, gull, duck, duckling, goose, swan, parrot, owl, eagle, hawk, crow, sparrow, "
        "chicken, hen, rooster, peacock, penguin, ostrich, flamingo, pelican, heron, stork, finch, robin, turkey"
    ),
    "cat": "kitten, kitty, feline, tabby",
    "dog": "puppy, pup, canine, hound, poodle, terrier, labrador, retriever, bulldog, dachshund, pug, beagle, corgi",
    "horse": "pony, foal, mare, stallion, colt",
    "sheep": "lamb, ewe",
    "cow": "cattle, bull, calf, ox, heifer, steer",
    "elephant": "",
    "bear": "polar bear, grizzly bear, grizzly, brown bear, black bear, panda bear, panda, bear cub",
    "zebra": "",
    "giraffe": "",
}
VEHICLES = {
    "bicycle": "bike, tricycle, mountain bike",
    "car": (
        "automobile, sedan, suv, minivan, hatchback, taxi, taxi cab, cab, jeep, van, police car, sports car, "
        "limousine, convertible, station wagon"
    ),
    "motorcycle": "motor bike, motorbike, motor cycle, scooter, motor scooter, moped",
    "airplane": "plane, aeroplane, air plane, aircraft, jet, airliner, biplane, jetliner, seaplane, fighter jet",
    "bus": "minibus, coach bus, school bus, double decker bus, tour bus, trolley bus",
    "train": "locomotive, train car, subway train, tram, trolley, caboose, train engine, steam engine",
    "truck": "pickup, pickup truck, lorry, fire truck, fire engine, tow truck, dump truck, food truck, tractor trailer",
    "boat": (
        "ship, sailboat, sail boat, canoe, kayak, ferry, yacht, raft, rowboat, row boat, gondola, motorboat, "
        "speedboat, tugboat, barge, dinghy"
    ),
}
THINGS = {
    "person": (
        "man, woman, boy, girl, child, kid, baby, toddler, infant, adult, teenager, lady, gentleman, guy, human, "
        "pedestrian, passenger, rider, cyclist, biker, motorcyclist, driver, worker, player, athlete, batter, "
        "catcher, pitcher, umpire, golfer, skier, snowboarder, surfer, skateboarder, skater, swimmer, tennis "
        "player, baseball player, spectator, chef, waiter, waitress, bartender, policeman, police officer, officer, "
        "soldier, fireman, firefighter, farmer, cowboy, bride, groom, mother, father, mom, dad, son, daughter, "
        "brother, sister, friend, student, teacher, tourist, traveler, shopper, customer, vendor, businessman, "
        "businesswoman, doctor, nurse, performer, musician, grandmother, grandfather, somebody, someone"
    ),
    "traffic light": "traffic signal, stop light, stoplight, street light, streetlight",
    "fire hydrant": "hydrant",
    "stop sign": "",
    "parking meter": "",
    "bench": "park bench, pew",
    "backpack": "back pack, rucksack, knapsack, school bag",
    "umbrella": "parasol",
    "handbag": "hand bag, purse, tote bag, tote, shoulder bag, pocketbook",
    "tie": "necktie, neck tie, bow tie, bowtie",
    "suitcase": "suit case, luggage, briefcase, brief case, travel bag",
    "frisbee": "flying disc, flying disk",
    "skis": "ski",
    "snowboard": "snow board",
    "sports ball": "ball, baseball, basketball, football, soccer ball, tennis ball, volleyball, golf ball, beach ball",
    "kite": "",
    "baseball bat": "bat",
    "baseball glove": "baseball mitt, mitt, catcher mitt",
    "skateboard": "skate board, longboard",
    "surfboard": "surf board, paddle board, paddleboard",
    "tennis racket": "racket, racquet, tennis racquet",
    "bottle": "wine bottle, beer bottle, water bottle",
    "wine glass": "wineglass, champagne glass, goblet",
    "cup": "mug, teacup, tea cup, coffee cup, coffee mug",
    "fork": "",
    "knife": "butter knife, pocket knife",
    "spoon": "teaspoon, tablespoon, ladle",
    "bowl": "",
    "banana": "",
    "apple": "",
    "sandwich": "burger, hamburger, cheeseburger, panini",
    "orange": "tangerine, clementine, mandarin",
    "broccoli": "",
    "carrot": "",
    "hot dog": "hotdog, frankfurter",
    "pizza": "",
    "donut": "doughnut",
    "cake": "cupcake, cheesecake, birthday cake, wedding cake",
    "chair": "armchair, arm chair, stool, seat, recliner, rocking chair, high chair, office chair",
    "couch": "sofa, loveseat, love seat, settee, futon",
    "potted plant": "houseplant, house plant, pot plant",
    "bed": "bunk bed, mattress",
    "dining table": "table, desk, coffee table, kitchen table, picnic table",
    "toilet": "toilet seat, toilet bowl, seat of the toilet, urinal, commode",
    "tv": "television, tv set, television set, tv screen",
    "laptop": "laptop computer, notebook computer, macbook",
    "mouse": "computer mouse",
    "remote": "remote control, tv remote, game controller, wii remote",
    "keyboard": "computer keyboard",
    "cell phone": "cellphone, mobile phone, smartphone, smart phone, phone, iphone, cellular phone, telephone",
    "microwave": "microwave oven",
    "oven": "stove, stove top oven, stovetop oven, stove top, stovetop",
    "toaster": "",
    "sink": "basin, wash basin, washbasin",
    "refrigerator": "fridge, freezer",
    "book": "textbook",
    "clock": "alarm clock, wall clock, clock face",
    "vase": "flower vase",
    "scissors": "scissor, shears",
    "teddy bear": "teddy, stuffed bear, stuffed animal",
    "hair drier": "hair dryer, hairdryer, blow dryer, blow drier",
    "toothbrush": "tooth brush",
}
# "Passenger" before these, and "baby" and "adult" before an animal, name no person.
PASSENGER = {"train": ("train",), "airplane": ("jet", "plane", "airplane"), "boat": ("ship", "ferry")}
NOT_OBJECTS = (
    "home plate", "train track", "train station", "train platform", "bus stop", "bus station", "book shelf",
)  # fmt: skip
