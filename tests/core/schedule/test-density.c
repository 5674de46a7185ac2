/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan.h"

#include "record/zone.h"
#include "schedule/coverage.h"
#include "schedule/density.h"

static LiaisonId
add_participant (Plan *plan, LiaisonParticipantRole role, LiaisonId parent)
{
  LiaisonParticipantData *data = plan_begin (plan, &liaison_participant_kind);

  data->role = role;
  data->parent = parent;
  return plan_add (plan, &liaison_participant_kind, data);
}

static LiaisonInjectData *
begin_inject (Plan *plan, double hours, LiaisonId to)
{
  LiaisonInjectData *inject = plan_begin (plan, &liaison_inject_kind);

  inject->level = LIAISON_INJECT_LEVEL_INJECT;
  inject->to = liaison_ids_new (&to, 1);
  if (hours >= 0)
    plan_at (&inject->start, hours);
  return inject;
}

static LiaisonId
add_inject (Plan *plan, double hours, LiaisonId to)
{
  return plan_add (plan, &liaison_inject_kind, begin_inject (plan, hours, to));
}

static void
test_density (void)
{
  const LiaisonId none = { 0 };
  Plan *plan = plan_new ();
  LiaisonId staff = add_participant (plan, LIAISON_PARTICIPANT_ROLE_TRAINING_AUDIENCE, none);
  LiaisonId cell = add_participant (plan, LIAISON_PARTICIPANT_ROLE_UNSET, staff);
  LiaisonId control = add_participant (plan, LIAISON_PARTICIPANT_ROLE_EXERCISE_CONTROL, none);
  LiaisonInjectData *inject;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  const LiaisonDensityScale hours = { 4 * PLAN_HOUR, NULL, FALSE };
  g_autoptr (LiaisonDensity) density = NULL;
  g_autoptr (GArray) ids = NULL;
  LiaisonId first;
  guint column;

  first = add_inject (plan, 4.5, cell);
  add_inject (plan, 5, cell);
  add_inject (plan, 6, staff);
  add_inject (plan, 60, cell);
  add_inject (plan, 7, control);
  add_inject (plan, -1, cell);
  inject = begin_inject (plan, 5, cell);
  inject->status = LIAISON_INJECT_STATUS_RETIRED;
  plan_add (plan, &liaison_inject_kind, inject);
  inject = begin_inject (plan, 5, cell);
  inject->level = LIAISON_INJECT_LEVEL_INCIDENT;
  plan_add (plan, &liaison_inject_kind, inject);
  inject = begin_inject (plan, 5, cell);
  inject->type = LIAISON_INJECT_TYPE_CONTINGENCY;
  plan_add (plan, &liaison_inject_kind, inject);
  snapshot = liaison_document_get_snapshot (plan->document);
  density = liaison_density_new (snapshot, &hours);

  /* The staff, its cell below it, and those who do not train. */
  g_assert_cmpuint (liaison_density_count_rows (density), ==, 3);
  g_assert_true (liaison_id_same (liaison_density_get_row (density, 0)->participant, staff));
  g_assert_true (liaison_id_same (liaison_density_get_row (density, 1)->participant, cell));
  g_assert_cmpuint (liaison_density_get_row (density, 1)->depth, ==, 1);
  g_assert_true (liaison_id_is_zero (liaison_density_get_row (density, 2)->participant));
  g_assert_cmpuint (liaison_density_get_row (density, 0)->total, ==, 4);
  g_assert_cmpuint (liaison_density_get_row (density, 1)->total, ==, 3);
  g_assert_cmpuint (liaison_density_get_row (density, 2)->total, ==, 1);
  g_assert_cmpuint (liaison_density_count_timeless (density), ==, 1);
  /* From STARTEX to ENDEX, columns on the clock. */
  g_assert_cmpint (liaison_density_get_start (density, 0) % (4 * PLAN_HOUR), ==, 0);
  g_assert_cmpint (liaison_density_get_start (density, 0), <=, PLAN_STARTEX);
  g_assert_cmpint (liaison_density_get_start (density, liaison_density_count_columns (density)), >,
                   PLAN_STARTEX + 100 * PLAN_HOUR);
  for (column = 0; liaison_density_get_cell (density, 1, column).n == 0; column++)
    ;
  g_assert_cmpint (liaison_density_get_start (density, column), <=, PLAN_STARTEX + 4.5 * PLAN_HOUR);
  ids = liaison_density_list (density, 1, column);
  g_assert_true (liaison_id_same (g_array_index (ids, LiaisonId, 0), first));
  /* Between the first and the last nothing happens for two days: dead time. */
  g_assert_true (liaison_density_is_gap (density, 1, column + 5, 6));
  g_assert_false (liaison_density_is_gap (density, 1, column + 5, 20));
  g_assert_false (liaison_density_is_gap (density, 1, 0, 1));
  plan_free (plan);
}

