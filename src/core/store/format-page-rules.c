/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/format-page.h"

#include "store/plan.h"

static const char *const head[] = {
  "# The file format of Liaison\n",
  "<!-- Written by “liaisonctl schema --markdown”: change the tables in src/core/record, not this "
  "page. -->\n",
  "A plan is one file, `NAME.liaison`, of MIME type `application/vnd.liaison.exercise+json`: one "
  "JSON object "
  "(RFC 8259) in UTF-8. The schema for programs is `liaison-exercise.schema.json` (JSON Schema, "
  "draft 2020-12), which "
  "`liaisonctl schema` prints. `liaisonctl convert PLAN -o OUT` writes any plan that can be read "
  "in the form "
  "described here.\n",
  "## The whole\n",
  "```json\n"
  "{\n"
  "  \"format\": \"" LIAISON_PLAN_FORMAT "\",\n"
  "  \"version\": " G_STRINGIFY (
      LIAISON_PLAN_VERSION) ",\n"
                            "  \"exercise\": {\n"
                            "    \"id\": \"01a05bcf-9b99-7dfe-8b68-ab3847feda7d\",\n"
                            "    \"name\": {\n"
                            "      \"en\": \"Exercise Harbour Lantern 27\"\n"
                            "    },\n"
                            "    \"startex\": \"2027-10-25T08:00+02:00[Europe/Oslo]\"\n"
                            "  },\n"
                            "  \"events\": [\n"
                            "    {\n"
                            "      \"id\": \"01a06b38-9361-70ff-99ea-2d2a9ae4dbed\",\n"
                            "      \"start\": \"STARTEX-2d@09:00[Europe/Oslo]\",\n"
                            "      \"duration\": \"PT2H30M\"\n"
                            "    }\n"
                            "  ]\n"
                            "}\n"
                            "```\n",
  "`format`, `version` and `exercise` are required. Then come the tables, each an array of "
  "records, and `audit`, the "
  "audit trail: one object for each thing that was done, with its author, the time (Unix "
  "milliseconds), a sentence "
  "with placeholders and the values that fill them, the slots that changed with old and new, and "
  "two SHA-256: that of "
  "the author’s entry before and its own. Programs that do not keep the trail leave it as it is.\n",
  "## Canonical form\n",
  "What Liaison writes is always the same for the same plan, so that a version-control system "
  "shows what changed:\n",
  "- two spaces a level, one value a line, a line feed at the end, no byte-order mark;\n"
  "- members in the order of the tables below, then those that are not known here as they came;\n"
  "- records of a table, and items of a list, in ascending order of their ids, which is that of "
  "their age; what people order has a "
  "member `order`, compared byte by byte;\n"
  "- languages, codes and ids of a set in ascending order, each once;\n"
  "- nothing that is not set: no `null`, no empty text, list or table, no `false`;\n"
  "- only `\"`, `\\` and the characters U+0001 to U+001F escaped; numbers in their shortest "
  "form.\n",
  "Reading is strict in what JSON is (no comments, no second root, no member twice, no lone "
  "surrogates, no U+0000) and "
  "in the types of members, and free in their order and in white space. A file is taken whole or "
  "not at all.\n",
  "## Values\n",
  "| Type | In the file | Example |\n"
  "|---|---|---|\n"
  "| id | a UUID in lower case (RFC 9562; version 7 where Liaison made it); never used again, not "
  "of another kind "
  "either | `\"01a05bcf-9b99-7dfe-8b68-ab3847feda7d\"` |\n"
  "| text | an object of language tags (BCP 47) and strings; Markdown where it has several lines | "
  "`{\"en\": "
  "\"Opening\", \"fr\": \"Ouverture\"}` |\n"
  "| string | a string, the same in every language | `\"EV-012\"` |\n"
  "| integer | a whole number within ±(2^53 − 1), without fraction and exponent | `12` |\n"
  "| boolean | `true`; `false` is not written | `true` |\n"
  "| choice | one of the strings that are listed | `\"confirmed\"` |\n"
  "| instant | a point in time, see below | `\"STARTEX+57h\"` |\n"
  "| duration | ISO 8601 without years and months; a day is 24 hours; weeks stand alone | "
  "`\"P2DT3H\"`, `\"-PT15M\"` |\n"
  "| date | a day of the years 1900 to 2200, in no zone | `\"2027-05-14\"` |\n"
  "| zone | a time zone of the IANA data base | `\"Europe/Oslo\"` |\n"
  "| nation | ISO 3166-1 alpha-2, or the code of an organisation: 2 to 14 of A-Z, 0-9 and -, a "
  "letter first | `\"NO\"`, "
  "`\"NATO\"` |\n"
  "| nations | an array of such codes, a set | `[\"FR\", \"NO\"]` |\n"
  "| level | a language tag, and where it is known a blank and the levels in listening, speaking, "
  "reading and writing "
  "by STANAG 6001, each 0 to 5, with + for a plus level, - for not tested | `\"fr 3332\"`, `\"en "
  "3+32+2\"` |\n"
  "| id of | the id of a record of one of these kinds | |\n"
  "| ids of | an array of such ids, a set | |\n"
  "| marking | an object: `level`, a code of the marking scheme (required), `nations` and `groups` "
  "that it may be "
  "released to; no other member, as it might narrow the release | `{\"level\": "
  "\"EXERCISE-UNCLASSIFIED\", "
  "\"nations\": [\"FR\"]}` |\n"
  "| list of | an array of objects with ids and members of their own | |\n",
  "A reference to a record that is not there is no error of the file but a finding of the "
  "review.\n",
  "### Instants\n",
  "An instant is fixed (RFC 9557: wall time, offset, zone), or anchored to STARTEX, ENDEX or "
  "another record’s start or "
  "end: so much time after it, or at a clock time so many days after its day in a zone. The offset "
  "says which of two "
  "clock times is meant, and shows when the rules of a zone have changed since. In ABNF (RFC "
  "5234), words in capital "
  "and small letters exactly as here:\n",
  "```abnf\n"
  "instant  = fixed / elapsed / clock\n"
  "fixed    = date \"T\" time ( \"Z\" / offset [ \"[\" zone \"]\" ] )\n"
  "elapsed  = anchor [ sign chain ]\n"
  "clock    = anchor [ sign count \"d\" ] \"@\" time ( \"Z\" / \"[\" zone \"]\" )\n"
  "anchor   = \"STARTEX\" / \"ENDEX\" / ( \"start\" / \"end\" ) \"(\" id \")\"\n"
  "chain    = 1*( count ( \"d\" / \"h\" / \"m\" / \"s\" ) )\n"
  "date     = 4DIGIT \"-\" 2DIGIT \"-\" 2DIGIT\n"
  "time     = 2DIGIT \":\" 2DIGIT [ \":\" 2DIGIT ]\n"
  "offset   = sign time\n"
  "count    = %x31-39 *DIGIT\n"
  "sign     = \"+\" / \"-\"\n"
  "zone     = ALPHA *63( ALPHA / DIGIT / \"_\" / \"+\" / \"-\" / \"/\" )\n"
  "```\n",
  "Years are 1900 to 2200, clock times 00:00 to 23:59:59, offsets at most 18 hours; units of a "
  "chain stand once each, "
  "the larger first, and come to at most 100 years. Canonical: seconds only where they are not 00; "
  "`Z` where there is "
  "no zone and no offset; a chain in days alone when they are whole (`-2d`), else in hours alone "
  "(`+57h`), else in the "
  "largest units (`+2d4h30m`).\n",
  "## Limits\n",
  "Checked before memory is spent; a file beyond them is refused with the place.\n",
  "| What | Limit |\n"
  "|---|---|\n"
  "| the file | 256 MB |\n"
  "| depth of nesting | 64 |\n"
  "| records in all | " G_STRINGIFY (
      LIAISON_PLAN_MAX_RECORDS) " |\n"
                                "| a string or one language of a text | 500 bytes for titles and "
                                "codes, else 1 MB |\n"
                                "| languages of one text | 200 |\n"
                                "| members of one set, items of one list | 10000 |\n"
                                "| a member’s name | 128 bytes |\n"
                                "| unknown members of one object | 65536 |\n"
                                "| a number | 1024 bytes |\n",
  "## Versions and unknown members\n",
  "A member that is not known here, at the root, of a record or of an item, is kept and written "
  "back after the known "
  "ones: its value token by token as it came, laid out canonically. So a plan passes through an "
  "older Liaison unharmed, as long as only members were added. A "
  "change that an older Liaison would get wrong raises `version`. A file of a higher version is "
  "opened to be read "
  "only, and is not written. Copies for an audience keep no unknown member.\n",
};

void
liaison_format_page_add_rules (GString *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    g_string_append_printf (page, "%s%s", i > 0 ? "\n" : "", head[i]);
}
