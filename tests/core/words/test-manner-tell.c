/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manner-plan.h"

#include "record/field-type.h"
#include "words/sentence.h"

typedef struct
{
  const char *language;
  LiaisonKindId kind;
  const char *field;
  const char *json; /* of the value */
  const char *told; /* without isolates */
} Case;

/* ICU's wording is not pinned: cases are those in which it has been the same for long. */
static const Case cases[] = {
  { "en", LIAISON_KIND_EVENT, "title", "{'en':'Main','fr':'Principal'}", "Main" },
  { "fr", LIAISON_KIND_EVENT, "title", "{'en':'Main','fr':'Principal'}", "Principal" },
  { "ja", LIAISON_KIND_EVENT, "title", "{'en':'Main','fr':'Principal'}", "Main" },
  { "en", LIAISON_KIND_EVENT, "description", "{'en':'One\\nTwo'}", "One\nTwo" },
  { "en", LIAISON_KIND_EVENT, "serial", "'EV-1'", "EV-1" },
  { "en", LIAISON_KIND_SITE, "capacity", "12345", "12,345" },
  { "en", LIAISON_KIND_SITE, "capacity", "0", "0" },
  { "en", LIAISON_KIND_EVENT, "locked", "true", "Yes" },
  { "fr", LIAISON_KIND_EVENT, "locked", "true", "Oui" },
  { "ar", LIAISON_KIND_EVENT, "locked", "false", "لا" },
  { "en", LIAISON_KIND_EVENT, "type", "'training-serial'", "Training serial" },
  { "fr", LIAISON_KIND_EVENT, "type", "'training-serial'", "Série d’entraînement" },
  { "en", LIAISON_KIND_EVENT, "start", "'2027-05-14T15:00+02:00[Europe/Oslo]'", "141500BMAY27" },
  { "en", LIAISON_KIND_EVENT, "start", "'2027-05-14T15:00:30+02:00[Europe/Oslo]'",
    "14150030BMAY27" },
  { "en", LIAISON_KIND_EVENT, "start", "'2027-05-14T13:00Z'", "141300ZMAY27" },
  { "en", LIAISON_KIND_EVENT, "start", "'2027-05-14T18:45+05:45'", "141845+0545MAY27" },
  { "en", LIAISON_KIND_EVENT, "start", "'STARTEX+57h'", "STARTEX+57h (031500ZMAY27)" },
  { "en", LIAISON_KIND_EVENT, "start", "'ENDEX-2d@09:00[Europe/Oslo]'",
    "ENDEX-2d@09:00[Europe/Oslo] (180900BMAY27)" },
  { "en", LIAISON_KIND_EVENT, "start", "'end(#0040)+30m'", "end(EV-12)+30m (141600ZMAY27)" },
  { "en", LIAISON_KIND_EVENT, "start", "'start(#0041)'", "start(Live (fire) day) (031500ZMAY27)" },
  { "en", LIAISON_KIND_EVENT, "start", "'start(#0043)+1h'", "start(Circle)+1h" },
  { "ja", LIAISON_KIND_EVENT, "start", "'STARTEX+57h'", "STARTEX+57h（031500ZMAY27）" },
  { "en", LIAISON_KIND_SITE, "zone", "'Europe/Oslo'", "Oslo" },
  { "fr", LIAISON_KIND_SITE, "zone", "'Europe/Brussels'", "Bruxelles" },
  { "en", LIAISON_KIND_SITE, "nation", "'NO'", "Norway" },
  { "fr", LIAISON_KIND_SITE, "nation", "'NO'", "Royaume de Norvège" },
  { "fr", LIAISON_KIND_SITE, "nation", "'PL'", "Pologne" },
  { "fr", LIAISON_KIND_SITE, "nation", "'NATO'", "Organisation du traité de l’Atlantique nord" },
  { "en", LIAISON_KIND_NATION, "code", "'NO'", "NO" },
  { "en", LIAISON_KIND_EVENT, "nations", "['PL','NO']", "Norway, Poland" },
  { "ja", LIAISON_KIND_EVENT, "nations", "['PL','NO']", "ノルウェー、ポーランド" },
  { "en", LIAISON_KIND_EVENT, "language", "'fr 3332'", "French 3332" },
  { "fr", LIAISON_KIND_EVENT, "language", "'pt-BR 3+32+-'", "portugais (Brésil) 3+32+-" },
  { "en", LIAISON_KIND_EVENT, "language", "'en'", "English" },
  { "en", LIAISON_KIND_EVENT, "site", "'#0020'", "Oslo" },
  { "ar", LIAISON_KIND_EVENT, "site", "'#0021'", "القاعة الكبرى" },
  { "en", LIAISON_KIND_EVENT, "site", "'#0999'", "Unknown record" },
  { "en", LIAISON_KIND_EVENT, "participants", "['#0030','#0031']",
    "Land Component Command, مقر اللواء" },
  { "en", LIAISON_KIND_EVENT, "marking", "{'level':'EXERCISE-UNCLASSIFIED','nations':['NO','FR']}",
    "EXERCISE-UNCLASSIFIED, releasable to France, Norway" },
  { "en", LIAISON_KIND_EVENT, "marking",
    "{'level':'EXERCISE-UNCLASSIFIED','nations':['FR'],'groups':['#0018']}",
    "EXERCISE-UNCLASSIFIED, releasable to Northern group, France" },
  { "en", LIAISON_KIND_EVENT, "marking", "{'level':'EXERCISE-RESTRICTED'}", "EXERCISE-RESTRICTED" },
  { "ja", LIAISON_KIND_EVENT, "marking", "{'level':'EXERCISE-UNCLASSIFIED','nations':['NO','FR']}",
    "フランス、ノルウェーに公開可のEXERCISE-UNCLASSIFIED" },
  { "en", LIAISON_KIND_EVENT, "agenda",
    "[{'id':'#a002','title':{'en':'Second'},'order':'b'},{'id':'#a001','title':{'en':'Third'},'"
    "order':'c'},"
    "{'id':'#a003','title':{'en':'First'},'order':'a'}]",
    "First; Second; Third" },
  { "en", LIAISON_KIND_EVENT, "dependencies",
    "[{'id':'#a001','event':'#0040','type':'finish-start'}]",
    "Main planning conference, Finish to start" },
  { "en", LIAISON_KIND_PARTICIPANT, "languages", "[{'id':'#a001','level':'fr 3332','native':true}]",
    "French 3332, First language" },
};

