/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/kinds/action.h"
#include "record/kinds/agreement.h"
#include "record/kinds/channel.h"
#include "record/kinds/information-request.h"
#include "record/kinds/inject.h"
#include "record/kinds/movement.h"
#include "record/kinds/nation.h"
#include "record/kinds/objective.h"
#include "record/kinds/pack.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/product.h"
#include "record/kinds/release.h"
#include "record/kinds/site.h"
#include "record/kinds/support-request.h"
#include "record/times.h"
#include "schedule/recurrence.h"

#define DAY 86400
/* More occurrences of one event than these are not asked for one by one. */
#define MAX_SPANS 400

/* Values of a choice that say that a record counts no longer. */
typedef struct
{
  const LiaisonKind *kind;
  guint field;
  guint64 over; /* a bit for each */
} Ending;

#define BIT(value) (G_GUINT64_CONSTANT (1) << LIAISON_##value)
static const Ending endings[] = {
  { &liaison_event_kind, LIAISON_FIELD (Event, status),
    BIT (EVENT_STATUS_DONE) | BIT (EVENT_STATUS_POSTPONED) | BIT (EVENT_STATUS_CANCELLED) },
  { &liaison_inject_kind, LIAISON_FIELD (Inject, status),
    BIT (INJECT_STATUS_COMPLETED) | BIT (INJECT_STATUS_CANCELLED) | BIT (INJECT_STATUS_RETIRED) },
  { &liaison_post_kind, LIAISON_FIELD (Post, status), BIT (POST_STATUS_CLOSED) },
  { &liaison_site_kind, LIAISON_FIELD (Site, status),
    BIT (SITE_STATUS_LOST) | BIT (SITE_STATUS_RELEASED) },
  { &liaison_action_kind, LIAISON_FIELD (Action, status),
    BIT (ACTION_STATUS_DONE) | BIT (ACTION_STATUS_DROPPED) },
  { &liaison_channel_kind, LIAISON_FIELD (Channel, status), BIT (CHANNEL_STATUS_CLOSED) },
  { &liaison_agreement_kind, LIAISON_FIELD (Agreement, stage),
    BIT (AGREEMENT_STAGE_EXPIRED) | BIT (AGREEMENT_STAGE_SUSPENDED)
        | BIT (AGREEMENT_STAGE_ABANDONED) },
  { &liaison_product_kind, LIAISON_FIELD (Product, status), BIT (PRODUCT_STATUS_RECALLED) },
  { &liaison_release_kind, LIAISON_FIELD (Release, status),
    BIT (RELEASE_STATUS_RECALLED) | BIT (RELEASE_STATUS_RETURNED)
        | BIT (RELEASE_STATUS_DESTROYED) },
  { &liaison_information_request_kind, LIAISON_FIELD (InformationRequest, status),
    BIT (INFORMATION_REQUEST_STATUS_ANSWERED) | BIT (INFORMATION_REQUEST_STATUS_CLOSED)
        | BIT (INFORMATION_REQUEST_STATUS_REFUSED)
        | BIT (INFORMATION_REQUEST_STATUS_WITHDRAWN) },
  { &liaison_support_request_kind, LIAISON_FIELD (SupportRequest, status),
    BIT (SUPPORT_STATUS_DELIVERED) | BIT (SUPPORT_STATUS_CLOSED) | BIT (SUPPORT_STATUS_REFUSED)
        | BIT (SUPPORT_STATUS_CANCELLED) },
  { &liaison_movement_kind, LIAISON_FIELD (Movement, status),
    BIT (MOVEMENT_STATUS_DEPARTED) | BIT (MOVEMENT_STATUS_CANCELLED) },
  { &liaison_pack_kind, LIAISON_FIELD (Pack, status), BIT (PACK_STATUS_WITHDRAWN) },
  { &liaison_participant_kind, LIAISON_FIELD (Participant, status),
    BIT (PARTICIPANT_STATUS_LEFT) | BIT (PARTICIPANT_STATUS_CANCELLED) },
  { &liaison_nation_kind, LIAISON_FIELD (Nation, status),
    BIT (NATION_STATUS_DECLINED) | BIT (NATION_STATUS_WITHDRAWN) },
  { &liaison_objective_kind, LIAISON_FIELD (Objective, status), BIT (OBJECTIVE_STATUS_RETIRED) },
};
#undef BIT

gboolean
liaison_block_is_over (const LiaisonBlock *block)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (block->shape == &endings[i].kind->shape)
      {
        const LiaisonField *field = &block->shape->fields[endings[i].field];
        return (endings[i].over >> *(const int *) LIAISON_BLOCK_AT (block, field)) & 1;
      }
  return FALSE;
}

