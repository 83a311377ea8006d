"""The words that bring the crisis card: thoughts of suicide, self-harm, overdose, danger from somebody, giving up.

Over-inclusive on purpose: a card too many is met with "I meant something else", a card too few is not met at all.
Deterministic, no model judges anybody. Source: FIELD 2.12, the list of the clinical safety review.

A line is a phrase as people type it, after `programme.crisis.plain`: lower case, no apostrophes, "want to" for "wanna".
(a|b) are alternatives, ? makes what stands before it optional, * ends a stem, ~ stands for up to three words between,
_unless says which words may not follow in the same sentence.
"""


def _unless(words: str) -> str:
    return f"(?! ({words})(?![a-z0-9]))"


_SOMEBODY = (
    "(he|she|partner|husband|wife|boyfriend|girlfriend|bf|gf|ex|dad|father|mum|mother|brother|son|somebody|someone)"
)
_WANT = "(want to|wanted to|wanting to|going to|ready to|rather|could|would|thinking of|thought of|wish i could)"
_ENOUGH = "(any more|anymore|any longer|no more)"

SUICIDE = (
    "suicid*",
    "(sucid|suicde|suiside|suacid|suecid|sucicid|suicie|siucid)*",
    "sewer ?slide*",
    "unaliv*",
    "(?<![0-9] )kms",
    "ctb",
    "(kill|kll|kil|kiling|killing|killed|murder|hang|hanging|hanged|drown|drowning|shoot|shooting|stab|stabbing) my ?self",
    "(top|topping|off|offing|gas|gassing) my ?self",
    "(do|doing|done) my ?self in",
    "end (it|this|everything) all",
    "ending it",
    f"{_WANT} end (it|things|everything)",
    "end (it|everything) (now|tonight|today|soon)",
    "(end|ending|ended) my (own )?life",
    "(take|taking|took) my (own )?life",
    "(throw|throwing) my ?self (off|under|in front)",
    "jump* (off|from) (a|the) (~ )?(bridge|roof|building|cliff|balcony|car park)",
    "jump* (in front of|under) (a|the|my)? ?(~ )?(train|bus|car|lorry|tube)",
    "(slit|slitting|slash|slashing) my (wrist*|throat)",
    f"{_WANT} (just )?die{_unless('young|early|of|from|like (my|him|her)')}",
    "(hope|hoping|wish|wishing|pray|praying) (that )?i (~ )?(die|dead|died)",
    "(wish|wishing) i (was|were|wasnt|werent|had|had never|was never|hadnt) (~ )?(dead|here|alive|born|exist*)",
    "better (off|if i (was|were)) (dead|gone)",
    "better off (~ )?without me",
    "(happier|easier|better) without me",
    "(no ?one|nobody) (would|will|d) (miss me|care if i)",
    "(if i|when im|after im|once im) (~ )?(was gone|were gone|gone|dead|died)",
    "(dont|do not|didnt|doesnt|not|never) (really )?(want|wanted) to (be here|be alive|live|exist|be around|go on|carry on|be on this)",
    f"(dont|do not|never|not|wont) (~ )?(want to )?wake up{_unless('early|late|smoking|craving|needing|coughing|at|so|with')}",
    "(sleep|asleep) (~ )?(not|never) wake",
    "sleep for ?ever",
    "want* to disappear",
    "(no|any|what is the|whats the) (point|reason)( in| of| to| for)? (live|living|being here|be here|being alive|going on|go on|carrying on|life)",
    f"(no|any) point {_ENOUGH}",
    "nothing (left )?to live for",
    "no reason to (live|be here|go on|carry on|wake up|stay)",
    "(not|isnt|aint|is not) worth (living|being here|going on)",
    "(sick|tired|done|fed up) (of|with) (living|life|being alive|being here|existing)",
    "hate (my life|being alive|living|existing)",
    "(give|giving|given|gave) up on (life|living|everything)",
    "(im|am|just|such|feel like|being) a burden",
    "(suicide|goodbye|farewell) (note|letter)",
    "this is goodbye",
    "goodbye (forever|for ever|cruel world|everyone|everybody)",
    "(voices|voice) (~ )?(tell|telling|told|tells) me",
)

SELF_HARM = (
    "self ?(harm|injur|mutilat)*",
    "(harm|harming|harmed|hurt|hurting|hurts|injure|injuring|burn|burning|burnt|burned|starve|starving|punish) my ?self",
    f"(cut|cutting|cuts) my ?(self|arm|arms|leg|legs|wrist|wrists|thigh|thighs){_unless('some|off|down|loose|back|a|shaving')}",
    "cutting again",
    "(punch|punching|punched|hit|hitting) my ?self",
    "(bang|banging|smash|smashing) my head",
)

