/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the records that go themselves. */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/kinds/agreement.h"
#include "record/kinds/channel.h"
#include "record/kinds/group.h"
#include "record/kinds/information-request.h"
#include "record/kinds/movement.h"
#include "record/kinds/nation.h"
#include "record/kinds/pack.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/product.h"
#include "record/kinds/site.h"
#include "record/kinds/support-request.h"
#include "record/times.h"

#include <glib/gi18n-lib.h>

#define DAY 86400

/* How one kind goes, and what marks it so. */
typedef struct
{
  const LiaisonKind *kind;
  LiaisonBreakType type;
  LiaisonSeverity severity;
  const char *sentence;
  guint status;   /* field */
  int value;      /* of it, when it goes for good; 0: nothing marks it */
} Going;

static const Going goings[] = {
  { &liaison_site_kind, LIAISON_BREAK_SITE, LIAISON_SEVERITY_ERROR,
    N_ ("“{record}” cannot be used."), LIAISON_FIELD (Site, status), LIAISON_SITE_STATUS_LOST },
  { &liaison_post_kind, LIAISON_BREAK_LIAISON, LIAISON_SEVERITY_WARNING,
    N_ ("“{record}” is not manned."), LIAISON_FIELD (Post, status), LIAISON_POST_STATUS_CLOSED },
  { &liaison_channel_kind, LIAISON_BREAK_CHANNEL, LIAISON_SEVERITY_WARNING,
    N_ ("“{record}” has no far end any more."), LIAISON_FIELD (Channel, status),
    LIAISON_CHANNEL_STATUS_CLOSED },
  { &liaison_agreement_kind, LIAISON_BREAK_AGREEMENT, LIAISON_SEVERITY_ERROR,
    N_ ("“{record}” is left with one party, and fails."), LIAISON_FIELD (Agreement, stage),
    LIAISON_AGREEMENT_STAGE_ABANDONED },
  { &liaison_product_kind, LIAISON_BREAK_INFORMATION, LIAISON_SEVERITY_WARNING,
    N_ ("“{record}” will not come."), LIAISON_FIELD (Product, status), 0 },
  { &liaison_pack_kind, LIAISON_BREAK_PACK, LIAISON_SEVERITY_NOTE,
    N_ ("“{record}” has no reader any more."), LIAISON_FIELD (Pack, status),
    LIAISON_PACK_STATUS_WITHDRAWN },
  { &liaison_information_request_kind, LIAISON_BREAK_INFORMATION, LIAISON_SEVERITY_NOTE,
    N_ ("“{record}” is asked by nobody any more."), LIAISON_FIELD (InformationRequest, status),
    LIAISON_INFORMATION_REQUEST_STATUS_WITHDRAWN },
  { &liaison_support_request_kind, LIAISON_BREAK_SUPPORT, LIAISON_SEVERITY_NOTE,
    N_ ("“{record}” is not needed any more."), LIAISON_FIELD (SupportRequest, status),
    LIAISON_SUPPORT_STATUS_CANCELLED },
  { &liaison_movement_kind, LIAISON_BREAK_SUPPORT, LIAISON_SEVERITY_NOTE,
    N_ ("“{record}” does not take place."), LIAISON_FIELD (Movement, status),
    LIAISON_MOVEMENT_STATUS_CANCELLED },
};

static const Going *
find_going (const LiaisonBlock *block)
{
  for (guint i = 0; i < G_N_ELEMENTS (goings); i++)
    if (block->shape == &goings[i].kind->shape)
      return &goings[i];
  return NULL;
}

/* Puts a time into a field, in the zone of the record; nothing where it cannot be told. */
static void
set_time (LiaisonLooking *self, GArray *edits, const LiaisonBlock *block, guint field, gint64 at)
{
  LiaisonInstant instant = { 0 };

  if (liaison_instant_from_unix (at, liaison_times_get_zone (&self->lookup, block), &instant))
    liaison_edits_set (edits, block, field, &instant);
}