static gboolean
add_span_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  LiaisonSpan span = { occurrence->start, MAX (occurrence->end, occurrence->start + 1) };
  GArray *spans = data;

  g_array_append_val (spans, span);
  return spans->len < MAX_SPANS;
}

static gboolean
is_before (LiaisonLooking *self, const LiaisonBlock *event)
{
  gint64 start;

  return liaison_recurrence_recurs (event)
         && liaison_times_get_start (&self->lookup, event, &start) == LIAISON_TIME_KNOWN
         && start < self->options.from;
}

/* The one time of an event that does not recur. */
static void
add_once (LiaisonLooking *self, const LiaisonBlock *block, gint64 start, GArray *spans)
{
  LiaisonSpan span = { start, start + 1 };
  gint64 end;

  if (liaison_times_get_end (&self->lookup, block, &end) == LIAISON_TIME_KNOWN)
    span.end = MAX (end, span.end);
  if (span.end > self->options.from && span.start < self->options.until)
    g_array_append_val (spans, span);
}

/* An event has no time: it counts where the subject is away for good. */
static gboolean
find_event_time (
    LiaisonLooking *self, const LiaisonBlock *block, gint64 *when, GArray **spans, gboolean *partly)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  gint64 start;

  if (liaison_times_get_start (&self->lookup, block, &start) != LIAISON_TIME_KNOWN)
    {
      *when = LIAISON_BREAK_NO_DATE;
      return self->for_good;
    }
  if (!liaison_recurrence_recurs (block))
    add_once (self, block, start, found);
  else
    liaison_recurrence_foreach (&self->lookup, block, MAX (self->options.from, start - 1),
                                MIN (self->options.until, G_MAXUINT32), add_span_cb, found);
  if (found->len == 0)
    return FALSE;
  *when = MAX (g_array_index (found, LiaisonSpan, 0).start, self->options.from);
  *partly = is_before (self, block);
  if (spans != NULL)
    *spans = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
find_date (const LiaisonLooking *self, gint32 date, gint64 *when)
{
  *when = date != LIAISON_DATE_UNSET ? (gint64) date * DAY : LIAISON_BREAK_NO_DATE;
  return date != LIAISON_DATE_UNSET
             ? *when + DAY > self->options.from && *when < self->options.until
             : self->for_good;
}

/* What is planned to be there from its start to its end, or until further notice. */
static gboolean
find_span (LiaisonLooking *self, const LiaisonBlock *block, gint64 *when, GArray **spans)
{
  const LiaisonField *ends = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END);
  LiaisonSpan span = { G_MININT64, G_MAXINT64 };
  gboolean point = block->shape == &liaison_inject_kind.shape;

  if (liaison_times_get_start (&self->lookup, block, &span.start) != LIAISON_TIME_KNOWN)
    span.start = G_MININT64;
  if (point && span.start != G_MININT64)
    span.end = span.start + 1;
  else if (ends != NULL
           && liaison_times_resolve (&self->lookup, LIAISON_BLOCK_AT (block, ends), &span.end, NULL)
                  != LIAISON_TIME_KNOWN)
    span.end = G_MAXINT64;
  *when = span.start != G_MININT64 ? MAX (span.start, self->options.from) : LIAISON_BREAK_NO_DATE;
  if (span.end <= self->options.from || span.start >= self->options.until)
    return FALSE;
  /* Who comes later keeps what it was given. */
  if (block->shape == &liaison_release_kind.shape && !self->for_good)
    return FALSE;
  if (span.start == G_MININT64 && span.end == G_MAXINT64)
    return self->for_good;
  if (span.start == G_MININT64)
    *when = span.end;
  if (spans != NULL && span.start != G_MININT64 && span.end != G_MAXINT64)
    {
      *spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
      g_array_append_val (*spans, span);
    }
  return TRUE;
}

gboolean
liaison_looking_find_time (
    LiaisonLooking *self, const LiaisonBlock *block, gint64 *when, GArray **spans, gboolean *partly)
{
  gboolean ignored;

  if (spans != NULL)
    *spans = NULL;
  if (partly == NULL)
    partly = &ignored;
  *partly = FALSE;
  if (block->shape == &liaison_event_kind.shape)
    return find_event_time (self, block, when, spans, partly);
  if (block->shape == &liaison_action_kind.shape)
    return find_date (self, LIAISON_DATA (Action, block)->due, when);
  if (block->shape == &liaison_agreement_kind.shape)
    {
      const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, block);
      gint32 needed
          = agreement->needed_by != LIAISON_DATE_UNSET ? agreement->needed_by : agreement->in_force;
      *when = needed != LIAISON_DATE_UNSET ? MAX ((gint64) needed * DAY, self->options.from)
                                           : LIAISON_BREAK_NO_DATE;
      return self->for_good;
    }
  return find_span (self, block, when, spans);
}
