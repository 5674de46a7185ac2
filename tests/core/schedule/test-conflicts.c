/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/conflicts.h"

#include "plan.h"
#include "review/fixes.h"
#include "review/review.h"

#define EVENT(plan, event) plan_add (plan, &liaison_event_kind, event)

static LiaisonId
add_at (Plan *plan, double start, double hours, LiaisonId site)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->site = site;
  return EVENT (plan, event);
}

static GPtrArray *
review (Plan *plan, const char *name)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonRule *rule = liaison_review_find_rule (name);

  g_assert_nonnull (rule);
  return liaison_review_run_rules (snapshot, 0, &rule, 1, NULL);
}

static void
count_cb (const LiaisonOverlap *overlap, gpointer data)
{
  (*(guint *) data)++;
}

static guint
count_overlaps (Plan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  guint count = 0;

  liaison_conflicts_foreach_overlap (bookings, LIAISON_KIND_SITE, count_cb, &count);
  return count;
}

static void
test_touching_is_free (void)
{
  for (guint overlaps = 0; overlaps < 2; overlaps++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonId site = plan_site (plan, 0);

      add_at (plan, 10, 2, site);
      add_at (plan, 12 - overlaps / 4.0, 2, site);
      add_at (plan, 13, 0, site);
      g_assert_cmpuint (count_overlaps (plan), ==, overlaps);
    }
}

/* A long one stays in the way behind short ones. */
static void
test_long_one (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, 0);

  add_at (plan, 10, 20, site);
  add_at (plan, 11, 1, site);
  add_at (plan, 15, 1, site);
  g_assert_cmpuint (count_overlaps (plan), ==, 2);
}

typedef struct
{
  const LiaisonBookings *bookings;
  GHashTable *seen; /* of places */
} Seen;

static void
seen_cb (const LiaisonOverlap *overlap, gpointer data)
{
  Seen *seen = data;
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (seen->bookings, &n);

  g_assert_cmpuint (overlap->asked, >, overlap->capacity);
  g_assert_cmpint (overlap->start, <, overlap->end);
  g_assert_true (g_hash_table_add (seen->seen, GUINT_TO_POINTER (overlap->event)));
  if (overlap->other == LIAISON_NO_PLACE)
    return;
  g_assert_cmpint (events[overlap->other].start, <=, events[overlap->event].start);
  g_assert_cmpint (events[overlap->other].end, >, events[overlap->event].start);
}

/* Against a count of what goes on when each event begins, which is easy to get right. */
static void
check_by_counting (guint capacity)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, capacity);
  guint n;

  for (guint i = 0; i < 150; i++)
    {
      LiaisonEventData *event
          = plan_event (plan, g_test_rand_int_range (0, 400), g_test_rand_int_range (1, 12));
      event->bookings = plan_booking (plan, site, g_test_rand_int_range (1, 3), 0, 0);
      EVENT (plan, event);
    }
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, 0, &n);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  Seen seen = { bookings, found };

  liaison_conflicts_foreach_overlap (bookings, LIAISON_KIND_SITE, seen_cb, &seen);
  g_assert_cmpuint (n, ==, 150);
  for (guint i = 0; i < n; i++)
    {
      /* Where one at a time is all there is, amounts say nothing. */
      guint asked = capacity > 1 ? uses[i].amount : 1;
      for (guint j = 0; j < i; j++)
        if (uses[j].end > uses[i].start)
          asked += capacity > 1 ? uses[j].amount : 1;
      g_assert_cmpint (asked > capacity, ==,
                       g_hash_table_contains (found, GUINT_TO_POINTER (uses[i].event)));
    }
}

static void
test_by_counting (void)
{
  for (guint round = 0; round < 100; round++)
    check_by_counting (1 + round % 4);
}

/* The finding with what mends it. */
static LiaisonFinding *
mend (Plan *plan, LiaisonFinding *finding)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonFixes) fixes = liaison_fixes_new (snapshot, 0);

  return liaison_finding_ref (liaison_fixes_look_up (fixes, finding));
}

static gint64
get_moved_start (Plan *plan, LiaisonFinding *plain)
{
  g_autoptr (LiaisonFinding) finding = mend (plan, plain);

  g_assert_nonnull (finding->fix);
  const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_true (liaison_id_same (edit->slot.record, finding->records[0]));
  g_assert_cmpint (edit->slot.field, ==, LIAISON_FIELD (Event, start));
  g_assert_true (liaison_slot_accepts (&edit->slot, &liaison_event_kind.shape, &edit->value));
  return edit->value.as.instant.seconds;
}

/* The later event goes behind both others, not into a gap that is too small. */
static void
test_fix_is_next_free_time (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, 0);
  LiaisonId first = add_at (plan, 10, 2, site);
  LiaisonId later = add_at (plan, 11, 2, site);

  add_at (plan, 13, 3, site);
  g_autoptr (GPtrArray) findings = review (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, 1);
  LiaisonFinding *finding = findings->pdata[0];
  g_assert_cmpuint (finding->n_records, ==, 2);
  g_assert_true (liaison_id_same (finding->records[0], later));
  g_assert_true (liaison_id_same (finding->records[1], first));
  g_assert_cmpint (get_moved_start (plan, finding), ==, PLAN_STARTEX + 16 * PLAN_HOUR);
}

