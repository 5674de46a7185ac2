/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-plan.h"

#include "record/intern.h"
#include "record/kinds.h"
#include "record/record.h"
#include "record/release-list.h"
#include "release/banner.h"

#include <string.h>

static void
test_audiences (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS ", \"posts\": [{" ID (
      "01") "\"serial\": \"LP-1\", \"from-nation\": \"FR\"}], "
            "\"participants\": [{" ID (
                "02") "\"code\": \"HQ\", "
                      "\"nation\": \"NO\", "
                      "\"role\": \"evaluator\"}, "
                      "{" ID ("03") "\"role\": "
                                    "\"observer\"}"
                                    "], "
                                    "\"groups\": "
                                    "[{" ID ("04") "\"c"
                                                   "ode"
                                                   "\":"
                                                   " \""
                                                   "MED"
                                                   "\","
                                                   " \""
                                                   "mem"
                                                   "ber"
                                                   "s\""
                                                   ": "
                                                   "[\""
                                                   "FR"
                                                   "\","
                                                   " \""
                                                   "NO"
                                                   "\"]"
                                                   "}, "
                                                   "{" ID ("05") "\"code\": \"NIL\"}]");
  static const struct
  {
    const char *text;
    LiaisonAudienceType type;
    const char *nations;
    gboolean control;
    int error; /* -1: none */
  } cases[] = {
    { "FR", LIAISON_AUDIENCE_NATION, "FR", FALSE, -1 },
    { "LP-1", LIAISON_AUDIENCE_POST, "FR", FALSE, -1 },
    { "HQ", LIAISON_AUDIENCE_PARTICIPANT, "NO", TRUE, -1 },
    { "role:evaluator", LIAISON_AUDIENCE_ROLE, "NO", TRUE, -1 },
    { "PL/role:exercise-control", LIAISON_AUDIENCE_NATION, "PL", TRUE, -1 },
    { "PL/role:opposing-force", LIAISON_AUDIENCE_NATION, "PL", FALSE, -1 },
    { "MED", LIAISON_AUDIENCE_GROUP, "FR NO", FALSE, -1 },
    { "planners", LIAISON_AUDIENCE_PLANNERS, "", TRUE, -1 },
    { "01a00000-0000-7000-8000-000000000101", LIAISON_AUDIENCE_POST, "FR", FALSE, -1 },
    { "", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_UNKNOWN },
    { "JP", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_UNKNOWN },
    { "STARTEX", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_UNKNOWN },
    { "role:", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_UNKNOWN },
    { "role:king", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_UNKNOWN },
    { "JP/role:evaluator", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_UNKNOWN },
    { "01a00000-0000-7000-8000-000000000001", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_UNKNOWN },
    /* Whom nobody belongs to: never everything. */
    { "role:observer", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_EMPTY },
    { "role:media", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_EMPTY },
    { "NIL", 0, NULL, FALSE, LIAISON_AUDIENCE_ERROR_EMPTY },
  };
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LiaisonAudience) audience =
          liaison_audience_parse (snapshot, cases[i].text, &error);

      if (cases[i].error >= 0)
        {
          g_assert_null (audience);
          g_assert_error (error, LIAISON_AUDIENCE_ERROR, cases[i].error);
          continue;
        }
      g_assert_no_error (error);
      g_autoptr (GString) nations = g_string_new (NULL);
      guint n;
      const char *const *codes = liaison_codes_get (audience->nations, &n);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (nations, "%s%s", j > 0 ? " " : "", codes[j]);
      g_assert_cmpstr (nations->str, ==, cases[i].nations);
      g_assert_cmpint (audience->type, ==, cases[i].type);
      g_assert_cmpint (audience->control, ==, cases[i].control);
    }
}

static void
test_who_sees_what (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS ", \"events\": [{" ID (
      "10") "\"title\": {\"en\": \"All\"}, " ALL
            "}, {" ID ("11") "\"title\": {\"en\": \"Norway\"}, " NORWAY "}, {" ID (
                "12") "\"title\": {\"en\": \"Unmarked\"}, "
                      "\"originator\": \"FR\"}, {" ID (
                          "13") "\"title\": {\"en\": \"Nobody's\"}}, "
                                "{" ID ("14") "\"title\": {\"en\": "
                                              "\"Hidden\"}, \"hidden\": "
                                              "true, " ALL "}], \"injects\": [{" ID (
                                                  "15") "\"title\": "
                                                        "{\"en\": "
                                                        "\"Flood\"}, " ALL "}], \"packs\": "
                                                        "[{" ID ("16") "\"code"
                                                                       "\": "
                                                                       "\"NP\"}"
                                                                       "]");
  static const struct
  {
    const char *whom;
    guint events, injects;
  } cases[] = {
    { "FR", 2, 0 },       { "NO", 2, 0 }, { "PL", 1, 0 }, { "NO/role:exercise-control", 3, 1 },
    { "planners", 5, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, cases[i].whom);

      g_assert_cmpuint (small_plan_count (redaction, LIAISON_KIND_EVENT), ==, cases[i].events);
      g_assert_cmpuint (small_plan_count (redaction, LIAISON_KIND_INJECT), ==, cases[i].injects);
      g_assert_cmpuint (small_plan_count (redaction, LIAISON_KIND_PACK), ==, 0);
      g_assert_cmpuint (redaction->n_records, ==, 7 - cases[i].events - cases[i].injects);
    }
}

