/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

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
run (LiaisonReview *review)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint n_links, n_events;
  const LiaisonLink *links = liaison_bookings_get_links (bookings, &n_links);
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n_events);

  for (guint i = 0; i < n_links; i++)
    {
      gint64 delay = liaison_conflicts_get_delay (bookings, &links[i]);
      if (delay <= 0 || !liaison_review_may_list (review))
        continue;
      LiaisonId other = events[links[i].predecessor].block->id;
      LiaisonFinding *finding = liaison_review_add (review, events[links[i].successor].block, "dependencies",
                                                    choose_sentence (links[i].type));
      liaison_finding_add_record (finding, other);
      liaison_finding_take_operand (finding, liaison_operand_record ("other", other));
      liaison_finding_take_operand (finding, liaison_operand_duration ("duration", delay));
      liaison_schedule_offer_move (review, finding, &events[links[i].successor], delay,
                                   N_("Move it to where its dependency allows"));
    }
}

const LiaisonRule liaison_rule_precedence_broken = {
  "precedence-broken", LIAISON_SEVERITY_ERROR, N_("Order of events broken"),
  N_("An event stands earlier than another that it depends on lets it, with the time that must pass between them. Move "
     "one of them, or take the dependency out."),
  run
};
