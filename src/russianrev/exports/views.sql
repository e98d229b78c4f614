-- Questions to the tables of the Parquet export: the same text for DuckDB and for Spark SQL.
--
-- The views read events, participants, statements and statement_things: tables, or other views, with the columns of the
-- files of these names. A question is a condition on a view, and its answer that of the library, in the same order.
-- Spark runs one statement at a time, so part the text at the semicolons. There are none but at the ends of statements.


-- One row an event, with its days, Gregorian and inclusive, null if it has no date.
--
-- An open beginning is 0001-01-01 and an open end 9999-12-31, outside every day of history. A period of whole days has
-- * for certain, what has first_day >= start and last_day <= end,
-- * possibly, what has first_day <= end and last_day >= start.
-- For a period that is itself open at one end, leave out the comparison with that end.
--
-- sort_key is a text by which events are in order of time, and where time does not tell them apart in that of the
-- documents: first minute, last minute, whether it is a span, signs of doubt, time of day, the first statement that
-- tells of it, id. A blank, which ends each part, comes before whatever else is in one, and ~ after it.
CREATE OR REPLACE TEMPORARY VIEW event_days AS
SELECT
  e.id AS event_id,
  e.title,
  e.kind,
  e.date_notation,
  CASE WHEN e.date_notation IS NOT NULL THEN coalesce(e.date_start, DATE '0001-01-01') END AS first_day,
  CASE WHEN e.date_notation IS NOT NULL THEN coalesce(e.date_end, DATE '9999-12-31') END AS last_day,
  concat_ws(' ',
    CASE WHEN e.date_notation IS NULL THEN '~' ELSE concat_ws(' ',
      coalesce(CAST(e.date_start AS STRING), '0000-00-00'),
      CASE
        WHEN e.date_time IS NULL OR e.date_time = 'small-hours' THEN '00:00'
        WHEN e.date_time = 'morning' THEN '05:00'
        WHEN e.date_time = 'noon' THEN '12:00'
        WHEN e.date_time = 'afternoon' THEN '12:01'
        WHEN e.date_time = 'evening' THEN '18:00'
        WHEN e.date_time = 'night' THEN '22:00'
        ELSE substr(concat(e.date_time, ':00'), 2, 5)
      END,
      coalesce(CAST(e.date_end AS STRING), '9999-99-99'),
      CASE
        WHEN e.date_time IS NULL OR e.date_time = 'night' THEN '23:59'
        WHEN e.date_time = 'small-hours' THEN '04:59'
        WHEN e.date_time = 'morning' THEN '11:59'
        WHEN e.date_time = 'noon' THEN '12:00'
        WHEN e.date_time = 'afternoon' THEN '17:59'
        WHEN e.date_time = 'evening' THEN '21:59'
        ELSE substr(concat(e.date_time, ':59'), 2, 5)
      END,
      CASE WHEN e.date_precision = 'span' THEN '1' ELSE '0' END,
      CASE WHEN e.date_precision = 'span' THEN e.date_doubt ELSE concat(e.date_doubt, '/', e.date_doubt) END,
      coalesce(e.date_time, '')
    ) END,
    coalesce(t.told, '~'),
    e.id
  ) AS sort_key
FROM (
  -- What is neither figure, letter, dot nor mark of style: ~ (approximate), ? (uncertain), % (both), and / in a span.
  SELECT *, translate(lower(date_notation), '0123456789abcdefghijklmnopqrstuvwxyz-:. ', '') AS date_doubt
  FROM events
) AS e
LEFT JOIN (
  SELECT
    event_id,
    min(concat_ws(' ',
      source_id,
      lpad(CAST(paragraph AS STRING), 9, '0'),
      lpad(CAST(number AS STRING), 9, '0')
    )) AS told
  FROM statements
  WHERE event_id IS NOT NULL
  GROUP BY event_id
) AS t ON t.event_id = e.id;


-- One row a part that someone took in an event: who (a person, a party or a body), and in which role.
CREATE OR REPLACE TEMPORARY VIEW involved AS
SELECT p.who_id, p.role, e.*
FROM participants AS p
JOIN event_days AS e ON e.event_id = p.event_id;


-- One row a passage behind a thing, or of a source. In order of source_id, paragraph, number they are in that of the
-- documents, and number is that of the first statement of the passage.
CREATE OR REPLACE TEMPORARY VIEW sources_for AS
SELECT thing_id, source_id, paragraph, char_start, char_end, digest, locator, url, min(number) AS number
FROM (
  SELECT t.thing_id, s.source_id, s.paragraph, s.char_start, s.char_end, s.digest, s.locator, s.url, s.number
  FROM statement_things AS t
  JOIN statements AS s ON s.id = t.statement_id
  UNION ALL
  SELECT source_id AS thing_id, source_id, paragraph, char_start, char_end, digest, locator, url, number
  FROM statements
) AS cited
GROUP BY thing_id, source_id, paragraph, char_start, char_end, digest, locator, url;


-- The same for the date of an event alone: the passages that tell of the event and give a date.
CREATE OR REPLACE TEMPORARY VIEW sources_for_date AS
SELECT s.event_id, s.source_id, s.paragraph, s.char_start, s.char_end, s.digest, s.locator, s.url, min(s.number) AS number
FROM statements AS s
JOIN events AS e ON e.id = s.event_id
WHERE s.date_notation IS NOT NULL AND e.date_notation IS NOT NULL
GROUP BY s.event_id, s.source_id, s.paragraph, s.char_start, s.char_end, s.digest, s.locator, s.url;