/* Which reason is told of each. */
static void
test_reasons (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS ", \"sites\": [{" ID (
      "20") "\"name\": {\"en\": \"Bunker\"}, " NORWAY
            "}], \"events\": [{" ID (
                "21") "\"title\": {\"en\": \"Visit\"}, \"site\": "
                      "\"01a00000-0000-7000-8000-000000000120\", \"planner-notes\": "
                      "\"no\", \"control-notes\": {\"en\": \"no\"}, \"bookings\": [{" ID (
                          "22") "\"resource\": \"01a00000-0000-7000-8000-000000000120\"}], " ALL
                                "}, {" ID ("23") "\"title\": {\"en\": \"Unmarked\"}}, {" ID (
                                    "24") "\"title\": {\"en\": \"Hidden\"}, "
                                          "\"hidden\": true, " ALL
                                          "}], \"packs\": [{" ID ("25") "\"code\": \"NP\"}]");
  static const char *const expected[] = { "sites not-on-list -",
                                          "events unmarked -",
                                          "events control -",
                                          "packs planners -",
                                          "events reference site",
                                          "events item bookings",
                                          "events control control-notes",
                                          "events planners planner-notes" };
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR");

  g_assert_cmpuint (redaction->withheld->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < redaction->withheld->len; i++)
    {
      const LiaisonWithheld *withheld = &g_array_index (redaction->withheld, LiaisonWithheld, i);
      g_autofree char *told =
          g_strdup_printf ("%s %s %s", liaison_kind_get (withheld->kind)->plural,
                           liaison_withheld_reason_get_nick (withheld->reason),
                           withheld->field != NULL ? withheld->field->name : "-");

      g_assert_true (g_strv_contains ((const char *const[]){ expected[0], expected[1], expected[2],
                                                             expected[3], expected[4], expected[5],
                                                             expected[6], expected[7], NULL },
                                      told));
    }
}

static void
test_tree (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (
      NATIONS ", \"sites\": [{" ID ("30") "\"name\": {\"en\": \"Base\"}, " ALL "}, {" ID (
          "31") "\"name\": {\"en\": \"Bunker\"}, \"parent\": "
                "\"01a00000-0000-7000-8000-000000000130\", " NORWAY "}, {" ID (
                    "32") "\"name\": {\"en\": \"Vault\"}, \"parent\": "
                          "\"01a00000-0000-7000-8000-000000000131\", " NORWAY "}, {" ID (
                              "33") "\"name\": {\"en\": \"Canteen\"}, \"parent\": "
                                    "\"01a00000-0000-7000-8000-000000000132\", " ALL "}, {" ID (
                                        "34") "\"name\": {\"en\": \"Loop\"}, \"parent\": "
                                              "\"01a00000-0000-7000-8000-000000000135\", " ALL
                                              "}, {" ID (
                                                  "35") "\"name\": {\"en\": \"Hole\"}, \"parent\": "
                                                        "\"01a00000-0000-7000-8000-000000000134\","
                                                        " " NORWAY "}]");
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR");
  g_autoptr (LiaisonSnapshot) copy = small_plan_copy_of (redaction);
  guint n;
  const LiaisonBlock *const *sites = liaison_snapshot_get (copy, LIAISON_KIND_SITE, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_true (liaison_id_is_zero (LIAISON_DATA (Site, sites[0])->parent));
  g_assert_true (liaison_id_same (LIAISON_DATA (Site, sites[1])->parent, sites[0]->id));
  g_assert_true (liaison_id_is_zero (LIAISON_DATA (Site, sites[2])->parent));
}

static void
test_times (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS ", \"events\": [{" ID (
      "40") "\"title\": {\"en\": \"Secret\"}, \"start\": "
            "\"2027-05-15T10:00+09:00[Asia/Tokyo]\", " NORWAY "}, {" ID (
                "41") "\"title\": {\"en\": \"After\"}, \"start\": "
                      "\"start(01a00000-0000-7000-8000-000000000140)+2h\", " ALL "}, {" ID (
                          "42") "\"title\": {\"en\": \"Clock\"}, \"start\": "
                                "\"STARTEX+1d@09:00[America/New_York]\", " ALL "}, {" ID (
                                    "43") "\"title\": {\"en\": \"Circle\"}, \"start\": "
                                          "\"start(01a00000-0000-7000-8000-000000000143)+1h\", " ALL
                                          "}]");
  static const char *const starts[] = { "2027-05-15T05:00+02:00[Europe/Oslo]",
                                        "2027-05-15T09:00-04:00[America/New_York]", "" };
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR");
  g_autoptr (LiaisonSnapshot) copy = small_plan_copy_of (redaction);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (copy, LIAISON_KIND_EVENT, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < n; i++)
    {
      char text[LIAISON_INSTANT_TEXT_SIZE];

      liaison_instant_format (&LIAISON_DATA (Event, events[i])->start, text);
      g_assert_cmpstr (text, ==, starts[i]);
    }
}