static LiaisonBlock *
make_block (const Case *at)
{
  g_autofree char *json = g_strdup_printf ("{'%s':%s}", at->field, at->json);

  return plan_read_block (&liaison_kind_get (at->kind)->shape, json);
}

static void
test_fields (Plan *plan, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonBlock) block = make_block (&cases[i]);
      g_autofree char *told = NULL;

      plan_speak (plan, cases[i].language);
      told = plan_tell (plan, block, cases[i].field);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* What is not set says nothing, but for booleans; whatever the type. */
static void
test_unset (Plan *plan, gconstpointer data)
{
  LiaisonValue none = LIAISON_VALUE_INIT;

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
      g_autoptr (LiaisonBlock) block = liaison_block_new (shape, plan_id ("0099"));

      for (guint i = 0; i < shape->n_fields; i++)
        {
          const LiaisonField *field = &shape->fields[i];
          g_autofree char *told = liaison_manner_tell_field (&plan->manner, block, field);
          g_autofree char *value = liaison_manner_tell_value (&plan->manner, field, &none);

          g_assert_cmpstr (told, ==, field->type == LIAISON_FIELD_BOOLEAN ? "No" : "");
          g_assert_cmpstr (value, ==, told);
        }
    }
}

static void
test_local_times (Plan *plan, gconstpointer data)
{
  static const Case local[] = {
    { "en", LIAISON_KIND_EVENT, "start", "'2027-05-14T15:00+02:00[Europe/Oslo]'",
      "14 May 2027, 15:00 (Oslo)" },
    { "en", LIAISON_KIND_EVENT, "start", "'2027-05-14T13:00Z'", "14 May 2027, 22:00 (Tokyo)" },
    { "en", LIAISON_KIND_EVENT, "start", "'STARTEX+57h'",
      "STARTEX+57h (4 May 2027, 00:00 (Tokyo))" },
  };

  plan->manner.format = LIAISON_TIME_AS_LOCAL;
  plan->manner.zone = "Asia/Tokyo";
  for (gsize i = 0; i < G_N_ELEMENTS (local); i++)
    {
      g_autoptr (LiaisonBlock) block = make_block (&local[i]);
      g_autofree char *told = plan_tell (plan, block, "start");

      g_assert_cmpstr (told, ==, local[i].told);
    }
}

