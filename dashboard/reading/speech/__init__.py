"""Who says what, and how sure the text is of it.

`attribution` is the way in. `conversation` walks over the sentences that have a cue (`cues`) and asks the rules of the
language for its claim: `german` where the verb stands second or last, `plain` where it follows its subject, as in
English and French; `names` tells where the words that name a source begin and end. `contents` parts the sentence among
those who speak in it, with `rivals` and `opponents`; `speakers`, `lists`, `interviews` and `headlines` carry a source
on, `sources` refuses those whom a cue does not let speak. `status` tells how sure the text is.
"""