OVERDOSE = (
    "(overdos|over dos|ovrdos|overdoze)*",
    "(od|oding|oded|od ed) (on|again|tonight)?",
    f"(took|taken|take|taking|swallowed|swallow|had) (far |way )?too many{_unless('break*|puff*|drag*|cig*|fag*|smoke*|rollie*|roll|coffee*|drink*|day*|pint*|hit*|thing*|step*|risk*|shift*|chance*|sip*')}",
    "(all|whole (pack|packet|box|bottle) of|load of|loads of|handful of|bunch of|stash of|saved up|saving up|hoard*) (~ )?(pill|pills|tablet|tablets|meds|medication|paracetamol|codeine|antidepressants|sleeping)",
    "(poison|poisoning|poisoned) my ?self",
)

GIVING_UP = (
    f"cant (go|carry|keep) on{_unless('the|a|an|my|our|that|any|holiday*|with|foot|monday|tuesday|wednesday|thursday|friday|saturday|sunday|smoking')}",
    f"(cannot|can not) (go|carry|keep) on{_unless('the|a|an|my|our|that|any|holiday*|with|smoking')}",
    f"(cant|cannot|can not) (do|take|face|stand|bear|cope with|deal with|handle) (this|it|life|things) (~ )?{_ENOUGH}",
    f"(cant|cannot) (cope|go on|live|do it|manage) {_ENOUGH}",
    "(cant|cannot) (live|exist) (like this|with my ?self|with this)",
    "(cant|cannot|dont) (see|have) (a|any|no) (future|way out|way forward|hope)",
    "no (way out|future for me|hope left|hope for me|hope any ?more)",
    "(feel|feeling|felt|feels) (~ )?hopeless",
    "(lost|losing) (all hope|the will to live)",
    "will to live",
)

DANGER = (
    f"{_SOMEBODY} (~ )?(hit|hits|hitting|hurt|hurts|hurting|beat|beats|beating|punched|punches|kicked|kicks|slapped|slaps|choked|chokes|choking|strangled|strangles|threatens|threatened|threatening|rapes|raped|abuses|abused|attacked|pushes) me",
    f"{_SOMEBODY} (~ )?(kill|hurt|harm|stab) me",
    f"(being|getting|been|get|got|was|am|im) (hit|beaten|beaten up|abused|raped|attacked|strangled|assaulted|stalked|threatened){_unless('by (a |the |an )?(crav*|urge*|wave)')}",
    "(beat|beats|beating) me( up)?",
    "(domestic|sexual|sexually|physical|physically) (abus|violen|assault)*",
    "abusive",
    "(abuses|abused|abusing) me",
    "rap(ed|ist|ing)",
    "(forced|forces|forcing|made|makes) me (to )?have sex",
    "(locks|locked) me (in|out|up)",
    "(wont|doesnt|will not|refuses to) let me (leave|out|go out|see my)",
    "(scared|afraid|frightened|terrified) (of|by) (him|her|my (husband|wife|partner|boyfriend|girlfriend|bf|gf|ex|dad|mum|father|mother|son|brother))",
    "(scared|afraid|frightened|terrified) (to go|to be|of going|at) home",
    "(unsafe|not safe|isnt safe|dont feel safe|not feel safe|never safe) (~ )?(at home|here|with (him|her)|in my (own )?(home|house|flat)|going home)",
    "(in|im in|am in) danger",
    "(hurt|harm|kill|stab) (someone|somebody|my (baby|kid|kids|child|children|son|daughter|wife|husband|partner|mum|dad))",
)

PHRASES = SUICIDE + SELF_HARM + OVERDOSE + GIVING_UP + DANGER

# Strong enough to be looked for with every space taken out ("k i l l  m y s e l f", "killmyself").
RUN_TOGETHER = ("killmyself", "killingmyself", "hangmyself", "endmylife", "suicid", "selfharm", "overdose", "wanttokms")

# How words are typed, and what they stand for.
SAID_AS = {
    "wanna": "want to", "wana": "want to", "wnt": "want", "wan": "want", "gonna": "going to", "gunna": "going to",
    "gona": "going to", "gna": "going to", "goin": "going", "gotta": "got to", "lyf": "life", "lyfe": "life",
    "u": "you", "ur": "your", "r": "are", "2": "to", "b": "be", "n": "and", "nd": "and", "hes": "he", "shes": "she",
    "hell": "he", "shell": "she", "shed": "she", "myslef": "myself", "mysel": "myself", "myslf": "myself",
    "meself": "myself", "mesen": "myself", "mself": "myself", "maself": "myself", "mi": "my", "dnt": "dont", "dun": "dont",
    "cnt": "cant", "carnt": "cant", "ded": "dead", "dieing": "dying", "alot": "a lot", "kl": "kill", "kil": "kill",
    "tabs": "tablets", "anymor": "anymore", "nomore": "no more", "noone": "no one", "som1": "someone", "w": "with",
    "jst": "just", "coz": "because", "cuz": "because", "liv": "live", "hre": "here", "iam": "i am",
}  # fmt: skip