static void
test_serials (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (
      NATIONS ", \"objectives\": [{" ID ("50") "\"serial\": \"OBJ-2.1\", " ALL "}, {" ID (
          "51") "\"serial\": \"OBJ-2.5\", \"notes\": {\"en\": \"See OBJ-4 and (OBJ-2.1); not "
                "OBJ-3.\"}, " ALL "}, {" ID ("52") "\"serial\": \"OBJ-4\", " ALL "}, {" ID (
                    "53") "\"serial\": \"OBJ-3\", " NORWAY
                          "}, {" ID ("54") "\"serial\": \"99999999999999999999\", " ALL
                                           "}], \"sites\": [{" ID (
                                               "55") "\"code\": \"QUAY-7\", " ALL "}]");
  static const char *const serials[] = { "OBJ-1.1", "OBJ-1.2", "OBJ-2", "99999999999999999999" };
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR");
  g_autoptr (LiaisonSnapshot) copy = small_plan_copy_of (redaction);
  guint n;
  const LiaisonBlock *const *objectives = liaison_snapshot_get (copy, LIAISON_KIND_OBJECTIVE, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (serials));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (LIAISON_DATA (Objective, objectives[i])->serial, ==, serials[i]);
  g_assert_cmpstr (liaison_text_pick (LIAISON_DATA (Objective, objectives[1])->notes, "en", NULL),
                   ==, "See OBJ-2 and (OBJ-1.1); not OBJ-3.");
  const LiaisonBlock *const *sites = liaison_snapshot_get (copy, LIAISON_KIND_SITE, &n);
  g_assert_cmpstr (LIAISON_DATA (Site, sites[0])->code, ==, "QUAY-7");
}

#define TWO_EVENTS                                                                                 \
  NATIONS ", \"events\": [{" ID ("60") "\"serial\": \"EV-1\", " ALL                                \
                                       "}, {" ID ("62") "\"serial\": \"EV-3\", " ALL "}"

static void
test_reproducible (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (TWO_EVENTS "]");
  g_autoptr (LiaisonRedaction) one = small_plan_redact (plan, "FR"),
                               again = small_plan_redact (plan, "FR"),
                               other = small_plan_redact (plan, "PL");
  g_autoptr (GBytes) bytes = small_plan_write_copy (one),
                     bytes_again = small_plan_write_copy (again),
                     bytes_of_other = small_plan_write_copy (other);

  g_assert_true (g_bytes_equal (bytes, bytes_again));
  g_assert_false (g_bytes_equal (bytes, bytes_of_other));
}

/* A text that goes out and names what does not is reported, and goes out: the filter makes no
 * prose. */
static void
test_named (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS ", \"products\": [{" ID (
      "90") "\"title\": {\"en\": \"Report on the northern range\"}, " NORWAY
            "}], \"events\": [{" ID ("91") "\"title\": {\"en\": \"Talk\"}, \"agenda\": [{" ID (
                "92") "\"title\": {\"en\": \"The Report on the northern range and after\"}}], " ALL
                      "}, {" ID ("93") "\"title\": {\"en\": \"Other\"}, \"control-notes\": "
                                       "{\"en\": \"Report on the northern range\"}, " ALL "}]");
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR"),
                               own = small_plan_redact (plan, "NO");

  g_assert_cmpuint (redaction->named->len, ==, 1);
  g_assert_cmpstr (g_array_index (redaction->named, LiaisonWithheld, 0).field->name, ==, "agenda");
  g_assert_cmpuint (own->named->len, ==, 0);
}