/* A day of 25 hours is one column. */
static void
test_days (void)
{
  const LiaisonId none = { 0 };
  const LiaisonDensityScale days = { 86400, "Europe/Oslo", TRUE };
  Plan *plan = plan_new ();
  LiaisonId staff = add_participant (plan, LIAISON_PARTICIPANT_ROLE_TRAINING_AUDIENCE, none);
  LiaisonInjectData *inject = begin_inject (plan, 0, staff);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonDensity) density = NULL;

  g_assert_true (
      liaison_instant_from_wall (2027, 10, 29, 12, 0, 0, "Europe/Oslo", &inject->start, NULL));
  plan_add (plan, &liaison_inject_kind, inject);
  inject = begin_inject (plan, 0, staff);
  g_assert_true (
      liaison_instant_from_wall (2027, 11, 2, 12, 0, 0, "Europe/Oslo", &inject->start, NULL));
  plan_add (plan, &liaison_inject_kind, inject);
  snapshot = liaison_document_get_snapshot (plan->document);
  density = liaison_density_new (snapshot, &days);
  for (guint i = 0; i + 1 < liaison_density_count_columns (density); i++)
    {
      LiaisonWall wall;
      gint32 offset;
      gint64 start = liaison_density_get_start (density, i);

      g_assert_true (liaison_zone_get_offset ("Europe/Oslo", start, &offset));
      liaison_wall_from_unix (start, offset, &wall);
      g_assert_cmpint (wall.hour, ==, 0);
    }
  plan_free (plan);
}

static void
test_empty (void)
{
  Plan *plan = plan_new ();
  const LiaisonDensityScale hours = { PLAN_HOUR, NULL, FALSE };
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonDensity) density = liaison_density_new (snapshot, &hours);
  g_autoptr (LiaisonCoverage) coverage = liaison_coverage_new (snapshot);

  g_assert_cmpuint (liaison_density_count_columns (density), ==, 0);
  g_assert_cmpuint (liaison_density_count_rows (density), ==, 1);
  g_assert_cmpuint (liaison_coverage_count_rows (coverage), ==, 1);
  g_assert_cmpuint (liaison_coverage_count_columns (coverage), ==, 1);
  plan_free (plan);
}

static LiaisonId
add_objective (Plan *plan, const char *serial, LiaisonId parent)
{
  LiaisonObjectiveData *data = plan_begin (plan, &liaison_objective_kind);

  data->serial = g_ref_string_new (serial);
  data->parent = parent;
  return plan_add (plan, &liaison_objective_kind, data);
}

static void
test_coverage (void)
{
  const LiaisonId none = { 0 };
  Plan *plan = plan_new ();
  LiaisonId second = add_objective (plan, "2", none);
  LiaisonId first = add_objective (plan, "1", none);
  LiaisonId part = add_objective (plan, "1.1", first);
  LiaisonInjectData *inject = plan_begin (plan, &liaison_inject_kind);
  LiaisonId storm, served;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonCoverage) coverage = NULL;
  g_autoptr (GArray) ids = NULL;

  inject->level = LIAISON_INJECT_LEVEL_STORYLINE;
  storm = plan_add (plan, &liaison_inject_kind, inject);
  inject = begin_inject (plan, 1, none);
  inject->parent = storm;
  inject->objectives = liaison_ids_new (&part, 1);
  served = plan_add (plan, &liaison_inject_kind, inject);
  add_inject (plan, 2, none);
  snapshot = liaison_document_get_snapshot (plan->document);
  coverage = liaison_coverage_new (snapshot);

  g_assert_cmpuint (liaison_coverage_count_rows (coverage), ==, 4);
  g_assert_cmpuint (liaison_coverage_count_columns (coverage), ==, 2);
  g_assert_true (liaison_id_same (liaison_coverage_get_row (coverage, 0)->objective, first));
  g_assert_true (liaison_id_same (liaison_coverage_get_row (coverage, 1)->objective, part));
  g_assert_cmpuint (liaison_coverage_get_row (coverage, 1)->depth, ==, 1);
  g_assert_true (liaison_id_same (liaison_coverage_get_row (coverage, 2)->objective, second));
  g_assert_cmpuint (liaison_coverage_count (coverage, 1, 0), ==, 1);
  g_assert_cmpuint (liaison_coverage_count (coverage, 3, 1), ==, 1);
  g_assert_cmpuint (liaison_coverage_count_bare (coverage), ==, 1);
  ids = liaison_coverage_list (coverage, 1, 0);
  g_assert_true (liaison_id_same (g_array_index (ids, LiaisonId, 0), served));
  plan_free (plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/density/cells", test_density);
  g_test_add_func ("/schedule/density/days", test_days);
  g_test_add_func ("/schedule/density/empty", test_empty);
  g_test_add_func ("/schedule/coverage", test_coverage);
  return g_test_run ();
}
