/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about who may see what, and which nations are named: each finds its fault, nothing where
 * there is none, and what mends it does. */
#include "config.h"

#include "rules.h"

#include "record/kinds/release.h"

static LiaisonMarking *
make_marking (const char *level, const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, ",", 0);
  g_autoptr (GPtrArray) interned = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    g_ptr_array_add (interned, (gpointer) g_intern_string (parts[i]));
  g_autoptr (LiaisonCodes) list =
      liaison_codes_new ((const char *const *) interned->pdata, interned->len);
  return liaison_marking_new (g_intern_string (level), list, NULL);
}

static LiaisonProductData *
begin_product (Plan *plan, const char *originator, const char *level, const char *codes)
{
  LiaisonProductData *product = plan_begin (plan, &liaison_product_kind);

  product->title = liaison_text_new (g_intern_static_string ("en"), "A product of some length");
  product->originator = g_intern_string (originator);
  product->marking = make_marking (level, codes);
  return product;
}

static void
add_nations (Plan *plan)
{
  static const char *const codes[] = { "NO", "FR", "PL", "JO" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      LiaisonNationData *nation = plan_begin (plan, &liaison_nation_kind);
      nation->code = g_intern_static_string (codes[i]);
      plan_insert (plan, &liaison_nation_kind, nation);
    }
}

/* A product made from, or part of, one for Norway and France. */
static Plan *
plan_pair (const char *originator, const char *codes, gboolean part)
{
  Plan *plan = plan_new ();
  LiaisonId source = plan_insert (plan, &liaison_product_kind,
                                  begin_product (plan, "NO", "EXERCISE-UNCLASSIFIED", "NO,FR"));
  LiaisonProductData *product = begin_product (plan, originator, "EXERCISE-UNCLASSIFIED", codes);

  if (part)
    product->parent = source;
  else
    product->sources = ids (source, none);
  plan_insert (plan, &liaison_product_kind, product);
  return plan;
}

static void
check_wider (const char *rule, gboolean part)
{
  g_autoptr (Plan) wider = plan_pair ("NO", "NO,FR,PL,JO", part);
  g_autoptr (Plan) same = plan_pair ("NO", "NO,FR", part);
  g_autoptr (Plan) narrower = plan_pair ("NO", "FR", part);
  g_autoptr (Plan) foreign = plan_pair ("PL", "NO,PL", part);

  g_assert_cmpuint (count (same, rule), ==, 0);
  g_assert_cmpuint (count (narrower, rule), ==, 0);
  g_assert_cmpuint (count (wider, rule), ==, 1);
  assert_mends (wider, rule);
  /* Poland sees what it made itself: narrowing the list would not help. */
  g_autoptr (GPtrArray) findings = find (foreign, rule);
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (foreign, findings);
  g_assert_null (finding->fix);
}

static void
test_wider (void)
{
  check_wider ("list-wider-than-source", FALSE);
  check_wider ("part-wider-than-whole", TRUE);
}

/* A group stays on the list when all of it may see the source; of one that goes, those who may are
 * named. */
static void
test_groups (void)
{
  static const char *const members[][2] = { { "NO", "FR" }, { "FR", "PL" } };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId groups[2];
  LiaisonId source = plan_insert (plan, &liaison_product_kind,
                                  begin_product (plan, "NO", "EXERCISE-UNCLASSIFIED", "NO,FR,JO"));
  LiaisonProductData *product = begin_product (plan, "NO", "EXERCISE-UNCLASSIFIED", "JO");

  for (guint i = 0; i < 2; i++)
    {
      const char *codes[] = { g_intern_string (members[i][0]), g_intern_string (members[i][1]) };
      LiaisonGroupData *group = plan_begin (plan, &liaison_group_kind);
      group->members = liaison_codes_new (codes, 2);
      groups[i] = plan_insert (plan, &liaison_group_kind, group);
    }
  LiaisonMarking *listed = product->marking;
  g_autoptr (LiaisonIds) both = liaison_ids_new (groups, 2);
  product->marking = liaison_marking_new (listed->level, listed->nations, both);
  liaison_marking_unref (listed);
  product->sources = ids (source, none);
  plan_insert (plan, &liaison_product_kind, product);
  g_autoptr (GPtrArray) findings = find (plan, "list-wider-than-source");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  const LiaisonMarking *narrowed = g_array_index (finding->fix, LiaisonFixEdit, 0).value.as.marking;
  g_assert_true (liaison_ids_contains (narrowed->groups, groups[0]));
  g_assert_false (liaison_ids_contains (narrowed->groups, groups[1]));
  g_assert_true (liaison_codes_contains (narrowed->nations, "JO"));
  g_assert_false (liaison_codes_contains (narrowed->nations, "PL"));
  assert_mends (plan, "list-wider-than-source");
}