static void
test_zone_of_reader (Plan *plan, gconstpointer data)
{
  static const struct
  {
    const char *reader, *asked;
    LiaisonTimeStyle format;
    const char *told;
  } times[] = {
    { NULL, NULL, LIAISON_TIME_AS_DTG, "141300ZMAY27" },
    { "Europe/Oslo", NULL, LIAISON_TIME_AS_DTG, "141500BMAY27" },
    { "Europe/Oslo", "Asia/Tokyo", LIAISON_TIME_AS_DTG, "142200IMAY27" },
    { "No/Such", NULL, LIAISON_TIME_AS_DTG, "141300ZMAY27" },
    { NULL, NULL, LIAISON_TIME_AS_LOCAL, "14 May 2027, 13:00 (UTC)" },
    { "Europe/Oslo", NULL, LIAISON_TIME_AS_LOCAL, "14 May 2027, 15:00 (Oslo)" },
    { "No/Such", NULL, LIAISON_TIME_AS_LOCAL, "14 May 2027, 13:00 (UTC)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *told = NULL;

      plan->manner.zone = times[i].reader;
      plan->manner.format = times[i].format;
      told =
          liaison_manner_tell_time (&plan->manner, G_GINT64_CONSTANT (1810299600), times[i].asked);
      g_assert_cmpstr (told, ==, times[i].told);
    }
}

static void
test_columns_of_a_schedule (Plan *plan, gconstpointer data)
{
  static const struct
  {
    const char *event, *zulu, *local;
  } columns[] = {
    { "0040", "141300ZMAY27", "14 May 2027, 15:00 (Oslo)" },
    { "0041", "031500ZMAY27", "3 May 2027, 17:00 (Oslo)" },
    { "0042", "141300ZMAY27", "14 May 2027, 18:45 (Kathmandu)" },
    { "0043", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const LiaisonBlock *block = plan_block (plan, columns[i].event);
      g_autofree char *zulu = liaison_manner_tell_start_zulu (&plan->manner, block);
      g_autofree char *local = liaison_manner_tell_start_local (&plan->manner, block);

      g_assert_cmpstr (zulu, ==, columns[i].zulu);
      g_assert_cmpstr (local, ==, columns[i].local);
    }
}

static void
test_names (Plan *plan, gconstpointer data)
{
  static const struct
  {
    const char *language, *record, *name;
  } names[] = {
    { "en", "0040", "Main planning conference" },
    { "fr", "0040", "Conférence principale" },
    { "en", "0042", "Untitled event" },
    { "fr", "0042", "Activité sans titre" },
    { "en", "0010", "Norway" },
    { "en", "0011", "France" },
    { "fr", "0012", "Pologne" },
    { "en", "0060", "Shared picture, Norway" },
    { "en", "0999", "Unknown record" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = NULL;

      plan_speak (plan, names[i].language);
      name = liaison_manner_tell_name (&plan->manner, plan_id (names[i].record));
      g_assert_cmpstr (name, ==, names[i].name);
    }
}

/* Every kind has a name for a record that has none. */
static void
test_untitled (Plan *plan, gconstpointer data)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
      g_autoptr (LiaisonBlock) block = liaison_block_new (shape, plan_id ("0099"));
      g_autofree char *name = liaison_manner_tell_block_name (&plan->manner, block);

      g_assert_true (g_str_has_prefix (name, "Un"));
    }
}

static void
test_values (Plan *plan, gconstpointer data)
{
  const LiaisonShape *event = &liaison_event_kind.shape;
  LiaisonValue string = liaison_value_string ("Hauptsitzung");
  LiaisonValue member = liaison_value_boolean (TRUE);
  LiaisonValue block = liaison_value_block (plan_block (plan, "0040"));
  g_autofree char *title =
      liaison_manner_tell_value (&plan->manner, plan_field (event, "title"), &string);
  g_autofree char *set =
      liaison_manner_tell_value (&plan->manner, plan_field (event, "nations"), &member);
  g_autofree char *whole = liaison_manner_tell_value (&plan->manner, NULL, &block);

  g_assert_cmpstr (title, ==, "Hauptsitzung");
  g_assert_cmpstr (set, ==, "Yes");
  g_assert_cmpstr (whole, ==, "Main planning conference");
  liaison_value_clear (&string);
  liaison_value_clear (&member);
  liaison_value_clear (&block);
}

/* Only what runs against the line is isolated, so that cells hold no marks that nobody sees. */
static void
test_isolates_what_runs_against (Plan *plan, gconstpointer data)
{
  const LiaisonShape *event = &liaison_event_kind.shape;
  g_autoptr (LiaisonBlock) block =
      plan_read_block (event, "{'participants':['#0030','#0031'],'nations':['NO','FR']}");
  g_autofree char *nations =
      liaison_manner_tell_field (&plan->manner, block, plan_field (event, "nations"));
  g_autofree char *people =
      liaison_manner_tell_field (&plan->manner, block, plan_field (event, "participants"));

  g_assert_cmpstr (nations, ==, "France, Norway");
  g_assert_cmpstr (people, ==, "Land Component Command, \u2068مقر اللواء\u2069");
}

static void
test_sentences (Plan *plan, gconstpointer data)
{
  static const struct
  {
    const char *language;
    LiaisonTimeStyle format;
    const char *sentence;
  } sentences[] = {
    { "en", LIAISON_TIME_AS_DTG,
      "\u2068Norway\u2069 has no liaison post at \u2068Oslo\u2069 on \u2068141500BMAY27\u2069." },
    { "fr", LIAISON_TIME_AS_DTG,
      "Le \u2068141500BMAY27\u2069, \u2068Royaume de Norvège\u2069 n’a pas de détachement de "
      "liaison à "
      "\u2068Oslo\u2069." },
    { "en", LIAISON_TIME_AS_LOCAL,
      "\u2068Norway\u2069 has no liaison post at \u2068Oslo\u2069 on \u206814 May 2027, 15:00 "
      "(Oslo)\u2069." },
  };
  g_autoptr (LiaisonFinding) finding = liaison_finding_new (
      "test", LIAISON_SEVERITY_NOTE, "{nation} has no liaison post at {site} on {day}.");

  liaison_finding_take_operand (finding, liaison_operand_nation ("nation", "NO"));
  liaison_finding_take_operand (finding, liaison_operand_record ("site", plan_id ("0020")));
  liaison_finding_take_operand (finding,
                                liaison_operand_seconds_at ("day", G_GINT64_CONSTANT (1810299600)));
  plan->manner.zone = "Europe/Oslo";
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *sentence = NULL;

      plan_speak (plan, sentences[i].language);
      plan->manner.format = sentences[i].format;
      sentence = liaison_manner_tell_finding (&plan->manner, finding);
      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
    }
}

