-- +goose Up

ALTER TABLE bosses   ADD COLUMN since        TEXT NOT NULL DEFAULT '';
ALTER TABLE goals    ADD COLUMN source       TEXT NOT NULL DEFAULT '';
ALTER TABLE goals    ADD COLUMN owned_by     TEXT NOT NULL DEFAULT '';
ALTER TABLE goals    ADD COLUMN horizon      TEXT NOT NULL DEFAULT '';
ALTER TABLE goals    ADD COLUMN confirmed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE goals    ADD COLUMN played_back  TEXT NOT NULL DEFAULT '';
ALTER TABLE projects ADD COLUMN depends      TEXT NOT NULL DEFAULT '[]';

-- What a proposal becomes, for whom, and what else is known of it; particulars
-- is an object that no query asks for.
ALTER TABLE proposals ADD COLUMN becomes     TEXT NOT NULL DEFAULT '';
ALTER TABLE proposals ADD COLUMN boss_id     INTEGER REFERENCES bosses (id);
ALTER TABLE proposals ADD COLUMN due         TEXT NOT NULL DEFAULT '';
ALTER TABLE proposals ADD COLUMN particulars TEXT NOT NULL DEFAULT '';
ALTER TABLE proposals ADD COLUMN became_id   INTEGER REFERENCES records (id);

-- The dated facts of a relation, whatever their noun: asks, promises,
-- meetings and all the others. What is asked for in queries has a column, the
-- rest stands in body as JSON: one table costs a command that starts anew less
-- than one for each of thirty nouns. A fact may be about another record of its
-- owner, as what happened to a promise is about the promise.
CREATE TABLE facts (
    id      INTEGER PRIMARY KEY REFERENCES records (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    noun    TEXT    NOT NULL,
    boss_id INTEGER REFERENCES bosses (id),
    about_id INTEGER,
    day     TEXT    NOT NULL,
    due     TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    body    TEXT    NOT NULL
) STRICT;
CREATE INDEX facts_by_noun ON facts (user_id, noun, day, id);
CREATE INDEX facts_by_boss ON facts (user_id, boss_id, day, id);
CREATE INDEX facts_about   ON facts (user_id, about_id, id) WHERE about_id IS NOT NULL;
CREATE INDEX facts_open    ON facts (user_id, noun, due, id) WHERE state = 'open';

-- Private: no query that feeds a text for somebody else reads this table.
CREATE TABLE private_facts (
    id      INTEGER PRIMARY KEY REFERENCES records (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    noun    TEXT    NOT NULL,
    boss_id INTEGER REFERENCES bosses (id),
    about_id INTEGER,
    day     TEXT    NOT NULL,
    due     TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    body    TEXT    NOT NULL
) STRICT;
CREATE INDEX private_facts_by_noun ON private_facts (user_id, noun, day, id);

-- +goose Down
SELECT 1;
