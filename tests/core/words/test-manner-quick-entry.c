/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/quick-entry.h"

#include "manner-plan.h"
#include "record/kinds/exercise.h"
#include "record/kinds/inject.h"
#include "words/sentence.h"

#include <string.h>

/* The line, the event that it makes, and its parts as KIND:TEXT with a ! for those left out. */
static const struct
{
  const char *line;
  const char *json;
  const char *parts;
} lines[] = {
  { "", "{}", "" },
  { "   ", "{}", "" },
  { "Coffee", "{'title':{'en':'Coffee'}}", "title:Coffee" },
  { "141300ZMAY27 2h Main planning conference @Oslo #FR #PL",
    "{'title':{'en':'Main planning "
    "conference'},'start':'2027-05-14T13:00Z','duration':'PT2H','site':'#0020',"
    "'nations':['FR','PL']}",
    "time:141300ZMAY27|duration:2h|title:Main planning "
    "conference|site:@Oslo|nation:#FR|nation:#PL" },
  { "#FR,PL Rehearsal   of   flags 1h30 @main hall !ceremony 14 May 2027 15:00",
    "{'title':{'en':'Rehearsal of "
    "flags'},'type':'ceremony','duration':'PT1H30M','site':'#0021','nations':['FR','PL'],"
    "'start':'2027-05-14T15:00+02:00[Europe/Oslo]'}",
    "nation:#FR,PL|title:Rehearsal   of   flags|duration:1h30|site:@main "
    "hall|type:!ceremony|time:14 May 2027 15:00" },
  { "14 May 2027 15:00 2h Talk",
    "{'title':{'en':'Talk'},'start':'2027-05-14T15:00+02:00[Europe/Oslo]','duration':'PT2H'}",
    "time:14 May 2027 15:00|duration:2h|title:Talk" },
  { "@\"Hall, north wing\" 14 May 2027 18:45 Talk",
    "{'title':{'en':'Talk'},'start':'2027-05-14T18:45+05:45[Asia/Kathmandu]','site':'#0022'}",
    "site:@\"Hall, north wing\"|time:14 May 2027 18:45|title:Talk" },
  { "Talk 14 1300Z MAY 27 90 min",
    "{'title':{'en':'Talk'},'start':'2027-05-14T13:00Z','duration':'PT1H30M'}",
    "title:Talk|time:14 1300Z MAY 27|duration:90 min" },
  { "Check of serials 14 0930", "{'title':{'en':'Check of serials 14 0930'}}",
    "title:Check of serials 14 0930" },
  { "Talk 141300Z MAY 27 90 min",
    "{'title':{'en':'Talk'},'start':'2027-05-14T13:00Z','duration':'PT1H30M'}",
    "title:Talk|time:141300Z MAY 27|duration:90 min" },
  { "STARTEX+2d@09:00 Board !board",
    "{'title':{'en':'Board'},'type':'board','start':'STARTEX+2d@09:00[Europe/Oslo]'}",
    "time:STARTEX+2d@09:00|title:Board|type:!board" },
  { "Debrief end(EV-12)+30m", "{'title':{'en':'Debrief'},'start':'end(#0040)+30m'}",
    "title:Debrief|time:end(EV-12)+30m" },
  { "141300ZMAY27 1:30 Talk",
    "{'title':{'en':'Talk'},'start':'2027-05-14T13:00Z','duration':'PT1H30M'}",
    "time:141300ZMAY27|duration:1:30|title:Talk" },
  { "Phase 0 of 3 @R1", "{'title':{'en':'Phase 0 of 3'},'site':'#0023'}",
    "title:Phase 0 of 3|site:@R1" },
  { "!training serial Live fire", "{'title':{'en':'Live fire'},'type':'training-serial'}",
    "type:!training serial|title:Live fire" },
  { "Talk #\"United Kingdom\"", "{'title':{'en':'Talk'},'nations':['GB']}",
    "title:Talk|nation:#\"United Kingdom\"" },
  /* What is left out */
  { "15:00 Talk", "{'title':{'en':'Talk'}}", "time!:15:00|title:Talk" },
  { "142500ZMAY27 Talk", "{'title':{'en':'Talk'}}", "time!:142500ZMAY27|title:Talk" },
  { "Talk @Atlantis", "{'title':{'en':'Talk'}}", "title:Talk|site!:@Atlantis" },
  { "Talk @Room 1", "{'title':{'en':'Talk 1'}}", "title:Talk|site!:@Room|title:1" },
  { "Talk @", "{'title':{'en':'Talk'}}", "title:Talk|site!:@" },
  { "Talk #XX #FR", "{'title':{'en':'Talk'},'nations':['FR']}",
    "title:Talk|nation!:#XX|nation:#FR" },
  { "Talk #FR #XX", "{'title':{'en':'Talk'},'nations':['FR']}",
    "title:Talk|nation:#FR|nation!:#XX" },
  { "Talk !party", "{'title':{'en':'Talk'}}", "title:Talk|type!:!party" },
  { "Talk @OSL @R1", "{'title':{'en':'Talk'},'site':'#0020'}", "title:Talk|site:@OSL|site!:@R1" },
  { "Talk 600d", "{'title':{'en':'Talk'}}", "title:Talk|duration!:600d" },
  { "Ünïcode 漢字 @القاعة الكبرى", "{'title':{'en':'Ünïcode 漢字'},'site':'#0021'}",
    "title:Ünïcode 漢字|site:@القاعة الكبرى" },
};

static const char *const kinds[] = { "title", "time", "duration", "site",  "nation",
                                     "type",  "to",   "method",   "parent" };