/* A pack is the planners' own; the nation that was given it knows its title. */
static void
test_named_pack (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (
      NATIONS ", \"packs\": [{" ID ("90") "\"title\": {\"en\": \"Pack for the French post\"}}], "
                                          "\"releases\": [{" ID (
                                              "91") "\"title\": {\"en\": \"Pack for the French "
                                                    "post\"}, \"item\": "
                                                    "\"01a00000-0000-7000-8000-000000000190\", "
                                                    "\"nation\": \"FR\"}], \"events\": [{" ID (
                                                        "92") "\"title\": {\"en\": \"Hand out the "
                                                              "Pack for the French post\"}, " ALL
                                                              "}]");
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR");

  g_assert_cmpuint (redaction->named->len, ==, 1);
  g_assert_cmpint (g_array_index (redaction->named, LiaisonWithheld, 0).kind, ==,
                   LIAISON_KIND_EVENT);
}

/* By its serial too, unless something that is seen has the same. */
/* What is kept from players is found by its name, whatever its list says; exercise control may read
 * it. */
static void
test_named_control (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS ", \"injects\": [{" ID (
      "97") "\"title\": {\"en\": \"The bridge falls at dawn\"}, " ALL
            "}], \"events\": [{" ID ("98") "\"hidden\": true, \"title\": {\"en\": \"Visit without "
                                           "notice\"}, " ALL "}], \"sites\": [{" ID (
                                               "99") "\"code\": \"QUAY\", \"notes\": {\"en\": "
                                                     "\"Clear before “The bridge falls at "
                                                     "dawn”. Visit without notice.\"}, " ALL "}]");
  g_autoptr (LiaisonRedaction) players = small_plan_redact (plan, "FR"),
                               control = small_plan_redact (plan, "FR/role:exercise-control");

  g_assert_cmpuint (players->named->len, ==, 2);
  for (guint i = 0; i < players->named->len; i++)
    {
      const LiaisonWithheld *named = &g_array_index (players->named, LiaisonWithheld, i);

      g_assert_cmpint (named->reason, ==, LIAISON_WITHHELD_NAMED);
      g_assert_cmpstr (named->field->name, ==, "notes");
    }
  g_assert_cmpuint (control->named->len, ==, 0);
}

static void
test_named_by_serial (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (
      NATIONS ", \"events\": [{" ID ("94") "\"serial\": \"EV-007\", " NORWAY "}, {" ID (
          "95") "\"serial\": \"EV-008\", \"description\": {\"en\": \"After EV-007.\"}, " ALL
                "}, {" ID ("96") "\"serial\": \"EV-009\", \"description\": {\"en\": \"After "
                                 "EV-008, not EV-0071.\"}, " ALL "}]");
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR");

  g_assert_cmpuint (redaction->named->len, ==, 1);
  g_assert_cmpstr (g_array_index (redaction->named, LiaisonWithheld, 0).field->name, ==,
                   "description");
}

/* An exercise that is not released leaves a plan without a name. */
static void
test_withheld_exercise (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS ", \"groups\": [{" ID (
      "70") "\"code\": \"G\", \"members\": [\"FR\", \"JP\"]}], \"participants\": "
            "[{" ID ("71") "\"code\": \"JSDF\", \"nation\": \"JP\", \"marking\": "
                           "{\"level\": \"EXERCISE-UNCLASSIFIED\", \"nations\": "
                           "[\"JP\"]}}]");
  g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "JSDF");
  g_autoptr (LiaisonSnapshot) copy = small_plan_copy_of (redaction);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (copy);

  g_assert_cmpuint (liaison_document_get_size (redaction->document), ==, 2);
  for (guint i = 0; i < exercise->shape->n_fields; i++)
    g_assert_false (liaison_block_field_is_set (exercise, &exercise->shape->fields[i]));
}

static LiaisonMarking *
random_marking (GRand *random)
{
  static const char *const levels[] = { "EXERCISE-UNCLASSIFIED", "EXERCISE-RESTRICTED",
                                        "EXERCISE-SECRET" };
  static const char *const codes[] = { "FR", "NO", "PL", "JP" };
  g_autoptr (GPtrArray) nations = g_ptr_array_new ();
  g_autoptr (LiaisonCodes) list = NULL;
  const char *level = levels[g_rand_int_range (random, 0, G_N_ELEMENTS (levels))];

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_rand_int_range (random, 0, 4) > 0)
      g_ptr_array_add (nations, (gpointer) liaison_intern (codes[i], 2));
  list = nations->len > 0 ? liaison_codes_new ((const char *const *) nations->pdata, nations->len)
                          : NULL;
  return liaison_marking_new (liaison_intern (level, strlen (level)), list, NULL);
}