static void
test_no_fix_for_locked (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, 0);
  LiaisonEventData *event = plan_event (plan, 11, 2);

  add_at (plan, 10, 2, site);
  event->site = site;
  event->locked = TRUE;
  EVENT (plan, event);
  g_autoptr (GPtrArray) findings = review (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) mended = mend (plan, findings->pdata[0]);
  g_assert_null (mended->fix);
}

/* The predecessor lasts from hour 10 to 12, the successor 3 hours; by how many hours it may start
 * soonest, by type, with a lag of one hour. */
static void
test_dependencies (void)
{
  static const struct
  {
    LiaisonDependencyType type;
    double soonest;
  } cases[] = { { LIAISON_DEPENDENCY_TYPE_UNSET, 13 },
                { LIAISON_DEPENDENCY_TYPE_FINISH_START, 13 },
                { LIAISON_DEPENDENCY_TYPE_START_START, 11 },
                { LIAISON_DEPENDENCY_TYPE_FINISH_FINISH, 10 },
                { LIAISON_DEPENDENCY_TYPE_START_FINISH, 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint early = 0; early < 2; early++)
      {
        g_autoptr (Plan) plan = plan_new ();
        LiaisonId before = EVENT (plan, plan_event (plan, 10, 2));
        LiaisonEventData *event = plan_event (plan, cases[i].soonest - early * 0.5, 3);
        event->dependencies = plan_dependency (plan, before, cases[i].type, PLAN_HOUR);
        EVENT (plan, event);

        g_autoptr (GPtrArray) findings = review (plan, "precedence-broken");
        g_assert_cmpuint (findings->len, ==, early);
        if (early)
          g_assert_cmpint (get_moved_start (plan, findings->pdata[0]), ==,
                           PLAN_STARTEX + (gint64) (cases[i].soonest * PLAN_HOUR));
      }
}

static void
test_bounds (void)
{
  static const struct
  {
    double start, hours;
    guint findings;
  } cases[] = { { 0, 1, 0 }, { -1, 1, 1 }, { 99, 1, 0 }, { 99, 1.5, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint type = LIAISON_EVENT_TYPE_CONFERENCE; type <= LIAISON_EVENT_TYPE_TRAINING_SERIAL;
         type += LIAISON_EVENT_TYPE_TRAINING_SERIAL - LIAISON_EVENT_TYPE_CONFERENCE)
      {
        g_autoptr (Plan) plan = plan_new ();
        LiaisonEventData *event = plan_event (plan, cases[i].start, cases[i].hours);
        event->type = type;
        EVENT (plan, event);
        g_autoptr (GPtrArray) findings = review (plan, "outside-exercise");
        g_assert_cmpuint (findings->len, ==,
                          type == LIAISON_EVENT_TYPE_CONFERENCE ? 0 : cases[i].findings);
      }
}

/* PLAN_STARTEX is on 15 January 2027, day 20833. */
static void
test_agreement_days (void)
{
  for (gint32 day = 20832; day <= 20834; day++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonAgreementData *agreement = plan_begin (plan, &liaison_agreement_kind);
      LiaisonEventData *event = plan_event (plan, 0, 1);
      agreement->in_force = day;
      LiaisonId id = plan_add (plan, &liaison_agreement_kind, agreement);
      event->agreements = liaison_ids_new (&id, 1);
      EVENT (plan, event);
      g_autoptr (GPtrArray) findings = review (plan, "agreement-not-in-force");
      g_assert_cmpuint (findings->len, ==, day > 20833);
    }
}

/* A thousand are listed, and one note says how many are not. */
static void
test_cap (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, 0);

  for (guint i = 0; i < LIAISON_REVIEW_MAX_LISTED + 8; i++)
    add_at (plan, 10, 2, site);
  g_autoptr (GPtrArray) findings = review (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, LIAISON_REVIEW_MAX_LISTED + 1);
  const LiaisonFinding *note = findings->pdata[LIAISON_REVIEW_MAX_LISTED];
  g_assert_cmpint (note->severity, ==, LIAISON_SEVERITY_NOTE);
  g_assert_cmpstr (g_array_index (note->operands, LiaisonOperand, 1).name, ==, "count");
  g_assert_cmpint (g_array_index (note->operands, LiaisonOperand, 1).value.integer, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/schedule/conflicts/" path, func)
  ADD ("touching-is-free", test_touching_is_free);
  ADD ("long-one", test_long_one);
  ADD ("by-counting", test_by_counting);
  ADD ("fix-is-next-free-time", test_fix_is_next_free_time);
  ADD ("no-fix-for-locked", test_no_fix_for_locked);
  ADD ("dependencies", test_dependencies);
  ADD ("bounds", test_bounds);
  ADD ("agreement-days", test_agreement_days);
  ADD ("cap", test_cap);
#undef ADD
  return g_test_run ();
}