static Plan *
plan_levels (const char *whole, const char *part)
{
  Plan *plan = plan_new ();
  LiaisonExerciseData *exercise = copy_exercise (plan);
  LiaisonProductData *piece;
  LiaisonId id;

  exercise->marking_scheme = g_ref_string_new ("exercise");
  put_exercise (plan, exercise);
  id = plan_insert (plan, &liaison_product_kind, begin_product (plan, "NO", whole, "NO,FR"));
  piece = begin_product (plan, "NO", part, "NO");
  piece->parent = id;
  plan_insert (plan, &liaison_product_kind, piece);
  return plan;
}

static void
test_height (void)
{
  g_autoptr (Plan) lower = plan_levels ("EXERCISE-UNCLASSIFIED", "EXERCISE-RESTRICTED");
  g_autoptr (Plan) same = plan_levels ("EXERCISE-RESTRICTED", "EXERCISE-RESTRICTED");
  g_autoptr (Plan) higher = plan_levels ("EXERCISE-RESTRICTED", "EXERCISE-UNCLASSIFIED");
  g_autoptr (Plan) unknown = plan_levels ("GREEN-ISH", "EXERCISE-RESTRICTED");

  g_assert_cmpuint (count (same, "marking-below-part"), ==, 0);
  g_assert_cmpuint (count (higher, "marking-below-part"), ==, 0);
  g_assert_cmpuint (count (unknown, "marking-below-part"), ==, 0);
  g_assert_cmpuint (count (lower, "marking-below-part"), ==, 1);
  assert_mends (lower, "marking-below-part");
}

/* A product for Norway and France, or a card about France, given to @nation. */
static Plan *
plan_release (gboolean card, int approved, const char *nation, LiaisonReleaseStatus status)
{
  Plan *plan = plan_new ();
  LiaisonReleaseData *release;
  LiaisonId item;

  if (card)
    {
      LiaisonBriefingData *briefing = plan_begin (plan, &liaison_briefing_kind);
      briefing->nation = g_intern_static_string ("FR");
      briefing->status = approved;
      item = plan_insert (plan, &liaison_briefing_kind, briefing);
    }
  else
    item = plan_insert (plan, &liaison_product_kind,
                        begin_product (plan, "NO", "EXERCISE-UNCLASSIFIED", "NO,FR"));
  release = plan_begin (plan, &liaison_release_kind);
  release->item = item;
  release->nation = g_intern_string (nation);
  release->status = (int) status;
  plan_insert (plan, &liaison_release_kind, release);
  return plan;
}

static void
test_release (void)
{
  g_autoptr (Plan) beyond = plan_release (FALSE, 0, "PL", LIAISON_RELEASE_STATUS_RELEASED);
  g_autoptr (Plan) within = plan_release (FALSE, 0, "FR", LIAISON_RELEASE_STATUS_RELEASED);
  g_autoptr (Plan) planned = plan_release (FALSE, 0, "PL", LIAISON_RELEASE_STATUS_PLANNED);
  g_autoptr (Plan) recalled = plan_release (FALSE, 0, "PL", LIAISON_RELEASE_STATUS_RECALLED);

  g_assert_cmpuint (count (within, "released-beyond-list"), ==, 0);
  g_assert_cmpuint (count (planned, "released-beyond-list"), ==, 0);
  g_assert_cmpuint (count (recalled, "released-beyond-list"), ==, 0);
  g_assert_cmpuint (count (beyond, "released-beyond-list"), ==, 1);
  assert_mends (beyond, "released-beyond-list");
}

