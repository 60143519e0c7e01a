-- +goose Up

-- Every row belongs to a user. Instants are microseconds since 1970 in UTC,
-- offsets minutes east of UTC, civil days YYYY-MM-DD, truths 0 not said,
-- 1 no, 2 yes. Lists are JSON arrays.

CREATE TABLE users (
    id        INTEGER PRIMARY KEY,
    slug      TEXT    NOT NULL UNIQUE,
    name      TEXT    NOT NULL,
    zone      TEXT    NOT NULL,
    locale    TEXT    NOT NULL,
    work_days INTEGER NOT NULL,
    editor    TEXT    NOT NULL,
    names     TEXT    NOT NULL,
    emails    TEXT    NOT NULL,
    sample    INTEGER NOT NULL
) STRICT;

-- One row for everything a user entered or approved, whatever its noun: its
-- short number, its identity in the journal, its instant. The id counts up
-- with arrival.
CREATE TABLE records (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER NOT NULL REFERENCES users (id),
    noun       TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    line       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    at_offset  INTEGER NOT NULL,
    removed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX records_by_line   ON records (user_id, line);
CREATE UNIQUE INDEX records_by_number ON records (user_id, number) WHERE number > 0;
CREATE INDEX        records_by_time   ON records (user_id, at, id);
CREATE INDEX        records_removed   ON records (user_id, noun) WHERE removed_at <> 0;

CREATE TABLE bosses (
    id          INTEGER PRIMARY KEY REFERENCES records (id),
    user_id     INTEGER NOT NULL REFERENCES users (id),
    slug        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    relation    TEXT    NOT NULL,
    role        TEXT    NOT NULL,
    zone        TEXT    NOT NULL,
    hours       TEXT    NOT NULL,
    evaluates   INTEGER NOT NULL,
    email       TEXT    NOT NULL,
    left_at     INTEGER NOT NULL,
    left_offset INTEGER NOT NULL,
    left_line   TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX bosses_by_slug ON bosses (user_id, slug);

CREATE TABLE goals (
    id        INTEGER PRIMARY KEY REFERENCES records (id),
    user_id   INTEGER NOT NULL REFERENCES users (id),
    boss_id   INTEGER NOT NULL REFERENCES bosses (id),
    slug      TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    confirmed INTEGER NOT NULL,
    due       TEXT    NOT NULL,
    closed    TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX goals_by_slug ON goals (user_id, slug);

CREATE TABLE projects (
    id      INTEGER PRIMARY KEY REFERENCES records (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    slug    TEXT    NOT NULL,
    title   TEXT    NOT NULL,
    boss_id INTEGER REFERENCES bosses (id),
    goal_id INTEGER REFERENCES goals (id),
    due     TEXT    NOT NULL,
    status  TEXT    NOT NULL,
    level   TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX projects_by_slug ON projects (user_id, slug);

CREATE TABLE sources (
    id         INTEGER PRIMARY KEY REFERENCES records (id),
    user_id    INTEGER NOT NULL REFERENCES users (id),
    kind       TEXT    NOT NULL,
    location   TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    project_id INTEGER REFERENCES projects (id),
    cursor     TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX sources_by_location ON sources (user_id, kind, location);

-- What a source said, as it was fetched: mapping it again needs no network.
CREATE TABLE raw_items (
    source_id INTEGER NOT NULL REFERENCES sources (id),
    user_id   INTEGER NOT NULL REFERENCES users (id),
    key       TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (source_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX raw_items_by_day ON raw_items (source_id, day);

CREATE TABLE entries (
    id           INTEGER PRIMARY KEY REFERENCES records (id),
    user_id      INTEGER NOT NULL REFERENCES users (id),
    day          TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    kind_by      INTEGER NOT NULL,
    text         TEXT    NOT NULL,
    outcome      TEXT    NOT NULL,
    project_id   INTEGER REFERENCES projects (id),
    project_by   INTEGER NOT NULL,
    told_said    INTEGER NOT NULL,
    helpers      TEXT    NOT NULL,
    committed_by TEXT    NOT NULL,
    due          TEXT    NOT NULL,
    closed       TEXT    NOT NULL,
    asked        INTEGER NOT NULL,
    raised       INTEGER NOT NULL,
    boss_said    TEXT    NOT NULL,
    own_error    INTEGER NOT NULL,
    url          TEXT    NOT NULL,
    evidence     TEXT    NOT NULL,
    source_id    INTEGER REFERENCES sources (id)
) STRICT;
CREATE INDEX entries_by_day     ON entries (user_id, day, id);
CREATE INDEX entries_by_project ON entries (project_id, day, id) WHERE project_id IS NOT NULL;
CREATE INDEX entries_by_kind    ON entries (user_id, kind, day, id);
CREATE INDEX entries_ended      ON entries (user_id, closed) WHERE closed <> '';

CREATE TABLE entry_bosses (
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    boss_id  INTEGER NOT NULL REFERENCES bosses (id),
    user_id  INTEGER NOT NULL REFERENCES users (id),
    rank     INTEGER NOT NULL,
    PRIMARY KEY (entry_id, boss_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_links (
    entry_id   INTEGER NOT NULL REFERENCES entries (id),
    goal_id    INTEGER NOT NULL REFERENCES goals (id),
    user_id    INTEGER NOT NULL REFERENCES users (id),
    rank       INTEGER NOT NULL,
    linked_by  INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    PRIMARY KEY (entry_id, goal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_links_by_goal ON entry_links (goal_id, entry_id);
CREATE INDEX entry_links_held    ON entry_links (user_id, entry_id) WHERE linked_by > 0;

CREATE TABLE reports (
    id         INTEGER PRIMARY KEY REFERENCES records (id),
    user_id    INTEGER NOT NULL REFERENCES users (id),
    boss_id    INTEGER NOT NULL REFERENCES bosses (id),
    at         INTEGER NOT NULL, -- that of its record: the last report is found without reading them all
    from_day   TEXT    NOT NULL,
    until_day  TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    format     TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    medium     TEXT    NOT NULL,
    item_count INTEGER NOT NULL,
    pages      INTEGER NOT NULL,
    opened     INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_by_boss ON reports (user_id, boss_id, state, at, id);

CREATE TABLE report_items (
    report_id INTEGER NOT NULL REFERENCES reports (id),
    entry_id  INTEGER NOT NULL REFERENCES entries (id),
    user_id   INTEGER NOT NULL REFERENCES users (id),
    rank      INTEGER NOT NULL,
    place     TEXT    NOT NULL,
    PRIMARY KEY (report_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_items_by_entry ON report_items (entry_id);

-- Which boss knows of an entry, since when, and how.
CREATE TABLE told (
    entry_id     INTEGER NOT NULL REFERENCES entries (id),
    boss_id      INTEGER NOT NULL REFERENCES bosses (id),
    user_id      INTEGER NOT NULL REFERENCES users (id),
    since        INTEGER NOT NULL,
    since_offset INTEGER NOT NULL,
    how          TEXT    NOT NULL,
    report_id    INTEGER REFERENCES reports (id),
    via          TEXT    NOT NULL,
    PRIMARY KEY (entry_id, boss_id)
) STRICT, WITHOUT ROWID;

-- Private: no query that feeds a text for somebody else reads this table.
CREATE TABLE private_notes (
    id      INTEGER PRIMARY KEY REFERENCES records (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    day     TEXT    NOT NULL,
    text    TEXT    NOT NULL
) STRICT;
CREATE INDEX private_notes_by_day ON private_notes (user_id, day, id);

CREATE TABLE proposals (
    id         INTEGER PRIMARY KEY REFERENCES records (id),
    user_id    INTEGER NOT NULL REFERENCES users (id),
    source_id  INTEGER NOT NULL REFERENCES sources (id),
    key        TEXT    NOT NULL,
    from_day   TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    project    TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    confidence INTEGER NOT NULL,
    evidence   TEXT    NOT NULL,
    noise      INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    entry_id   INTEGER REFERENCES entries (id)
) STRICT;
CREATE UNIQUE INDEX proposals_by_key   ON proposals (source_id, key);
CREATE INDEX        proposals_by_state ON proposals (user_id, state, day, id);

CREATE TABLE calendar (
    id        INTEGER PRIMARY KEY REFERENCES records (id),
    user_id   INTEGER NOT NULL REFERENCES users (id),
    text      TEXT    NOT NULL,
    from_day  TEXT    NOT NULL,
    until_day TEXT    NOT NULL,
    kind      TEXT    NOT NULL
) STRICT;
CREATE INDEX calendar_by_day ON calendar (user_id, kind, from_day);

CREATE TABLE corrections (
    id         INTEGER PRIMARY KEY REFERENCES records (id),
    user_id    INTEGER NOT NULL REFERENCES users (id),
    about      TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    wrong      TEXT    NOT NULL,
    right_word TEXT    NOT NULL
) STRICT;
CREATE INDEX corrections_by_about ON corrections (user_id, about, id);

-- Journal lines that this version keeps but does not understand, and lines
-- that a later one of the same name replaced. They go out as they came.
CREATE TABLE kept_lines (
    id      INTEGER PRIMARY KEY REFERENCES records (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    type    TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    why     TEXT    NOT NULL
) STRICT;

-- What a command did, so that it can be undone.
CREATE TABLE changes (
    id      INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id),
    at      INTEGER NOT NULL,
    what    TEXT    NOT NULL,
    steps   TEXT    NOT NULL,
    undone  INTEGER NOT NULL
) STRICT;
CREATE INDEX changes_by_user ON changes (user_id, id);

-- Folded words of the record, and apart from them those of private notes.
CREATE VIRTUAL TABLE search USING fts5 (words, content='', contentless_delete=1, prefix='2');
CREATE VIRTUAL TABLE private_search USING fts5 (words, content='', contentless_delete=1);

-- +goose Down
SELECT 1;
