/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
#include "schedule/conflicts.h"

#include <glib/gi18n-lib.h>

static const char *
choose_sentence (LiaisonDependencyType type)
{
  switch (type)
    {
    case LIAISON_DEPENDENCY_TYPE_START_START:
      return N_("“{record}” begins {duration} too early: it depends on the beginning of “{other}”.");
    case LIAISON_DEPENDENCY_TYPE_FINISH_FINISH:
      return N_("“{record}” ends {duration} too early: it depends on the end of “{other}”.");
    case LIAISON_DEPENDENCY_TYPE_START_FINISH:
      return N_("“{record}” ends {duration} too early: it depends on the beginning of “{other}”.");
    case LIAISON_DEPENDENCY_TYPE_FINISH_START:
    default:
      return N_("“{record}” begins {duration} too early: it depends on the end of “{other}”.");
    }
}

static void
look_at_link (LiaisonReview               *review,
              const LiaisonLink           *link,
              const LiaisonScheduledEvent *before,
              const LiaisonScheduledEvent *after)
{
  gint64 delay = liaison_link_get_delay (link, before, after);

  if (delay <= 0 || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding
      = liaison_review_add (review, after->block, "dependencies", choose_sentence (link->type));
  liaison_finding_add_record (finding, before->block->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", before->block->id));
  liaison_finding_take_operand (finding, liaison_operand_duration ("duration", delay));
}

/* All at once, without a look at the records. */
static void
run (LiaisonReview *review)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint n_links, n_events;
  const LiaisonLink *links = liaison_bookings_get_links (bookings, &n_links);
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n_events);

  for (guint i = 0; i < n_links; i++)
    look_at_link (review, &links[i], &events[links[i].predecessor], &events[links[i].successor]);
}

static void
look_at_tie (LiaisonReview               *review,
             const LiaisonScheduledEvent *event,
             const LiaisonDependencyData *dependency)
{
  const LiaisonBlock *other = liaison_review_find (review, dependency->event, &liaison_event_kind);
  const LiaisonScheduledEvent *before = other != NULL ? liaison_review_get_event (review, other) : NULL;
  LiaisonLink link = liaison_link_from (dependency, 0, 0);

  if (before != NULL && other != event->block)
    look_at_link (review, &link, before, event);
}

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  const LiaisonItems *items = LIAISON_DATA (Event, block)->dependencies;
  guint n = liaison_items_get_size (items);
  const LiaisonScheduledEvent *event = n > 0 ? liaison_review_get_event (review, block) : NULL;

  for (guint i = 0; event != NULL && i < n; i++)
    look_at_tie (review, event, LIAISON_DATA (Dependency, liaison_items_get (items, i)));
}

static void
fix (LiaisonReview  *review,
     LiaisonFinding *finding)
{
  liaison_schedule_fix (review, finding, FALSE,
                        liaison_fix_find_operand (finding, "duration")->value.seconds,
                        N_("Move it to where its dependency allows"));
}

const LiaisonRule liaison_rule_precedence_broken = {
  "precedence-broken", LIAISON_SEVERITY_ERROR, N_("Order of events broken"),
  N_("An event stands earlier than another that it depends on lets it, with the time that must pass between them. Move "
     "one of them, or take the dependency out."),
  run,
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (EVENT), .fix = fix
};
