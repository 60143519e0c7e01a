-- +goose Up

-- Every row belongs to a user. Instants are microseconds since 1970 in UTC,
-- offsets minutes east of UTC, civil days YYYY-MM-DD, truths 0 not said,
-- 1 no, 2 yes. Lists are JSON arrays.

CREATE TABLE users (
    id        BIGINT PRIMARY KEY,
    slug      TEXT COLLATE "C" NOT NULL UNIQUE,
    name      TEXT COLLATE "C" NOT NULL,
    zone      TEXT COLLATE "C" NOT NULL,
    locale    TEXT COLLATE "C" NOT NULL,
    work_days BIGINT NOT NULL,
    editor    TEXT COLLATE "C" NOT NULL,
    names     TEXT COLLATE "C" NOT NULL,
    emails    TEXT COLLATE "C" NOT NULL,
    sample    BIGINT NOT NULL
);

-- One row for everything a user entered or approved, whatever its noun: its
-- short number, its identity in the journal, its instant. The id counts up
-- with arrival.
CREATE TABLE records (
    id         BIGINT PRIMARY KEY,
    user_id    BIGINT NOT NULL REFERENCES users (id),
    noun       TEXT COLLATE "C" NOT NULL,
    number     BIGINT NOT NULL,
    line       TEXT COLLATE "C" NOT NULL,
    at         BIGINT NOT NULL,
    at_offset  BIGINT NOT NULL,
    removed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX records_by_line   ON records (user_id, line);
CREATE UNIQUE INDEX records_by_number ON records (user_id, number) WHERE number > 0;
CREATE INDEX        records_by_time   ON records (user_id, at, id);
CREATE INDEX        records_removed   ON records (user_id, noun) WHERE removed_at <> 0;

CREATE TABLE bosses (
    id          BIGINT PRIMARY KEY REFERENCES records (id),
    user_id     BIGINT NOT NULL REFERENCES users (id),
    slug        TEXT COLLATE "C" NOT NULL,
    name        TEXT COLLATE "C" NOT NULL,
    relation    TEXT COLLATE "C" NOT NULL,
    role        TEXT COLLATE "C" NOT NULL,
    zone        TEXT COLLATE "C" NOT NULL,
    hours       TEXT COLLATE "C" NOT NULL,
    evaluates   BIGINT NOT NULL,
    email       TEXT COLLATE "C" NOT NULL,
    left_at     BIGINT NOT NULL,
    left_offset BIGINT NOT NULL,
    left_line   TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX bosses_by_slug ON bosses (user_id, slug);

CREATE TABLE goals (
    id        BIGINT PRIMARY KEY REFERENCES records (id),
    user_id   BIGINT NOT NULL REFERENCES users (id),
    boss_id   BIGINT NOT NULL REFERENCES bosses (id),
    slug      TEXT COLLATE "C" NOT NULL,
    title     TEXT COLLATE "C" NOT NULL,
    confirmed BIGINT NOT NULL,
    due       TEXT COLLATE "C" NOT NULL,
    closed    TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX goals_by_slug ON goals (user_id, slug);

CREATE TABLE projects (
    id      BIGINT PRIMARY KEY REFERENCES records (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    slug    TEXT COLLATE "C" NOT NULL,
    title   TEXT COLLATE "C" NOT NULL,
    boss_id BIGINT REFERENCES bosses (id),
    goal_id BIGINT REFERENCES goals (id),
    due     TEXT COLLATE "C" NOT NULL,
    status  TEXT COLLATE "C" NOT NULL,
    level   TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX projects_by_slug ON projects (user_id, slug);

CREATE TABLE sources (
    id         BIGINT PRIMARY KEY REFERENCES records (id),
    user_id    BIGINT NOT NULL REFERENCES users (id),
    kind       TEXT COLLATE "C" NOT NULL,
    location   TEXT COLLATE "C" NOT NULL,
    title      TEXT COLLATE "C" NOT NULL,
    project_id BIGINT REFERENCES projects (id),
    cursor     TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX sources_by_location ON sources (user_id, kind, location);

-- What a source said, as it was fetched: mapping it again needs no network.
CREATE TABLE raw_items (
    source_id BIGINT NOT NULL REFERENCES sources (id),
    user_id   BIGINT NOT NULL REFERENCES users (id),
    key       TEXT COLLATE "C" NOT NULL,
    day       TEXT COLLATE "C" NOT NULL,
    body      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (source_id, key)
);
CREATE INDEX raw_items_by_day ON raw_items (source_id, day);

CREATE TABLE entries (
    id           BIGINT PRIMARY KEY REFERENCES records (id),
    user_id      BIGINT NOT NULL REFERENCES users (id),
    day          TEXT COLLATE "C" NOT NULL,
    kind         TEXT COLLATE "C" NOT NULL,
    kind_by      BIGINT NOT NULL,
    text         TEXT COLLATE "C" NOT NULL,
    outcome      TEXT COLLATE "C" NOT NULL,
    project_id   BIGINT REFERENCES projects (id),
    project_by   BIGINT NOT NULL,
    told_said    BIGINT NOT NULL,
    helpers      TEXT COLLATE "C" NOT NULL,
    committed_by TEXT COLLATE "C" NOT NULL,
    due          TEXT COLLATE "C" NOT NULL,
    closed       TEXT COLLATE "C" NOT NULL,
    asked        BIGINT NOT NULL,
    raised       BIGINT NOT NULL,
    boss_said    TEXT COLLATE "C" NOT NULL,
    own_error    BIGINT NOT NULL,
    url          TEXT COLLATE "C" NOT NULL,
    evidence     TEXT COLLATE "C" NOT NULL,
    source_id    BIGINT REFERENCES sources (id)
);
CREATE INDEX entries_by_day     ON entries (user_id, day, id);
CREATE INDEX entries_by_project ON entries (project_id, day, id) WHERE project_id IS NOT NULL;
CREATE INDEX entries_by_kind    ON entries (user_id, kind, day, id);
CREATE INDEX entries_ended      ON entries (user_id, closed) WHERE closed <> '';

CREATE TABLE entry_bosses (
    entry_id BIGINT NOT NULL REFERENCES entries (id),
    boss_id  BIGINT NOT NULL REFERENCES bosses (id),
    user_id  BIGINT NOT NULL REFERENCES users (id),
    rank     BIGINT NOT NULL,
    PRIMARY KEY (entry_id, boss_id)
);

CREATE TABLE entry_links (
    entry_id   BIGINT NOT NULL REFERENCES entries (id),
    goal_id    BIGINT NOT NULL REFERENCES goals (id),
    user_id    BIGINT NOT NULL REFERENCES users (id),
    rank       BIGINT NOT NULL,
    linked_by  BIGINT NOT NULL,
    confidence BIGINT NOT NULL,
    reason     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (entry_id, goal_id)
);
CREATE INDEX entry_links_by_goal ON entry_links (goal_id, entry_id);
CREATE INDEX entry_links_held    ON entry_links (user_id, entry_id) WHERE linked_by > 0;

CREATE TABLE reports (
    id         BIGINT PRIMARY KEY REFERENCES records (id),
    user_id    BIGINT NOT NULL REFERENCES users (id),
    boss_id    BIGINT NOT NULL REFERENCES bosses (id),
    at         BIGINT NOT NULL, -- that of its record: the last report is found without reading them all
    from_day   TEXT COLLATE "C" NOT NULL,
    until_day  TEXT COLLATE "C" NOT NULL,
    version    BIGINT NOT NULL,
    state      TEXT COLLATE "C" NOT NULL,
    format     TEXT COLLATE "C" NOT NULL,
    text       TEXT COLLATE "C" NOT NULL,
    medium     TEXT COLLATE "C" NOT NULL,
    item_count BIGINT NOT NULL,
    pages      BIGINT NOT NULL,
    opened     BIGINT NOT NULL
);
CREATE INDEX reports_by_boss ON reports (user_id, boss_id, state, at, id);

CREATE TABLE report_items (
    report_id BIGINT NOT NULL REFERENCES reports (id),
    entry_id  BIGINT NOT NULL REFERENCES entries (id),
    user_id   BIGINT NOT NULL REFERENCES users (id),
    rank      BIGINT NOT NULL,
    place     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (report_id, entry_id)
);
CREATE INDEX report_items_by_entry ON report_items (entry_id);

-- Which boss knows of an entry, since when, and how.
CREATE TABLE told (
    entry_id     BIGINT NOT NULL REFERENCES entries (id),
    boss_id      BIGINT NOT NULL REFERENCES bosses (id),
    user_id      BIGINT NOT NULL REFERENCES users (id),
    since        BIGINT NOT NULL,
    since_offset BIGINT NOT NULL,
    how          TEXT COLLATE "C" NOT NULL,
    report_id    BIGINT REFERENCES reports (id),
    via          TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (entry_id, boss_id)
);

-- Private: no query that feeds a text for somebody else reads this table.
CREATE TABLE private_notes (
    id      BIGINT PRIMARY KEY REFERENCES records (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    day     TEXT COLLATE "C" NOT NULL,
    text    TEXT COLLATE "C" NOT NULL
);
CREATE INDEX private_notes_by_day ON private_notes (user_id, day, id);

CREATE TABLE proposals (
    id         BIGINT PRIMARY KEY REFERENCES records (id),
    user_id    BIGINT NOT NULL REFERENCES users (id),
    source_id  BIGINT NOT NULL REFERENCES sources (id),
    key        TEXT COLLATE "C" NOT NULL,
    from_day   TEXT COLLATE "C" NOT NULL,
    day        TEXT COLLATE "C" NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    text       TEXT COLLATE "C" NOT NULL,
    project    TEXT COLLATE "C" NOT NULL,
    reason     TEXT COLLATE "C" NOT NULL,
    confidence BIGINT NOT NULL,
    evidence   TEXT COLLATE "C" NOT NULL,
    noise      BIGINT NOT NULL,
    state      TEXT COLLATE "C" NOT NULL,
    entry_id   BIGINT REFERENCES entries (id)
);
CREATE UNIQUE INDEX proposals_by_key   ON proposals (source_id, key);
CREATE INDEX        proposals_by_state ON proposals (user_id, state, day, id);

CREATE TABLE calendar (
    id        BIGINT PRIMARY KEY REFERENCES records (id),
    user_id   BIGINT NOT NULL REFERENCES users (id),
    text      TEXT COLLATE "C" NOT NULL,
    from_day  TEXT COLLATE "C" NOT NULL,
    until_day TEXT COLLATE "C" NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL
);
CREATE INDEX calendar_by_day ON calendar (user_id, kind, from_day);

CREATE TABLE corrections (
    id         BIGINT PRIMARY KEY REFERENCES records (id),
    user_id    BIGINT NOT NULL REFERENCES users (id),
    about      TEXT COLLATE "C" NOT NULL,
    text       TEXT COLLATE "C" NOT NULL,
    wrong      TEXT COLLATE "C" NOT NULL,
    right_word TEXT COLLATE "C" NOT NULL
);
CREATE INDEX corrections_by_about ON corrections (user_id, about, id);

-- Journal lines that this version keeps but does not understand, and lines
-- that a later one of the same name replaced. They go out as they came.
CREATE TABLE kept_lines (
    id      BIGINT PRIMARY KEY REFERENCES records (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    type    TEXT COLLATE "C" NOT NULL,
    body    TEXT COLLATE "C" NOT NULL,
    why     TEXT COLLATE "C" NOT NULL
);

-- What a command did, so that it can be undone.
CREATE TABLE changes (
    id      BIGINT PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id),
    at      BIGINT NOT NULL,
    what    TEXT COLLATE "C" NOT NULL,
    steps   TEXT COLLATE "C" NOT NULL,
    undone  BIGINT NOT NULL
);
CREATE INDEX changes_by_user ON changes (user_id, id);

-- Folded words of the record, and apart from them those of private notes.

CREATE TABLE search (
    record_id BIGINT PRIMARY KEY REFERENCES records (id),
    user_id   BIGINT NOT NULL REFERENCES users (id),
    words     TSVECTOR NOT NULL
);
CREATE INDEX search_by_words ON search USING GIN (words);

CREATE TABLE private_search (
    record_id BIGINT PRIMARY KEY REFERENCES records (id),
    user_id   BIGINT NOT NULL REFERENCES users (id),
    words     TSVECTOR NOT NULL
);
CREATE INDEX private_search_by_words ON private_search USING GIN (words);

-- +goose Down
SELECT 1;
