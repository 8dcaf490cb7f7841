import { databaseName } from './bulk.ts';

/*
 * What a reader may begin with. Each is run as it stands in a folder with the files; `tests/unit/open-data-bulk.test.ts` does so
 * where the tool is there.
 */

export const examples = {
  python: `import csv
import sqlite3
from collections import Counter

arkiv = sqlite3.connect("${databaseName}")
for utfall, antal in arkiv.execute(
    "SELECT outcome, recommendations FROM outcomes ORDER BY recommendations DESC"
):
    print(utfall, antal)

with open("recommendations.csv", encoding="utf-8-sig", newline="") as fil:
    rader = list(csv.DictReader(fil))
print(Counter(rad["state"] for rad in rader))
amnen = Counter(amne for rad in rader for amne in rad["topics"].split(" | ") if amne)
print(amnen.most_common(5))
`,
  r: `rekommendationer <- read.csv("recommendations.csv", fileEncoding = "UTF-8-BOM",
  colClasses = "character", na.strings = "")
sort(table(rekommendationer$state), decreasing = TRUE)

# Ett ämne på varje rad i stället för flera i en cell.
amnen <- strsplit(rekommendationer$topics, " | ", fixed = TRUE)
sort(table(unlist(amnen)), decreasing = TRUE)
`,
  duckdb: `SELECT amne, count(*) AS antal
FROM (
  SELECT unnest(topics) AS amne
  FROM read_json('recommendations.ndjson', format = 'newline_delimited')
)
GROUP BY amne ORDER BY antal DESC, amne;

SELECT m.place, count(*) AS antal
FROM read_csv('recommendations.csv', all_varchar = true) AS r
JOIN read_csv('municipalities.csv', all_varchar = true) AS m ON m.id = r.municipality
GROUP BY ALL ORDER BY antal DESC, m.place;
`,
  sql: `-- Ord i alla texter, med några ord runt omkring.
SELECT kind, id, snippet(search, 4, '[', ']', '…', 12) AS text
FROM search WHERE search MATCH 'behörighet*' ORDER BY rank LIMIT 10;

-- Rekommendationer som nämnden säger är åtgärdade men som ingen revisor har prövat.
SELECT recommendation, body, claim_date FROM claimed_done_not_checked ORDER BY claim_date;

-- Granskningar som åberopar en viss paragraf.
SELECT a.id, a.title FROM audits_criteria AS c JOIN audits AS a ON a.id = c.id
WHERE c.value LIKE 'kl-2017/%' ORDER BY a.published DESC;
`,
} as const;
