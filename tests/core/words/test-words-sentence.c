/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/sentence.h"

#include "catalogues.h"

#include <string.h>

#define ISOLATED(text) "\u2068" text "\u2069"
/* 2027-05-14T13:00Z */
#define MAY_14 1810299600

static LiaisonWords *
new_english (void)
{
  return catalogues_new_words ("en", NULL);
}

static void
test_fills_templates (void)
{
  static const struct
  {
    const char *msgid, *text;
  } cases[] = {
    { "{who}", ISOLATED ("Ann") },
    { "{who}{n}{who}", ISOLATED ("Ann") "3" ISOLATED ("Ann") },
    { "a {who} b", "a " ISOLATED ("Ann") " b" },
    { "{nobody} {n}", "{nobody} 3" },
    { "{{who}}", "{who}" },
    { "{{{who}}}", "{" ISOLATED ("Ann") "}" },
    { "{", "{" },
    { "}", "}" },
    { "{}", "{}" },
    { "{who", "{who" },
    { "who}", "who}" },
    { "{ who }", "{ who }" },
    { "{who!r} {0} {1who}", "{who!r} {0} {1who}" },
    { "{wh} {whom}", "{wh} {whom}" },
    { "%s %n {n}%", "%s %n 3%" },
    { "", "" },
  };
  g_autoptr (LiaisonWords) words = new_english ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          liaison_words_format (words, cases[i].msgid, liaison_operand_text ("who", "Ann"),
                                liaison_operand_integer ("n", 3));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_needs_no_operands (void)
{
  g_autoptr (LiaisonWords) words = new_english ();
  g_autofree char *text = liaison_words_format (words, "Nothing to fill, {x}");

  g_assert_cmpstr (text, ==, "Nothing to fill, {x}");
}

/* An operand's text is never read as a template, as markup or as a format. */
static void
test_leaves_operands_alone (void)
{
  static const char *const texts[] = { "{n}",     "{{",     "R&D <b>", "%s%n",
                                       "النرويج", "日本語", "a\u0301", "" };
  g_autoptr (LiaisonWords) words = new_english ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *expected = g_strconcat ("<\u2068", texts[i], "\u2069> 3", NULL);
      g_autofree char *text =
          liaison_words_format (words, "<{who}> {n}", liaison_operand_text ("who", texts[i]),
                                liaison_operand_integer ("n", 3));

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_contains_text (void)
{
  static const struct
  {
    const char *text, *isolated;
  } cases[] = {
    { "a\u2069b", ISOLATED ("ab") },                     /* a pop that would end ours */
    { "a\u2067b", ISOLATED ("a\u2067b\u2069") },         /* one left open */
    { "a\u2068b\u2069c", ISOLATED ("a\u2068b\u2069c") }, /* balanced: kept */
    { "\u2066\u2067\u2069x", ISOLATED ("\u2066\u2067\u2069x\u2069") },
    { "a\u202eb", ISOLATED ("a\u202eb") }, /* an override ends with the isolate round it */
    { "a\nb\rc\u2029d\u2028e\xc2\x85"
      "f",
      ISOLATED ("a b c d e f") },
    { "a\xff", ISOLATED ("a\ufffd") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = liaison_words_isolate (cases[i].text);

      g_assert_cmpstr (isolated, ==, cases[i].isolated);
    }
}

static void
test_takes_isolates_out (void)
{
  g_autofree char *plain =
      liaison_words_dup_without_isolates ("\u2068é\u2069 \u2066日\u2069\u2067\u206a");

  g_assert_cmpstr (plain, ==, "é 日\u206a");
}

static void
test_translates (void)
{
  char *dir = catalogues_make_dir ("fr", "ar", NULL);
  g_autoptr (LiaisonWords) fr = catalogues_new_words ("fr", dir);
  g_autoptr (LiaisonWords) ar = catalogues_new_words ("ar", dir);
  g_autofree char *french =
      liaison_words_format (fr, "{who} speaks for {nation}", liaison_operand_text ("who", "علي"),
                            liaison_operand_nation ("nation", "NO"));
  g_autofree char *arabic =
      liaison_words_format (ar, "{who} speaks for {nation}", liaison_operand_text ("who", "R&D"),
                            liaison_operand_nation ("nation", "NO"));
  g_autofree char *turned =
      liaison_words_format (fr, "{who} at {site}", liaison_operand_text ("who", "Ann"),
                            liaison_operand_text ("site", "Oslo"));
  g_autofree char *label =
      liaison_words_format (fr, "{field}", liaison_operand_field ("field", "Schedule"));

  g_assert_cmpstr (french, ==, ISOLATED ("علي") " parle pour " ISOLATED ("Norvège"));
  g_assert_cmpstr (arabic, ==, "يتحدث " ISOLATED ("R&D") " باسم " ISOLATED ("النرويج"));
  g_assert_cmpstr (turned, ==, "À " ISOLATED ("Oslo") ", " ISOLATED ("Ann"));
  g_assert_cmpstr (label, ==, "Programme");
  catalogues_remove_dir (dir);
}

static void
test_counts (void)
{
  static const struct
  {
    const char *tag;
    guint64 n;
    const char *text;
  } cases[] = {
    { "en", 1, "1 event" },        { "en", 1234, "1,234 events" }, { "fr", 0, "0 événement" },
    { "pl", 22, "22 wydarzenia" }, { "ja", 3, "3件の行事" },       { "ar-EG", 3, "٣ أحداث" },
    { "uk", 11, "11 подій" },
  };
  char *dir = catalogues_make_dir ("ar", "en", "fr", "ja", "pl", "uk", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, dir);
      g_autofree char *text =
          liaison_words_format_plural (words, "{n} event", "{n} events", cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  catalogues_remove_dir (dir);
}

static void
test_count_can_be_named_over (void)
{
  g_autoptr (LiaisonWords) words = new_english ();
  g_autofree char *text = liaison_words_format_plural (words, "{n} of {who}", "{n}s of {who}", 5,
                                                       liaison_operand_text ("n", "many"),
                                                       liaison_operand_text ("who", "us"));

  g_assert_cmpstr (text, ==, ISOLATED ("many") "s of " ISOLATED ("us"));
}

static void
test_joins_operands_of_one_name (void)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words ("es", NULL);
  g_autofree char *text = liaison_words_format (
      words, "({nations})", liaison_operand_nation ("nations", "FR"),
      liaison_operand_integer ("n", 1), liaison_operand_nation ("nations", "IT"));

  g_assert_cmpstr (text, ==, "(" ISOLATED ("Francia") " e " ISOLATED ("Italia") ")");
}

static char *
name_record (LiaisonId id, LiaisonWords *words, gpointer data)
{
  g_assert_cmpstr (data, ==, "data");
  return id.low == 1 ? g_strdup_printf ("Main\nconference (%s)", liaison_words_get_language (words))
                     : NULL;
}

static void
test_uses_the_context (void)
{
  const LiaisonReaderContext context = { "Europe/Oslo", FALSE, name_record, (char *) "data" };
  const LiaisonReaderContext dtg = { "Europe/Oslo", TRUE, name_record, (char *) "data" };
  LiaisonOperand operands[] = {
    liaison_operand_record ("there", (LiaisonId){ 0, 1 }),
    liaison_operand_record ("gone", (LiaisonId){ 0, 2 }),
    liaison_operand_seconds_at ("when", MAY_14),
    liaison_operand_duration ("long", 1800),
    liaison_operand_date ("day", 20952),
  };
  g_autoptr (LiaisonWords) words = new_english ();
  g_autofree char *records = liaison_words_format_operands (words, "{there}, {gone}", operands,
                                                            G_N_ELEMENTS (operands), &context);
  g_autofree char *local =
      liaison_words_format_operands (words, "{when}", operands, G_N_ELEMENTS (operands), &context);
  g_autofree char *group =
      liaison_words_format_operands (words, "{when}", operands, G_N_ELEMENTS (operands), &dtg);
  g_autofree char *utc =
      liaison_words_format_operands (words, "{when}", operands, G_N_ELEMENTS (operands), NULL);
  g_autofree char *rest = liaison_words_format_operands (words, "{long} {day}", operands,
                                                         G_N_ELEMENTS (operands), NULL);
  g_autofree char *id =
      liaison_words_format_operands (words, "{there}", operands, G_N_ELEMENTS (operands), NULL);

  g_assert_cmpstr (records, ==,
                   ISOLATED ("Main conference (en)") ", " ISOLATED ("a deleted record"));
  g_assert_nonnull (strstr (local, "15:00"));
  g_assert_cmpstr (group, ==, "\u2066141500BMAY27\u2069");
  g_assert_nonnull (strstr (utc, "13:00"));
  g_assert_nonnull (strstr (utc, "UTC"));
  g_assert_nonnull (strstr (rest, "30"));
  g_assert_nonnull (strstr (rest, "2027"));
  g_assert_cmpstr (id, ==, ISOLATED ("00000000-0000-0000-0000-000000000001"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/sentence/fills-templates", test_fills_templates);
  g_test_add_func ("/words/sentence/needs-no-operands", test_needs_no_operands);
  g_test_add_func ("/words/sentence/leaves-operands-alone", test_leaves_operands_alone);
  g_test_add_func ("/words/sentence/contains-text", test_contains_text);
  g_test_add_func ("/words/sentence/takes-isolates-out", test_takes_isolates_out);
  g_test_add_func ("/words/sentence/translates", test_translates);
  g_test_add_func ("/words/sentence/counts", test_counts);
  g_test_add_func ("/words/sentence/count-can-be-named-over", test_count_can_be_named_over);
  g_test_add_func ("/words/sentence/joins-operands-of-one-name", test_joins_operands_of_one_name);
  g_test_add_func ("/words/sentence/uses-the-context", test_uses_the_context);
  return g_test_run ();
}
