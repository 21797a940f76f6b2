"""Who says what in a German sentence: verbs that stand second, first or last, participles, and accounts."""
