/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-conflicts PLAN: what looking for conflicts in a large plan costs, as ratios to libc's qsort of 200,000 endpoints in the
 * same run. Each round takes a snapshot that nothing has been looked up in yet; snapshot, findings and bookings are made and
 * released within the time measured, but for the snapshot itself. */
#include "config.h"

#include "record/kinds.h"
#include "review/review.h"
#include "schedule/bookings.h"
#include "store/plan.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 15
#define ENDPOINTS 200000
#define LIMIT 1.0
#define AIM 0.35

/* As a sweep over times would sort them: when, and whose start or end it is. */
typedef struct
{
  gint64 seconds;
  guint event;
  guint is_end;
} Endpoint;

static const char *const capacity_and_order[] = { "site-overbooked", "participant-overbooked", "post-overbooked",
                                                  "channel-overbooked", "precedence-broken" };

/* Processor time, as all is done in one thread: other programs do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static gint64
stopped_clock (gpointer data)
{
  return 0;
}

static int
compare_endpoints (const void *a,
                   const void *b)
{
  const Endpoint *one = a, *two = b;
  return one->seconds < two->seconds ? -1 : one->seconds > two->seconds;
}

/* Starts and ends of events in no order: those of the plan, shuffled. */
static Endpoint *
make_endpoints (const LiaisonSnapshot *snapshot)
{
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  Endpoint *endpoints = g_new (Endpoint, ENDPOINTS);
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n);
  guint64 state = 1;

  for (guint i = 0; i < ENDPOINTS; i++)
    {
      const LiaisonScheduledEvent *event = &events[i / 2 % n];
      endpoints[i] = (Endpoint) { i % 2 ? event->end : event->start, i / 2 % n, i % 2 };
    }
  for (guint i = ENDPOINTS - 1; i > 0; i--)
    {
      state = state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
      guint other = (state >> 33) % (i + 1);
      Endpoint kept = endpoints[i];
      endpoints[i] = endpoints[other];
      endpoints[other] = kept;
    }
  return endpoints;
}

static double
time_qsort (const Endpoint *endpoints)
{
  g_autofree Endpoint *copy = g_memdup2 (endpoints, ENDPOINTS * sizeof *endpoints);
  double start = now ();

  qsort (copy, ENDPOINTS, sizeof *copy, compare_endpoints);
  return now () - start;
}

static guint
choose_rules (const LiaisonRule **chosen,
              gboolean            others)
{
  guint n, n_chosen = 0;
  const LiaisonRule *const *rules = liaison_review_get_rules (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean found = FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (capacity_and_order); j++)
        found |= g_str_equal (rules[i]->name, capacity_and_order[j]);
      if (found != others)
        chosen[n_chosen++] = rules[i];
    }
  return n_chosen;
}

/* A snapshot of its own each time: the document keeps one for as long as nothing changes. */
static LiaisonSnapshot *
take_snapshot (LiaisonDocument *document)
{
  const LiaisonBlock *exercise = liaison_record_get_block (liaison_document_get_exercise (document));
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (document, stopped_clock, NULL);
  static gint64 rest = 0;
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Change {record}");

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", exercise->id));

  rest = rest % 86400 + 60;
  liaison_proposal_set_field (proposal, exercise, LIAISON_FIELD (Exercise, minimum_rest), &rest);
  if (!liaison_editor_commit (editor, proposal, NULL))
    abort ();
  return liaison_document_get_snapshot (document);
}

static double
time_rules (const LiaisonSnapshot    *snapshot,
            const LiaisonRule *const *rules,
            guint                     n,
            guint                    *n_findings)
{
  double start = now ();
  GPtrArray *findings = liaison_review_run_rules (snapshot, 0, rules, n, NULL);

  *n_findings = findings->len;
  g_ptr_array_unref (findings);
  return now () - start;
}

static double
time_bookings (const LiaisonSnapshot *snapshot)
{
  double start = now ();
  LiaisonBookings *bookings = liaison_bookings_new (snapshot);

  liaison_bookings_free (bookings);
  return now () - start;
}

static void
keep_best (double *best,
           double  seconds)
{
  if (*best == 0 || seconds < *best)
    *best = seconds;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  double sorting = 0, conflicts = 0, building = 0, others = 0;
  guint n_findings = 0, n_others = 0, n_links, n_events;

  /* Memory that was used in one round is there for the next: what the kernel asks for pages is another matter, and differs
   * tenfold between machines. 32 MiB is the most that malloc takes for the first of them. */
  mallopt (M_MMAP_THRESHOLD, 32 << 20);
  mallopt (M_TRIM_THRESHOLD, 1 << 30);
  if (argc != 2)
    {
      g_printerr ("bench-conflicts PLAN\n");
      return 2;
    }
  g_autoptr (LiaisonPlan) plan = liaison_plan_load (argv[1], NULL, NULL, NULL, &error);
  if (plan == NULL)
    {
      g_printerr ("bench-conflicts: %s\n", error->message);
      return 2;
    }

  guint n_rules;
  liaison_review_get_rules (&n_rules);
  g_autofree const LiaisonRule **ours = g_new (const LiaisonRule *, n_rules);
  g_autofree const LiaisonRule **rest = g_new (const LiaisonRule *, n_rules);
  guint n_ours = choose_rules (ours, FALSE), n_rest = choose_rules (rest, TRUE);
  g_autoptr (LiaisonSnapshot) first = liaison_document_get_snapshot (plan->document);
  g_autofree Endpoint *endpoints = make_endpoints (first);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (LiaisonSnapshot) snapshot = take_snapshot (plan->document);
      keep_best (&sorting, time_qsort (endpoints));
      keep_best (&conflicts, time_rules (snapshot, ours, n_ours, &n_findings));
      keep_best (&building, time_bookings (snapshot));
      if (round < 3)
        keep_best (&others, time_rules (snapshot, rest, n_rest, &n_others));
    }

  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (first);
  liaison_bookings_get_events (bookings, &n_events);
  liaison_bookings_get_links (bookings, &n_links);
  gboolean good = conflicts <= LIMIT * sorting;
  g_print ("conflicts full   %6.2f x qsort (at most %.2f%s, aim %.2f)  %.2f ms, qsort %.2f ms; %u findings, %u events, %u "
           "dependencies\n",
           conflicts / sorting, LIMIT, good ? "" : ", MISSED", AIM, conflicts * 1e3, sorting * 1e3, n_findings, n_events,
           n_links);
  g_print ("conflicts part   %6.2f x qsort for the bookings alone; %.2f x for all other rules, %u findings\n",
           building / sorting, others / sorting, n_others);
  return good ? 0 : 1;
}