static void
set_status (GArray *edits, const LiaisonBlock *block, guint field, int value)
{
  const LiaisonField *row = &block->shape->fields[field];

  if (*(const int *) LIAISON_BLOCK_AT (block, row) != value)
    liaison_edits_set (edits, block, field, &value);
}

/* What is there at first and goes later, or comes later, keeps its status and gets another time.
 * TRUE: that is all there is to do. */
static gboolean
limit (LiaisonLooking *self, GArray *edits, const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find_flagged (
      block->shape, self->for_good ? LIAISON_FIELD_END : LIAISON_FIELD_START);

  if (self->for_good && !self->midway)
    return FALSE;
  if (field != NULL)
    set_time (self, edits, block, (guint) (field - block->shape->fields),
              self->for_good ? self->options.from : self->options.until);
  return TRUE;
}

static gint32
get_day (gint64 seconds)
{
  return (gint32) (seconds / DAY - (seconds % DAY < 0));
}

static void
mark_nation (LiaisonLooking *self, GArray *edits, const LiaisonBlock *nation)
{
  gint32 day = get_day (self->for_good ? self->options.from : self->options.until);

  if (self->for_good)
    {
      set_status (edits, nation, LIAISON_FIELD (Nation, status), LIAISON_NATION_STATUS_WITHDRAWN);
      if (self->options.from != G_MININT64)
        liaison_edits_set (edits, nation, LIAISON_FIELD (Nation, withdrawn), &day);
    }
  else
    liaison_edits_set (edits, nation, LIAISON_FIELD (Nation, joined), &day);
}

static void
mark_participant (LiaisonLooking *self, GArray *edits, const LiaisonBlock *block)
{
  if (!liaison_block_is_over (block) && !limit (self, edits, block))
    set_status (edits, block, LIAISON_FIELD (Participant, status),
                LIAISON_PARTICIPANT_STATUS_CANCELLED);
}

/* Agreements have dates of days; what is in force is suspended, what is not is given up. */
static void
mark_agreement (LiaisonLooking *self, GArray *edits, const LiaisonBlock *block)
{
  gboolean in_force
      = LIAISON_DATA (Agreement, block)->stage == LIAISON_AGREEMENT_STAGE_IN_FORCE;
  gint32 day = get_day (self->for_good ? self->options.from : self->options.until);

  if (!self->for_good)
    liaison_edits_set (edits, block, LIAISON_FIELD (Agreement, in_force), &day);
  else if (in_force && self->midway)
    liaison_edits_set (edits, block, LIAISON_FIELD (Agreement, expires), &day);
  else
    set_status (edits, block, LIAISON_FIELD (Agreement, stage),
                in_force ? LIAISON_AGREEMENT_STAGE_SUSPENDED : LIAISON_AGREEMENT_STAGE_ABANDONED);
}

/* The subject, and with it the people and units that go: one line for all of them. */
static void
look_at_subject (LiaisonLooking *self)
{
  const LiaisonBlock *subject = self->subject;
  gboolean of_people = subject->shape == &liaison_nation_kind.shape
                       || subject->shape == &liaison_group_kind.shape
                       || subject->shape == &liaison_participant_kind.shape;
  guint n = 0;

  if (!of_people)
    return;
  LiaisonBreaking *breaking = liaison_looking_add (
      self, subject, LIAISON_BREAK_PEOPLE, LIAISON_SEVERITY_NOTE,
      self->for_good
          ? N_ ("“{record}” takes part no longer. People and units that go with it: {count}.")
          : N_ ("“{record}” takes part later. People and units that come with it: {count}."),
      self->options.from != G_MININT64 ? self->options.from : LIAISON_BREAK_NO_DATE);
  for (guint i = 0; i < self->losses->len; i++)
    {
      const LiaisonBlock *block = self->losses->pdata[i];
      if (block->shape == &liaison_nation_kind.shape)
        mark_nation (self, breaking->public.edits, block);
      if (block->shape != &liaison_participant_kind.shape)
        continue;
      n += block != subject;
      mark_participant (self, breaking->public.edits, block);
    }
  liaison_breaking_take_operand (breaking, liaison_operand_integer ("count", n));
}