static void
test_card (void)
{
  g_autoptr (Plan) early = plan_release (TRUE, LIAISON_BRIEFING_STATUS_PROPOSED, "NO",
                                         LIAISON_RELEASE_STATUS_ACKNOWLEDGED);
  g_autoptr (Plan) approved =
      plan_release (TRUE, LIAISON_BRIEFING_STATUS_APPROVED, "NO", LIAISON_RELEASE_STATUS_RELEASED);
  g_autoptr (Plan) planned =
      plan_release (TRUE, LIAISON_BRIEFING_STATUS_PROPOSED, "NO", LIAISON_RELEASE_STATUS_PLANNED);

  g_assert_cmpuint (count (approved, "briefing-not-approved"), ==, 0);
  g_assert_cmpuint (count (planned, "briefing-not-approved"), ==, 0);
  g_assert_cmpuint (count (early, "briefing-not-approved"), ==, 1);
  assert_mends (early, "briefing-not-approved");
}

/* In a field of one nation, a list and a marking; what must name a nation is not emptied. */
static void
test_absent (void)
{
  g_autoptr (Plan) plan = plan_new ();
  const char *codes[] = { g_intern_static_string ("FR"), g_intern_static_string ("SE") };
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonEventData *event = plan_event (plan, 0, 1);

  add_nations (plan);
  site->nation = g_intern_static_string ("NO");
  plan_insert (plan, &liaison_site_kind, site);
  g_assert_cmpuint (count (plan, "nation-absent"), ==, 0);
  site = plan_begin (plan, &liaison_site_kind);
  site->nation = codes[1];
  plan_insert (plan, &liaison_site_kind, site);
  g_assert_cmpuint (count (plan, "nation-absent"), ==, 1);
  assert_mends (plan, "nation-absent");
  event->nations = liaison_codes_new (codes, 2);
  plan_insert (plan, &liaison_event_kind, event);
  g_assert_cmpuint (count (plan, "nation-absent"), ==, 1);
  assert_mends (plan, "nation-absent");
  plan_insert (plan, &liaison_product_kind,
               begin_product (plan, "NO", "EXERCISE-UNCLASSIFIED", "NO,SE,FR"));
  g_assert_cmpuint (count (plan, "nation-absent"), ==, 1);
  assert_mends (plan, "nation-absent");
  LiaisonReleaseData *release = plan_begin (plan, &liaison_release_kind);
  release->nation = codes[1];
  plan_insert (plan, &liaison_release_kind, release);
  g_autoptr (GPtrArray) findings = find (plan, "nation-absent");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_null (finding->fix);
}

static Plan *
plan_naming (const char *text, const char *codes)
{
  Plan *plan = plan_new ();
  LiaisonProductData *secret = begin_product (plan, "NO", "EXERCISE-UNCLASSIFIED", "NO");
  LiaisonProductData *naming = begin_product (plan, "NO", "EXERCISE-UNCLASSIFIED", codes);

  liaison_text_unref (secret->title);
  secret->title =
      liaison_text_new (g_intern_static_string ("en"), "Indicators seen in the spring test");
  plan_insert (plan, &liaison_product_kind, secret);
  naming->text = liaison_text_new (g_intern_static_string ("en"), text);
  plan_insert (plan, &liaison_product_kind, naming);
  return plan;
}

static void
test_named (void)
{
  static const char naming[] = "As told in “Indicators seen in the spring test”, of May.";
  g_autoptr (Plan) wide = plan_naming (naming, "NO,FR"), narrow = plan_naming (naming, "NO");
  g_autoptr (Plan) silent = plan_naming ("As told in May.", "NO,FR");

  g_assert_cmpuint (count (narrow, "names-withheld-record"), ==, 0);
  g_assert_cmpuint (count (silent, "names-withheld-record"), ==, 0);
  g_assert_cmpuint (count (wide, "names-withheld-record"), ==, 1);
  assert_mends (wide, "names-withheld-record");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/rules/lists/wider", test_wider);
  g_test_add_func ("/review/rules/lists/groups", test_groups);
  g_test_add_func ("/review/rules/lists/height", test_height);
  g_test_add_func ("/review/rules/lists/release", test_release);
  g_test_add_func ("/review/rules/lists/card", test_card);
  g_test_add_func ("/review/rules/lists/absent", test_absent);
  g_test_add_func ("/review/rules/lists/named", test_named);
  return g_test_run ();
}
