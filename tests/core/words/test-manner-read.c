/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manner-plan.h"

#include "words/error.h"
#include "words/sentence.h"

#include <string.h>

typedef struct
{
  const char *language;
  LiaisonKindId kind;
  const char *field;
  const char *text;
  const char *json; /* the value in the file's spelling; NULL: not set */
} Case;

#define EVENT LIAISON_KIND_EVENT
#define SITE  LIAISON_KIND_SITE

/* Into an empty event; the exercise and the reader are in Oslo. */
static const Case cases[] = {
  { "en", EVENT, "title", "  A title \n of two lines", "{'en':'A title   of two lines'}" },
  { "fr", EVENT, "title", "Réunion", "{'fr':'Réunion'}" },
  { "en", EVENT, "serial", " EV 7 ", "'EV 7'" },
  { "en", EVENT, "title", " \u200b\u2068\u2069 ", NULL },
  { "en", SITE, "capacity", "1 200", "1200" },
  { "en", SITE, "capacity", "1'200", "1200" },
  { "de", SITE, "capacity", "1.200", "1200" },
  { "ar", SITE, "capacity", "١٬٢٠٠", "1200" },
  { "en", SITE, "capacity", "40 people", "40" },
  { "en", EVENT, "progress", "85 %", "85" },
  { "en", EVENT, "progress", "+85", "85" },
  { "en", EVENT, "locked", "y", "true" },
  { "fr", EVENT, "locked", "OUI", "true" },
  { "fr", EVENT, "locked", "true", "true" },
  { "ar", EVENT, "locked", "نعم", "true" },
  { "en", EVENT, "locked", "x", "true" },
  { "en", EVENT, "locked", "off", NULL },
  { "en", EVENT, "type", "training-serial", "'training-serial'" },
  { "en", EVENT, "type", "TRAINING SERIAL", "'training-serial'" },
  { "fr", EVENT, "type", "serie d’entrainement", "'training-serial'" },
  { "fr", EVENT, "type", "conference", "'conference'" },
  { "en", EVENT, "type", "cerem", "'ceremony'" },
  { "en", EVENT, "type", "rest", "'rest'" },
  /* Times */
  { "en", EVENT, "start", "141300ZMAY27", "'2027-05-14T13:00Z'" },
  { "en", EVENT, "start", "14 1300z may 2027", "'2027-05-14T13:00Z'" },
  { "en", EVENT, "start", "141500BMAY27", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "141400AMAY27", "'2027-05-14T14:00+01:00'" },
  { "en", EVENT, "start", "141500MAY27", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "141500JMAY27", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "141500JUN27", "'2027-06-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "141300Z", "'2027-03-14T13:00Z'" },
  { "en", EVENT, "start", "2027-05-14 15:00", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "2027-05-14T15:00", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "2027-05-14T13:00Z", "'2027-05-14T13:00Z'" },
  { "en", EVENT, "start", "2027-05-14 13:00:30z", "'2027-05-14T13:00:30Z'" },
  { "en", EVENT, "start", "2027-05-14T15:00+02:00[Europe/Paris]",
    "'2027-05-14T15:00+02:00[Europe/Paris]'" },
  { "en", EVENT, "start", "14/05/2027 0900", "'2027-05-14T09:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "14.05.2027 09.00", "'2027-05-14T09:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "0900 14/05/2027", "'2027-05-14T09:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "14 May 2027 15:00", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "Fri 14 May 2027, 15:00", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "May 14, 2027 1500", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "14 May 1500", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "14 May 2027 1500B", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "14 May 2027 1300Z", "'2027-05-14T13:00Z'" },
  { "en", EVENT, "start", "14 May 2027 13:00 UTC", "'2027-05-14T13:00Z'" },
  { "en", EVENT, "start", "14 May 2027 22:00 (Tokyo)", "'2027-05-14T22:00+09:00[Asia/Tokyo]'" },
  { "en", EVENT, "start", "14 May 2027 22:00 Asia/Tokyo", "'2027-05-14T22:00+09:00[Asia/Tokyo]'" },
  { "fr", EVENT, "start", "ven. 14 mai 2027 à 15h00", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "fr", EVENT, "start", "1er mars 2027 15 h 30", "'2027-03-01T15:30+01:00[Europe/Oslo]'" },
  { "fr", EVENT, "start", "mar 9 mars 2027 15 h 30", "'2027-03-09T15:30+01:00[Europe/Oslo]'" },
  { "fr", EVENT, "start", "14 May 2027 15h", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "ar", EVENT, "start", "١٤ مايو ٢٠٢٧ ١٥:٠٠", "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "ja", EVENT, "start", "２０２７年５月１４日（金）１５：００ [Asia/Tokyo]", NULL },
  { "ja", EVENT, "start", "２０２７年５月１４日 １５：００",
    "'2027-05-14T15:00+02:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "startex + 57h", "'STARTEX+57h'" },
  { "en", EVENT, "start", "StartEx+2d4h30", "'STARTEX+52h30m'" },
  { "en", EVENT, "start", "STARTEX+1.5h", "'STARTEX+1h30m'" },
  { "en", EVENT, "start", "ENDEX-2d@09:00", "'ENDEX-2d@09:00[Europe/Oslo]'" },
  { "en", EVENT, "start", "endex-1w @ 0900Z", "'ENDEX-7d@09:00Z'" },
  { "en", EVENT, "start", "STARTEX@7:30[Asia/Tokyo]", "'STARTEX@07:30[Asia/Tokyo]'" },
  { "en", EVENT, "start", "STARTEX+57h (anything)", "'STARTEX+57h'" },
  { "en", EVENT, "start", "start(ev-12)+30m", "'start(#0040)+30m'" },
  { "en", EVENT, "start", "END(Conférence principale) - 2h", "'end(#0040)-2h'" },
  { "en", EVENT, "start", "start(live (fire) day)", "'start(#0041)'" },
  { "en", EVENT, "start", "start(01960000-0000-7000-8000-000000000040)", "'start(#0040)'" },
  /* Durations and dates */
  { "en", EVENT, "duration", "2h30", "'PT2H30M'" },
  { "en", EVENT, "duration", "1:30", "'PT1H30M'" },
  { "en", EVENT, "duration", "2 hours, 30 minutes", "'PT2H30M'" },
  { "en", EVENT, "duration", "1 day", "'P1D'" },
  { "fr", EVENT, "duration", "2 heures et 30 minutes", "'PT2H30M'" },
  { "fr", EVENT, "duration", "3 days", "'P3D'" },
  { "ar", EVENT, "duration", "ساعتان", "'PT2H'" },
  { "en", LIAISON_KIND_NATION, "joined", "14 May 2027", "'2027-05-14'" },
  { "en", LIAISON_KIND_NATION, "joined", "14/5/2027", "'2027-05-14'" },
  { "en", LIAISON_KIND_NATION, "joined", "2027.05.14", "'2027-05-14'" },
  { "en", LIAISON_KIND_NATION, "joined", "14 June", "'2027-06-14'" },
  /* Names */
  { "en", SITE, "zone", "europe/oslo", "'Europe/Oslo'" },
  { "fr", SITE, "zone", "bruxelles", "'Europe/Brussels'" },
  { "fr", SITE, "zone", "Brussels", "'Europe/Brussels'" },
  { "en", SITE, "zone", "utc", "'UTC'" },
  { "en", SITE, "nation", "no", "'NO'" },
  { "en", SITE, "nation", "NOR", "'NO'" },
  { "en", SITE, "nation", "norway", "'NO'" },
  { "en", SITE, "nation", "Royaume de Norvege", "'NO'" },
  { "en", SITE, "nation", "Polska", "'PL'" },
  { "fr", SITE, "nation", "Germany", "'DE'" },
  { "fr", SITE, "nation", "Allemagne", "'DE'" },
  { "en", SITE, "nation", "United Nations", "'UN'" },
  { "en", EVENT, "nations", "NO; FR, Poland", "['FR','NO','PL']" },
  { "en", EVENT, "nations", "NO FR PL", "['FR','NO','PL']" },
  { "ja", EVENT, "nations", "ノルウェー、フランス", "['FR','NO']" },
  { "en", EVENT, "language", "French", "'fr'" },
  { "en", EVENT, "language", "FR 3+32+-", "'fr 3+32+-'" },
  { "fr", EVENT, "language", "norvégien bokmål 3333", "'nb 3333'" },
  { "en", EVENT, "site", "osl", "'#0020'" },
  { "en", EVENT, "site", "Grande salle", "'#0021'" },
  { "en", EVENT, "site", "grande SALLE", "'#0021'" },
  { "en", EVENT, "site", "Main h", "'#0021'" },
  { "en", EVENT, "site", "R2", "'#0024'" },
  { "en", EVENT, "participants", "lcc hq", "['#0030']" },
  { "en", EVENT, "participants", "LCC; مقر اللواء", "['#0030','#0031']" },
  { "en", EVENT, "marking", "exercise - unclassified", "{'level':'EXERCISE-UNCLASSIFIED'}" },
  { "en", EVENT, "marking", "EXERCISE-UNCLASSIFIED REL TO FR, NO",
    "{'level':'EXERCISE-UNCLASSIFIED','nations':['FR','NO']}" },
  { "en", EVENT, "marking", "EXERCISE-UNCLASSIFIED REL NORTH",
    "{'level':'EXERCISE-UNCLASSIFIED','groups':['#0018']}" },
  { "fr", EVENT, "marking", "EXERCISE-UNCLASSIFIED, releasable to Norway",
    "{'level':'EXERCISE-UNCLASSIFIED','nations':['NO']}" },
};

static void
check_case (Plan *plan, const Case *at)
{
  const LiaisonShape *shape = &liaison_kind_get (at->kind)->shape;
  g_autoptr (LiaisonBlock) empty = liaison_block_new (shape, plan_id ("0099"));
  g_autofree char *json =
      at->json ? g_strdup_printf ("{'%s':%s}", at->field, at->json) : g_strdup ("{}");
  g_autoptr (LiaisonBlock) block = plan_read_block (shape, json);
  const LiaisonField *field = plan_field (shape, at->field);
  g_auto (LiaisonValue) expected = liaison_value_field (field, LIAISON_BLOCK_AT (block, field));
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autofree char *told = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  plan_speak (plan, at->language);
  liaison_manner_read_field (&plan->manner, plan->snapshot, field, empty, at->text, &value, &error);
  if (!at->json && field->type == LIAISON_FIELD_INSTANT)
    {
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  told = liaison_manner_tell_value (&plan->manner, field, &value);
  wanted = liaison_manner_tell_value (&plan->manner, field, &expected);
  g_test_message ("%s: %s", at->text, told);
  g_assert_cmpstr (told, ==, wanted);
  g_assert_true (liaison_value_equal (&value, &expected));
}

static void
test_typed (Plan *plan, gconstpointer data)
{
  plan->manner.zone = "Europe/Oslo";
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (plan, &cases[i]);
}

/* The sentence has to say what was typed. */
static const struct
{
  LiaisonKindId kind;
  const char *field;
  const char *text;
  LiaisonWordsError code;
  const char *says;
} refusals[] = {
  { SITE, "capacity", "many", LIAISON_WORDS_ERROR_INPUT, "1,200" },
  { SITE, "capacity", "2.5", LIAISON_WORDS_ERROR_INPUT, "whole" },
  { SITE, "capacity", "1,20", LIAISON_WORDS_ERROR_INPUT, "whole" },
  { SITE, "capacity", "40 beds", LIAISON_WORDS_ERROR_INPUT, "whole" },
  { SITE, "capacity", "99999999999999999999", LIAISON_WORDS_ERROR_INPUT, "whole" },
  { EVENT, "progress", "101", LIAISON_WORDS_ERROR_RANGE, "100" },
  { EVENT, "progress", "-1", LIAISON_WORDS_ERROR_RANGE, "Progress" },
  { EVENT, "locked", "perhaps", LIAISON_WORDS_ERROR_INPUT, "Yes" },
  { EVENT, "type", "con", LIAISON_WORDS_ERROR_INPUT, NULL },
  { EVENT, "type", "party", LIAISON_WORDS_ERROR_UNKNOWN, "Ceremony" },
  { EVENT, "start", "soon", LIAISON_WORDS_ERROR_INPUT, "STARTEX+57h" },
  { EVENT, "start", "310900ZFEB27", LIAISON_WORDS_ERROR_RANGE, "no such day" },
  { EVENT, "start", "142500ZMAY27", LIAISON_WORDS_ERROR_RANGE, "no such day" },
  { EVENT, "start", "MON 141300ZMAY27", LIAISON_WORDS_ERROR_INPUT, "weekday" },
  { EVENT, "start", "Mon 14 May 2027 15:00", LIAISON_WORDS_ERROR_INPUT, "Friday" },
  { EVENT, "start", "30 Feb 2027 15:00", LIAISON_WORDS_ERROR_RANGE, "no such day" },
  { EVENT, "start", "14 May 2027", LIAISON_WORDS_ERROR_INPUT, "date-time group" },
  { EVENT, "start", "14 May 2027 25:00", LIAISON_WORDS_ERROR_INPUT, "date-time group" },
  { EVENT, "start", "05/14/2027 15:00", LIAISON_WORDS_ERROR_INPUT, "date-time group" },
  { EVENT, "start", "14 May 2027 15:00 (Atlantis)", LIAISON_WORDS_ERROR_INPUT, "date-time group" },
  { EVENT, "start", "09:00", LIAISON_WORDS_ERROR_INPUT, "date-time group" },
  { EVENT, "start", "STARTEX+", LIAISON_WORDS_ERROR_INPUT, "ENDEX-2d@09:00" },
  { EVENT, "start", "STARTEX+5h@09:00", LIAISON_WORDS_ERROR_INPUT, "ENDEX-2d@09:00" },
  { EVENT, "start", "STARTEXtra", LIAISON_WORDS_ERROR_INPUT, "ENDEX-2d@09:00" },
  { EVENT, "start", "start(nobody)+1h", LIAISON_WORDS_ERROR_UNKNOWN, "nobody" },
  { EVENT, "start", "start(", LIAISON_WORDS_ERROR_INPUT, "ENDEX-2d@09:00" },
  { EVENT, "duration", "90", LIAISON_WORDS_ERROR_INPUT, "2h30" },
  { EVENT, "duration", "long", LIAISON_WORDS_ERROR_INPUT, "2h30" },
  { EVENT, "duration", "-2h", LIAISON_WORDS_ERROR_RANGE, "Duration" },
  { EVENT, "duration", "2 hours foo", LIAISON_WORDS_ERROR_INPUT, "2h30" },
  { LIAISON_KIND_NATION, "joined", "05/06/27", LIAISON_WORDS_ERROR_INPUT, "four digits" },
  { LIAISON_KIND_NATION, "joined", "12/31/2027", LIAISON_WORDS_ERROR_INPUT, "four digits" },
  { LIAISON_KIND_NATION, "joined", "29 Feb 2027", LIAISON_WORDS_ERROR_RANGE, "no such day" },
  { SITE, "zone", "Atlantis", LIAISON_WORDS_ERROR_UNKNOWN, "Europe/Oslo" },
  { SITE, "nation", "Atlantis", LIAISON_WORDS_ERROR_UNKNOWN, "Norway" },
  { EVENT, "nations", "NO, Atlantis", LIAISON_WORDS_ERROR_UNKNOWN, "Atlantis" },
  { EVENT, "language", "Elvish 3333", LIAISON_WORDS_ERROR_INPUT, "French 3332" },
  { EVENT, "language", "French 9999", LIAISON_WORDS_ERROR_INPUT, "French 3332" },
  { EVENT, "site", "Room 1", LIAISON_WORDS_ERROR_AMBIGUOUS, "R1" },
  { EVENT, "site", "Room", LIAISON_WORDS_ERROR_AMBIGUOUS, "R2" },
  { EVENT, "site", "Main hal", LIAISON_WORDS_ERROR_INPUT, NULL },
  { EVENT, "site", "Mian hall", LIAISON_WORDS_ERROR_UNKNOWN, "Main hall" },
  { EVENT, "site", "EV-12", LIAISON_WORDS_ERROR_UNKNOWN, "EV-12" },
  { EVENT, "site", "01960000-0000-7000-8000-000000000040", LIAISON_WORDS_ERROR_UNKNOWN, "0040" },
  { EVENT, "participants", "LCC; Lnd Component Comand", LIAISON_WORDS_ERROR_UNKNOWN,
    "Land Component Command" },
  { EVENT, "marking", "", LIAISON_WORDS_ERROR_INPUT, NULL },
  { EVENT, "marking", "1 secret", LIAISON_WORDS_ERROR_INPUT, "REL FR" },
  { EVENT, "marking", "EXERCISE-UNCLASSIFIED REL NO, NORT", LIAISON_WORDS_ERROR_UNKNOWN, "NORT" },
  { EVENT, "dependencies", "Main planning conference, nonsense", LIAISON_WORDS_ERROR_INPUT, "Lag" },
  { EVENT, "title", "\xff\xfe", LIAISON_WORDS_ERROR_INPUT, "UTF-8" },
};

static void
test_refusals (Plan *plan, gconstpointer data)
{
  plan->manner.zone = "Europe/Oslo";
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const LiaisonShape *shape = &liaison_kind_get (refusals[i].kind)->shape;
      g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
      g_autofree char *sentence = NULL;
      g_autoptr (GError) error = NULL;
      gboolean understood = liaison_manner_read_field (&plan->manner, plan->snapshot,
                                                       plan_field (shape, refusals[i].field), NULL,
                                                       refusals[i].text, &value, &error);

      g_test_message ("%s: %s", refusals[i].field, error ? error->message : "understood");
      /* Those that say nothing stand beside the refused ones as what is still understood. */
      g_assert_true (understood == (refusals[i].says == NULL));
      if (understood)
        continue;
      g_assert_error (error, LIAISON_WORDS_ERROR, (int) refusals[i].code);
      sentence = liaison_words_dup_without_isolates (error->message);
      g_assert_nonnull (strstr (sentence, refusals[i].says));
      g_assert_cmpint (value.form, ==, LIAISON_VALUE_NONE);
    }
}

/* Other languages stay; an emptied one goes; the last one leaves nothing. */
static void
test_languages_of_a_text (Plan *plan, gconstpointer data)
{
  const LiaisonField *title = plan_field (&liaison_event_kind.shape, "title");
  g_autoptr (LiaisonBlock) two =
      plan_read_block (&liaison_event_kind.shape, "{'title':{'en':'Main','fr':'Principal'}}");
  g_autoptr (LiaisonBlock) one =
      plan_read_block (&liaison_event_kind.shape, "{'title':{'fr':'Principal'}}");
  g_auto (LiaisonValue) changed = LIAISON_VALUE_INIT;
  g_auto (LiaisonValue) emptied = LIAISON_VALUE_INIT;
  g_auto (LiaisonValue) nothing = LIAISON_VALUE_INIT;

  plan_speak (plan, "fr");
  g_assert_true (liaison_manner_read_field (&plan->manner, plan->snapshot, title, two, "Autre",
                                            &changed, NULL));
  g_assert_cmpstr (liaison_text_lookup (changed.as.text, "en"), ==, "Main");
  g_assert_cmpstr (liaison_text_lookup (changed.as.text, "fr"), ==, "Autre");
  g_assert_true (
      liaison_manner_read_field (&plan->manner, plan->snapshot, title, two, " ", &emptied, NULL));
  g_assert_cmpuint (liaison_text_get_size (emptied.as.text), ==, 1);
  g_assert_cmpstr (liaison_text_lookup (emptied.as.text, "en"), ==, "Main");
  g_assert_true (
      liaison_manner_read_field (&plan->manner, plan->snapshot, title, one, "", &nothing, NULL));
  g_assert_cmpint (nothing.form, ==, LIAISON_VALUE_NONE);
}

/* A time is of the record's place, and a time alone of the day on which the field is now. */
static void
test_place_and_day (Plan *plan, gconstpointer data)
{
  static const struct
  {
    const char *event, *text, *json;
  } places[] = {
    { "0042", "14 May 2027 18:45", "'2027-05-14T18:45+05:45[Asia/Kathmandu]'" },
    { "0042", "141845MAY27", "'2027-05-14T18:45+05:45[Asia/Kathmandu]'" },
    { "0042", "141845JMAY27", "'2027-05-14T18:45+09:00[Asia/Tokyo]'" },
    { "0042", "STARTEX@09:00", "'STARTEX@09:00[Asia/Kathmandu]'" },
    { "0040", "0930", "'2027-05-14T09:30+02:00[Europe/Oslo]'" },
    { "0040", "9:30", "'2027-05-14T09:30+02:00[Europe/Oslo]'" },
    { "0042", "23:30", "'2027-05-14T23:30+05:45[Asia/Kathmandu]'" },
  };
  const LiaisonField *start = plan_field (&liaison_event_kind.shape, "start");

  plan->manner.zone = "Asia/Tokyo";
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'start':%s}", places[i].json);
      g_autoptr (LiaisonBlock) block = plan_read_block (&liaison_event_kind.shape, json);
      g_auto (LiaisonValue) expected = liaison_value_field (start, LIAISON_BLOCK_AT (block, start));
      g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      liaison_manner_read_field (&plan->manner, plan->snapshot, start,
                                 plan_block (plan, places[i].event), places[i].text, &value,
                                 &error);
      g_assert_no_error (error);
      g_assert_true (liaison_value_equal (&value, &expected));
    }
}

/* Items that are there stay as they are, with what is not told of them; new ones are made. */
static void
test_items (Plan *plan, gconstpointer data)
{
  const LiaisonField *agenda = plan_field (&liaison_event_kind.shape, "agenda");
  g_autoptr (LiaisonBlock) block =
      plan_read_block (&liaison_event_kind.shape,
                       "{'agenda':[{'id':'#a001','title':{'en':'Welcome'},'duration':'PT10M'}]}");
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const LiaisonAgendaItemData *item;

  liaison_manner_read_field (&plan->manner, plan->snapshot, agenda, block,
                             "Welcome; Closing, and thanks", &value, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (liaison_items_get_size (value.as.items), ==, 2);
  item = (const LiaisonAgendaItemData *) liaison_items_lookup (value.as.items, plan_id ("a001"));
  g_assert_nonnull (item);
  g_assert_cmpint (item->duration, ==, 600);
  item = (const LiaisonAgendaItemData *) liaison_items_get (value.as.items, 1);
  if (liaison_id_same (item->block.id, plan_id ("a001")))
    item = (const LiaisonAgendaItemData *) liaison_items_get (value.as.items, 0);
  g_assert_cmpstr (liaison_text_lookup (item->title, "en"), ==, "Closing, and thanks");
}

static void
test_limits (Plan *plan, gconstpointer data)
{
  const LiaisonField *title = plan_field (&liaison_event_kind.shape, "title");
  g_autofree char *fits = g_strnfill (liaison_field_get_limit (title), 'a');
  g_autofree char *long_text = g_strconcat (fits, "a", NULL);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_auto (LiaisonValue) refused = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      liaison_manner_read_field (&plan->manner, plan->snapshot, title, NULL, fits, &value, NULL));
  g_assert_false (liaison_manner_read_field (&plan->manner, plan->snapshot, title, NULL, long_text,
                                             &refused, &error));
  g_assert_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_RANGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/manner/read/" path, Plan, NULL, plan_set_up, test, plan_tear_down)
  ADD ("typed", test_typed);
  ADD ("refusals", test_refusals);
  ADD ("languages-of-a-text", test_languages_of_a_text);
  ADD ("place-and-day", test_place_and_day);
  ADD ("items", test_items);
  ADD ("limits", test_limits);
  return g_test_run ();
}