static void
test_deleted_records_in_sentences (Plan *plan, gconstpointer data)
{
  g_autoptr (GArray) operands = liaison_operands_new ();
  LiaisonOperand operand = liaison_operand_record ("what", plan_id ("0999"));
  g_autofree char *sentence = NULL;
  g_autofree char *plain = NULL;

  g_array_append_val (operands, operand);
  sentence =
      liaison_manner_tell_sentence (&plan->manner, "Look at {what} and {nothing}.", operands);
  g_assert_cmpstr (sentence, ==, "Look at \u2068a deleted record\u2069 and {nothing}.");
  plain = liaison_manner_tell_sentence (&plan->manner, "Nothing to fill.", NULL);
  g_assert_cmpstr (plain, ==, "Nothing to fill.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/manner/tell/" path, Plan, NULL, plan_set_up, test, plan_tear_down)
  ADD ("fields", test_fields);
  ADD ("unset", test_unset);
  ADD ("local-times", test_local_times);
  ADD ("zone-of-reader", test_zone_of_reader);
  ADD ("columns-of-a-schedule", test_columns_of_a_schedule);
  ADD ("names", test_names);
  ADD ("untitled", test_untitled);
  ADD ("values", test_values);
  ADD ("isolates-what-runs-against", test_isolates_what_runs_against);
  ADD ("sentences", test_sentences);
  ADD ("deleted-records-in-sentences", test_deleted_records_in_sentences);
  return g_test_run ();
}