/* What is added to a page only ever raises its banner and narrows its list. */
static void
test_banner_narrows (void)
{
  g_autoptr (LiaisonPlan) plan = small_plan_read (NATIONS);
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  const LiaisonMarkingScheme *scheme = liaison_marking_scheme_find ("exercise");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (LiaisonBanner) banner = liaison_banner_new (&lookup);
      g_autoptr (LiaisonCodes) before = NULL;
      const char *level = NULL;

      for (guint i = 0; i < 6; i++)
        {
          g_autoptr (LiaisonBlock) block =
              liaison_block_new (&liaison_event_kind.shape, liaison_id_new (run));
          g_autoptr (LiaisonCodes) own = NULL;
          gboolean any;
          int order;

          if (g_rand_int_range (random, 0, 5) > 0)
            ((LiaisonEventData *) block)->marking = random_marking (random);
          ((LiaisonEventData *) block)->originator = liaison_intern ("NO", 2);
          liaison_banner_add (banner, block);
          own = liaison_release_list_of (&lookup, block);
          g_assert_true (
              liaison_release_list_covers (own, liaison_banner_get_nations (banner, &any)));
          g_assert_false (any);
          if (i > 0)
            g_assert_true (
                liaison_release_list_covers (before, liaison_banner_get_nations (banner, &any)));
          if (level != NULL)
            g_assert_true (liaison_marking_scheme_compare (
                               scheme, liaison_banner_get_level (banner), level, &order)
                           && order >= 0);
          level = liaison_banner_get_level (banner);
          liaison_codes_unref (before);
          before = liaison_codes_ref ((LiaisonCodes *) liaison_banner_get_nations (banner, &any));
        }
    }
}

static void
test_banner_told (void)
{
  g_autoptr (LiaisonPlan) plan =
      small_plan_read (NATIONS ", \"events\": [{" ID ("80") ALL
                       "}, {" ID ("81") "\"originator\": \"FR\", \"marking\": {\"level\": "
                                        "\"EXERCISE-RESTRICTED\", \"nations\": [\"NO\"]}}, {" ID (
                                            "82") "\"originator\": \"PL\"}]");
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  g_autoptr (LiaisonBanner) banner = liaison_banner_new (&lookup);
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  static const char *const told[] = { "EXERCISE – UNCLASSIFIED REL FR, NO, PL",
                                      "EXERCISE – RESTRICTED REL FR, NO",
                                      "EXERCISE – RESTRICTED REL NONE" };
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  g_assert_null (liaison_banner_tell (banner, words));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;

      liaison_banner_add (banner, events[i]);
      text = liaison_banner_tell (banner, words);
      g_assert_cmpstr (text, ==, told[i]);
    }
}

/* The kinds that stay with the planners whole, and no other. */
static void
test_kinds (void)
{
  static const LiaisonKindId own[] = { LIAISON_KIND_PACK, LIAISON_KIND_BASELINE,
                                       LIAISON_KIND_ACCEPTED_FINDING, LIAISON_KIND_CONFLICT };

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
      const LiaisonField *notes = liaison_shape_find (shape, "planner-notes", NULL);
      gboolean planners = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        planners = planners || own[i] == kind;
      g_assert_cmpint (shape->fields[0].open, ==, !planners);
      g_assert_true (notes == NULL || !notes->open);
      /* What goes out has somebody who said to whom. */
      g_assert_true (planners || liaison_shape_find (shape, "marking", NULL) != NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/release/audiences", test_audiences);
  g_test_add_func ("/release/who-sees-what", test_who_sees_what);
  g_test_add_func ("/release/reasons", test_reasons);
  g_test_add_func ("/release/children-are-reattached", test_tree);
  g_test_add_func ("/release/times-are-plain", test_times);
  g_test_add_func ("/release/serials-have-no-gaps", test_serials);
  g_test_add_func ("/release/reproducible", test_reproducible);
  g_test_add_func ("/release/withheld-exercise", test_withheld_exercise);
  g_test_add_func ("/release/names-are-reported", test_named);
  g_test_add_func ("/release/packs-given-are-known", test_named_pack);
  g_test_add_func ("/release/control-names-are-reported", test_named_control);
  g_test_add_func ("/release/serials-are-reported", test_named_by_serial);
  g_test_add_func ("/release/banner-narrows", test_banner_narrows);
  g_test_add_func ("/release/banner-told", test_banner_told);
  g_test_add_func ("/release/kinds", test_kinds);
  return g_test_run ();
}