static char *
describe (const LiaisonQuickEntry *entry, const char *line)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < entry->parts->len; i++)
    {
      const LiaisonQuickPart *part = &g_array_index (entry->parts, LiaisonQuickPart, i);

      g_string_append_printf (out, "%s%s%s:%.*s", i > 0 ? "|" : "", kinds[part->kind],
                              part->problem ? "!" : "", (int) (part->end - part->start),
                              line + part->start);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_lines (Plan *plan, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{'id':'#0099'%s%s", lines[i].json[1] == '}' ? "" : ",", lines[i].json + 1);
      g_autoptr (LiaisonBlock) expected = plan_read_block (&liaison_event_kind.shape, json);
      g_autoptr (LiaisonQuickEntry) entry = liaison_quick_entry_read (
          &plan->manner, plan->snapshot, &liaison_event_kind, plan_id ("0099"), lines[i].line);
      g_autofree char *parts = describe (entry, lines[i].line);

      g_test_message ("%s", lines[i].line);
      g_assert_cmpstr (parts, ==, lines[i].parts);
      for (guint j = 0; j < expected->shape->n_fields; j++)
        {
          const LiaisonField *field = &expected->shape->fields[j];
          g_autofree char *told = plan_tell (plan, entry->block, field->name);
          g_autofree char *wanted = plan_tell (plan, expected, field->name);

          g_assert_cmpstr (told, ==, wanted);
        }
      g_assert_true (liaison_block_equal (entry->block, expected));
    }
}

/* An inject has other marks. */
static void
test_inject (Plan *plan, gconstpointer data)
{
  const char *line = "141300ZMAY27 30m Fuel spill !telephone >Nothing #FR > 5 boats";
  g_autoptr (LiaisonQuickEntry) entry = liaison_quick_entry_read (
      &plan->manner, plan->snapshot, &liaison_inject_kind, plan_id ("0099"), line);
  const LiaisonInjectData *inject = LIAISON_DATA (Inject, entry->block);
  g_autofree char *parts = describe (entry, line);

  g_assert_cmpstr (parts, ==,
                   "time:141300ZMAY27|duration:30m|title:Fuel spill|method:!telephone|"
                   "parent!:>Nothing|nation:#FR|parent!:>|title:5 boats");
  g_assert_cmpint (inject->method, ==, LIAISON_INJECT_METHOD_TELEPHONE);
  g_assert_cmpint (inject->duration, ==, 1800);
  g_assert_cmpstr (liaison_text_lookup (inject->title, "en"), ==, "Fuel spill 5 boats");
  g_assert_true (liaison_quick_entry_knows (&liaison_inject_kind));
  g_assert_false (liaison_quick_entry_knows (&liaison_exercise_kind));
}

static void
test_problems_are_sentences (Plan *plan, gconstpointer data)
{
  static const char *const bad[] = { "15:00",  "@Atlantis", "@",    "#",       "!",
                                     "!party", "#XX",       "600d", "@OSL @R1" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (LiaisonQuickEntry) entry = liaison_quick_entry_read (
          &plan->manner, plan->snapshot, &liaison_event_kind, plan_id ("0099"), bad[i]);
      const LiaisonQuickPart *part;

      g_assert_cmpuint (entry->n_problems, ==, 1);
      part = &g_array_index (entry->parts, LiaisonQuickPart, entry->parts->len - 1);
      g_assert_true (g_str_has_suffix (part->problem, "."));
    }
}

/* At a place a time is meant in its zone, unless the line names another; the place itself is left to
 * who made it. */
static void
test_place (Plan *plan, gconstpointer data)
{
  static const struct
  {
    const char *line;
    int offset; /* s */
    gboolean site;
  } cases[] = {
    { "14 May 2027 18:45 Talk", 345 * 60, FALSE },
    { "14 May 2027 18:45 Talk @OSL", 120 * 60, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuickEntry) entry =
          liaison_quick_entry_read_at (&plan->manner, plan->snapshot, &liaison_event_kind,
                                       plan_id ("0099"), plan_id ("0022"), cases[i].line);
      const LiaisonEventData *event = LIAISON_DATA (Event, entry->block);

      g_assert_cmpuint (entry->n_problems, ==, 0);
      g_assert_cmpint (event->start.offset, ==, cases[i].offset);
      g_assert_cmpint (!liaison_id_is_zero (event->site), ==, cases[i].site);
    }
}

/* The words of the language count, and the title is in it. */
static void
test_language (Plan *plan, gconstpointer data)
{
  g_autoptr (LiaisonQuickEntry) entry = NULL;
  g_autofree char *parts = NULL;
  const char *line =
      "ven. 14 mai 2027 à 15h00 2 heures Répétition !série d’entraînement @Grande salle";

  plan_speak (plan, "fr");
  entry = liaison_quick_entry_read (&plan->manner, plan->snapshot, &liaison_event_kind,
                                    plan_id ("0099"), line);
  parts = describe (entry, line);
  g_assert_cmpstr (
      parts, ==,
      "time:ven. 14 mai 2027 à 15h00|duration:2 heures|title:Répétition|type:!série d’entraînement|"
      "site:@Grande salle");
  g_assert_cmpstr (liaison_text_lookup (LIAISON_DATA (Event, entry->block)->title, "fr"), ==,
                   "Répétition");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/quick-entry/" path, Plan, NULL, plan_set_up, test, plan_tear_down)
  ADD ("lines", test_lines);
  ADD ("problems-are-sentences", test_problems_are_sentences);
  ADD ("inject", test_inject);
  ADD ("place", test_place);
  ADD ("language", test_language);
  return g_test_run ();
}