static const LiaisonBlock *
find_nation (const LiaisonLooking *self, const char *code)
{
  return code != NULL ? liaison_lookup_find_nation (&self->lookup, code) : NULL;
}

/* Whether another post does for the two nations of @lost what it did. */
static gboolean
has_other_post (const LiaisonLooking *self, const LiaisonPostData *lost)
{
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (self->snapshot, LIAISON_KIND_POST, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonPostData *post = LIAISON_DATA (Post, posts[i]);
      if (post->from_nation == lost->from_nation && post->to_nation == lost->to_nation
          && !liaison_looking_is_lost (self, posts[i]->id) && !liaison_block_is_over (posts[i]))
        return TRUE;
    }
  return FALSE;
}

/* A post goes with who sends it, or has nobody to be sent to; or two nations that stay lose it. */
static void
tell_post (LiaisonLooking *self, LiaisonBreaking *breaking, const LiaisonPostData *post)
{
  const LiaisonBlock *from = find_nation (self, post->from_nation);
  const LiaisonBlock *to = find_nation (self, post->to_nation);

  if (from == NULL || to == NULL)
    return;
  if (liaison_looking_is_lost_code (self, post->from_nation)
      || liaison_looking_is_lost (self, post->from))
    breaking->public.sentence = N_ ("“{record}” does not come: nobody speaks for {from} there.");
  else if (liaison_looking_is_lost_code (self, post->to_nation)
           || liaison_looking_is_lost (self, post->to))
    {
      breaking->public.sentence
          = N_ ("“{record}” has nobody to be sent to; whoever was to hold it is free.");
      breaking->public.severity = LIAISON_SEVERITY_NOTE;
    }
  else if (!has_other_post (self, post))
    {
      breaking->public.sentence = N_ ("Without “{record}” nobody speaks for {from} with {to}.");
      breaking->public.severity = LIAISON_SEVERITY_ERROR;
    }
  liaison_breaking_take_operand (breaking, liaison_operand_nation ("from", post->from_nation));
  liaison_breaking_take_operand (breaking, liaison_operand_nation ("to", post->to_nation));
}

static gboolean
is_party_lost (const LiaisonLooking *self, const LiaisonAgreementData *agreement)
{
  for (guint i = 0; i < liaison_items_get_size (agreement->parties); i++)
    if (liaison_looking_is_lost_code (
            self, LIAISON_DATA (Party, liaison_items_get (agreement->parties, i))->nation))
      return TRUE;
  return FALSE;
}

static void
look_at (LiaisonLooking *self, const LiaisonBlock *block, const Going *going)
{
  gint64 when;

  if (liaison_block_is_over (block)
      || !liaison_looking_find_time (self, block, &when, NULL, NULL))
    return;
  LiaisonBreaking *breaking
      = liaison_looking_add (self, block, going->type, going->severity, going->sentence, when);
  if (block->shape == &liaison_post_kind.shape)
    tell_post (self, breaking, LIAISON_DATA (Post, block));
  if (block->shape == &liaison_agreement_kind.shape)
    {
      if (!is_party_lost (self, LIAISON_DATA (Agreement, block)))
        breaking->public.sentence = N_ ("“{record}” fails.");
      mark_agreement (self, breaking->public.edits, block);
    }
  else if (going->value != 0 && !limit (self, breaking->public.edits, block))
    set_status (breaking->public.edits, block, going->status, going->value);
}

void
liaison_looking_look_at_gone (LiaisonLooking *self)
{
  look_at_subject (self);
  for (guint i = 0; i < self->losses->len; i++)
    {
      const LiaisonBlock *block = self->losses->pdata[i];
      const Going *going = find_going (block);
      if (going != NULL)
        look_at (self, block, going);
    }
}
