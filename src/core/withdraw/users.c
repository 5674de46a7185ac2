/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What refers to what goes, and what that means for it: one table. */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "edit/clearing.h"
#include "record/kinds/action.h"
#include "record/kinds/agreement.h"
#include "record/kinds/channel.h"
#include "record/kinds/group.h"
#include "record/kinds/information-request.h"
#include "record/kinds/inject.h"
#include "record/kinds/movement.h"
#include "record/kinds/nation.h"
#include "record/kinds/objective.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/product.h"
#include "record/kinds/release.h"
#include "record/kinds/site.h"
#include "record/kinds/support-request.h"

#include <glib/gi18n-lib.h>

/* More names than these are counted. */
#define MAX_NAMES 3

/* What it means that a field of a record names what is gone. Of the fields that name one thing the
 * first in the table counts. */
typedef struct
{
  const LiaisonKind *kind;
  guint field;
  LiaisonBreakType type;
  LiaisonSeverity severity;
  LiaisonSubstituteNeed need;
  gboolean together;     /* all that are named so make one break */
  const char *sentence;  /* with {record} and {lost} */
  const LiaisonKind *of; /* what is named, where the field may name several kinds; NULL: any.
                            Rows of one field stand together */
} Meaning;

#define ERROR   LIAISON_SEVERITY_ERROR
#define WARNING LIAISON_SEVERITY_WARNING
#define NOTE    LIAISON_SEVERITY_NOTE
#define NEED(x) LIAISON_SUBSTITUTE_##x
static const Meaning meanings[] = {
  { &liaison_event_kind, LIAISON_FIELD (Event, site), LIAISON_BREAK_EVENT, ERROR, NEED (SITE), FALSE,
    N_ ("“{record}” has no place: {lost} cannot be used.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, chair), LIAISON_BREAK_EVENT, ERROR, NEED (PLAYER),
    FALSE, N_ ("“{record}” has no chair without {lost}.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, agreements), LIAISON_BREAK_EVENT, ERROR,
    NEED (AGREEMENT), FALSE, N_ ("“{record}” needs {lost} in force.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, roles), LIAISON_BREAK_EVENT, WARNING, NEED (PLAYER),
    FALSE, N_ ("“{record}” lacks {lost}, who has a role in it.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, bookings), LIAISON_BREAK_EVENT, WARNING, NEED (ANY),
    FALSE, N_ ("“{record}” has booked {lost}.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, channels), LIAISON_BREAK_EVENT, WARNING,
    NEED (CHANNEL), FALSE, N_ ("“{record}” counts on {lost}.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, exceptions), LIAISON_BREAK_EVENT, WARNING, NEED (SITE),
    FALSE, N_ ("“{record}” meets once at {lost}.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, inputs), LIAISON_BREAK_EVENT, WARNING, NEED (PLAYER),
    FALSE, N_ ("“{record}” has an input that depends on {lost}.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, agenda), LIAISON_BREAK_EVENT, WARNING, NEED (PLAYER),
    FALSE, N_ ("{lost} was to present at “{record}”.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, participants), LIAISON_BREAK_EVENT, NOTE,
    NEED (NOBODY), TRUE, N_ ("“{record}” goes on without {lost}.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, nations), LIAISON_BREAK_EVENT, NOTE, NEED (NOBODY),
    TRUE, N_ ("“{record}” goes on without {lost}.") },
  { &liaison_event_kind, LIAISON_FIELD (Event, documents), LIAISON_BREAK_EVENT, NOTE, NEED (NOBODY),
    FALSE, N_ ("“{record}” has no {lost} to read ahead.") },

  { &liaison_inject_kind, LIAISON_FIELD (Inject, to), LIAISON_BREAK_INJECT, NOTE, NEED (NOBODY), TRUE,
    N_ ("“{record}” no longer goes to {lost}.") },
  { &liaison_inject_kind, LIAISON_FIELD (Inject, sent_by), LIAISON_BREAK_INJECT, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” was to be sent by {lost}.") },
  { &liaison_inject_kind, LIAISON_FIELD (Inject, controller), LIAISON_BREAK_INJECT, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” has no controller without {lost}.") },
  { &liaison_inject_kind, LIAISON_FIELD (Inject, role_players), LIAISON_BREAK_INJECT, WARNING,
    NEED (OWNER), FALSE, N_ ("{lost} was to play in “{record}”.") },
  { &liaison_inject_kind, LIAISON_FIELD (Inject, evaluators), LIAISON_BREAK_INJECT, NOTE,
    NEED (OWNER), FALSE, N_ ("{lost} was to evaluate “{record}”.") },
  { &liaison_inject_kind, LIAISON_FIELD (Inject, channel), LIAISON_BREAK_INJECT, WARNING,
    NEED (CHANNEL), FALSE, N_ ("“{record}” was to come over {lost}.") },
  { &liaison_inject_kind, LIAISON_FIELD (Inject, site), LIAISON_BREAK_INJECT, WARNING, NEED (SITE),
    FALSE, N_ ("“{record}” has no place: {lost} cannot be used.") },

  { &liaison_post_kind, LIAISON_FIELD (Post, site), LIAISON_BREAK_LIAISON, ERROR, NEED (SITE), FALSE,
    N_ ("“{record}” has no place: {lost} cannot be used.") },
  { &liaison_post_kind, LIAISON_FIELD (Post, shifts), LIAISON_BREAK_LIAISON, ERROR, NEED (HOLDER),
    FALSE, N_ ("“{record}” has shifts that {lost} was to take.") },
  { &liaison_post_kind, LIAISON_FIELD (Post, voice), LIAISON_BREAK_LIAISON, WARNING, NEED (CHANNEL),
    FALSE, N_ ("“{record}” has no voice net without {lost}.") },
  { &liaison_post_kind, LIAISON_FIELD (Post, channels), LIAISON_BREAK_LIAISON, WARNING,
    NEED (CHANNEL), FALSE, N_ ("“{record}” counts on {lost}.") },
  { &liaison_post_kind, LIAISON_FIELD (Post, agreements), LIAISON_BREAK_LIAISON, WARNING,
    NEED (AGREEMENT), FALSE, N_ ("“{record}” needs {lost} in force.") },
  { &liaison_post_kind, LIAISON_FIELD (Post, reciprocal), LIAISON_BREAK_LIAISON, NOTE, NEED (NOBODY),
    FALSE, N_ ("“{record}” is no longer sent in return for {lost}.") },
  { &liaison_post_kind, LIAISON_FIELD (Post, quarters), LIAISON_BREAK_LIAISON, WARNING, NEED (SITE),
    FALSE, N_ ("“{record}” was to be lodged at {lost}.") },

  { &liaison_channel_kind, LIAISON_FIELD (Channel, stations), LIAISON_BREAK_CHANNEL, NOTE,
    NEED (NOBODY), TRUE, N_ ("“{record}” loses {lost}.") },
  { &liaison_channel_kind, LIAISON_FIELD (Channel, provider_nation), LIAISON_BREAK_CHANNEL, ERROR,
    NEED (PROVIDER), FALSE, N_ ("“{record}” was to be provided by {lost}.") },
  { &liaison_channel_kind, LIAISON_FIELD (Channel, provider), LIAISON_BREAK_CHANNEL, ERROR,
    NEED (OWNER), FALSE, N_ ("“{record}” was to be provided by {lost}.") },
  { &liaison_channel_kind, LIAISON_FIELD (Channel, manager), LIAISON_BREAK_CHANNEL, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” has no manager without {lost}.") },
  { &liaison_channel_kind, LIAISON_FIELD (Channel, agreements), LIAISON_BREAK_CHANNEL, WARNING,
    NEED (AGREEMENT), FALSE, N_ ("“{record}” needs {lost} in force.") },
  { &liaison_channel_kind, LIAISON_FIELD (Channel, nations), LIAISON_BREAK_CHANNEL, NOTE,
    NEED (NOBODY), TRUE, N_ ("“{record}” loses {lost}.") },

  { &liaison_agreement_kind, LIAISON_FIELD (Agreement, parties), LIAISON_BREAK_AGREEMENT, WARNING,
    NEED (NOBODY), TRUE, N_ ("“{record}” has to be read again: {lost} is no party any more."),
    &liaison_nation_kind },
  { &liaison_agreement_kind, LIAISON_FIELD (Agreement, parties), LIAISON_BREAK_AGREEMENT, NOTE,
    NEED (OWNER), FALSE, N_ ("A party to “{record}” has no contact without {lost}."),
    &liaison_participant_kind },
  { &liaison_agreement_kind, LIAISON_FIELD (Agreement, parent), LIAISON_BREAK_AGREEMENT, WARNING,
    NEED (AGREEMENT), FALSE, N_ ("“{record}” stands under {lost}.") },
  { &liaison_agreement_kind, LIAISON_FIELD (Agreement, lead), LIAISON_BREAK_AGREEMENT, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” was drafted by {lost}.") },

  { &liaison_site_kind, LIAISON_FIELD (Site, agreements), LIAISON_BREAK_SITE, ERROR,
    NEED (AGREEMENT), FALSE, N_ ("“{record}” may not be used without {lost}.") },
  { &liaison_site_kind, LIAISON_FIELD (Site, medical), LIAISON_BREAK_SITE, WARNING, NEED (SITE), FALSE,
    N_ ("“{record}” has no medical facility near it without {lost}.") },
  { &liaison_site_kind, LIAISON_FIELD (Site, contact), LIAISON_BREAK_SITE, NOTE, NEED (OWNER), FALSE,
    N_ ("“{record}” has no contact without {lost}.") },
  { &liaison_site_kind, LIAISON_FIELD (Site, owner), LIAISON_BREAK_SITE, NOTE, NEED (OWNER), FALSE,
    N_ ("“{record}” has no owner without {lost}.") },

  { &liaison_support_request_kind, LIAISON_FIELD (SupportRequest, provider_nation),
    LIAISON_BREAK_SUPPORT, ERROR, NEED (PROVIDER), FALSE,
    N_ ("“{record}” was to be provided by {lost}.") },
  { &liaison_support_request_kind, LIAISON_FIELD (SupportRequest, provider), LIAISON_BREAK_SUPPORT,
    ERROR, NEED (ANY), FALSE, N_ ("“{record}” was to be provided by {lost}.") },
  { &liaison_support_request_kind, LIAISON_FIELD (SupportRequest, site), LIAISON_BREAK_SUPPORT,
    WARNING, NEED (SITE), FALSE, N_ ("“{record}” has no place: {lost} cannot be used.") },
  { &liaison_support_request_kind, LIAISON_FIELD (SupportRequest, agreement), LIAISON_BREAK_SUPPORT,
    WARNING, NEED (AGREEMENT), FALSE, N_ ("“{record}” needs {lost} in force.") },
  { &liaison_movement_kind, LIAISON_FIELD (Movement, arrival_site), LIAISON_BREAK_SUPPORT, WARNING,
    NEED (SITE), FALSE, N_ ("“{record}” was to arrive at {lost}.") },
  { &liaison_movement_kind, LIAISON_FIELD (Movement, departure_site), LIAISON_BREAK_SUPPORT, WARNING,
    NEED (SITE), FALSE, N_ ("“{record}” was to leave from {lost}.") },
  { &liaison_movement_kind, LIAISON_FIELD (Movement, quarters), LIAISON_BREAK_SUPPORT, WARNING,
    NEED (SITE), FALSE, N_ ("“{record}” was to be lodged at {lost}.") },
  { &liaison_movement_kind, LIAISON_FIELD (Movement, escort), LIAISON_BREAK_SUPPORT, NOTE,
    NEED (OWNER), FALSE, N_ ("“{record}” has no escort without {lost}.") },

  { &liaison_nation_kind, LIAISON_FIELD (Nation, represented_by), LIAISON_BREAK_LIAISON, ERROR,
    NEED (SPOKESMAN), FALSE, N_ ("Nobody speaks for “{record}” without {lost}.") },
  { &liaison_nation_kind, LIAISON_FIELD (Nation, head), LIAISON_BREAK_PEOPLE, WARNING, NEED (OWNER),
    FALSE, N_ ("{lost} was to lead the delegation of “{record}”.") },
  { &liaison_nation_kind, LIAISON_FIELD (Nation, contact), LIAISON_BREAK_PEOPLE, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” has no contact without {lost}.") },
  { &liaison_participant_kind, LIAISON_FIELD (Participant, commander), LIAISON_BREAK_PEOPLE, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” has no head without {lost}.") },
  { &liaison_participant_kind, LIAISON_FIELD (Participant, site), LIAISON_BREAK_PEOPLE, WARNING,
    NEED (SITE), FALSE, N_ ("“{record}” has no place: {lost} cannot be used.") },
  { &liaison_participant_kind, LIAISON_FIELD (Participant, quarters), LIAISON_BREAK_PEOPLE, WARNING,
    NEED (SITE), FALSE, N_ ("“{record}” was to be lodged at {lost}.") },
  { &liaison_group_kind, LIAISON_FIELD (Group, members), LIAISON_BREAK_INFORMATION, NOTE,
    NEED (NOBODY), TRUE, N_ ("“{record}” counts {lost} among its members, who may see what it may.") },

  { &liaison_product_kind, LIAISON_FIELD (Product, author), LIAISON_BREAK_INFORMATION, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” was to be written by {lost}.") },
  { &liaison_product_kind, LIAISON_FIELD (Product, owner), LIAISON_BREAK_INFORMATION, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” has no owner without {lost}.") },
  { &liaison_product_kind, LIAISON_FIELD (Product, sources), LIAISON_BREAK_INFORMATION, WARNING,
    NEED (NOBODY), FALSE, N_ ("“{record}” was to be made from {lost}.") },
  { &liaison_product_kind, LIAISON_FIELD (Product, channel), LIAISON_BREAK_INFORMATION, WARNING,
    NEED (CHANNEL), FALSE, N_ ("“{record}” was to travel on {lost}.") },
  { &liaison_product_kind, LIAISON_FIELD (Product, agreements), LIAISON_BREAK_INFORMATION, WARNING,
    NEED (AGREEMENT), FALSE, N_ ("“{record}” needs {lost} in force.") },
  { &liaison_release_kind, LIAISON_FIELD (Release, nation), LIAISON_BREAK_INFORMATION, WARNING,
    NEED (NOBODY), FALSE, N_ ("{lost} holds “{record}”: recall it, or decide that it may be kept.") },
  { &liaison_information_request_kind, LIAISON_FIELD (InformationRequest, assigned),
    LIAISON_BREAK_INFORMATION, WARNING, NEED (OWNER), FALSE,
    N_ ("“{record}” was to be answered by {lost}.") },
  { &liaison_information_request_kind, LIAISON_FIELD (InformationRequest, via),
    LIAISON_BREAK_INFORMATION, WARNING, NEED (NOBODY), FALSE,
    N_ ("“{record}” was to go through {lost}.") },
  { &liaison_information_request_kind, LIAISON_FIELD (InformationRequest, to_nations),
    LIAISON_BREAK_INFORMATION, WARNING, NEED (NOBODY), TRUE,
    N_ ("“{record}” is not answered by {lost}.") },

  { &liaison_objective_kind, LIAISON_FIELD (Objective, audience), LIAISON_BREAK_TASK, WARNING,
    NEED (NOBODY), TRUE, N_ ("“{record}” was to train {lost}.") },
  { &liaison_objective_kind, LIAISON_FIELD (Objective, owner), LIAISON_BREAK_TASK, WARNING,
    NEED (OWNER), FALSE, N_ ("“{record}” has no owner without {lost}.") },
  { &liaison_objective_kind, LIAISON_FIELD (Objective, nations), LIAISON_BREAK_TASK, NOTE,
    NEED (NOBODY), TRUE, N_ ("“{record}” was to train {lost}.") },
  { &liaison_action_kind, LIAISON_FIELD (Action, owner), LIAISON_BREAK_TASK, WARNING, NEED (OWNER),
    FALSE, N_ ("“{record}” is to be done by {lost}.") },
};
#undef ERROR
#undef WARNING
#undef NOTE
#undef NEED

/* What one record says of one that is gone. */
typedef struct
{
  LiaisonId target;
  const LiaisonBlock *lost;
  const LiaisonBlock *item;
  const Meaning *meaning; /* NULL: it does not matter */
} Mention;

typedef struct
{
  const LiaisonLooking *looking;
  const LiaisonBlock *user;
  const Meaning *const *by_field; /* the meaning of each field, or NULL */
  GArray *mentions; /* of Mention, one for each that is gone */
  gint64 when;      /* of the user, as find_time says */
  GArray *spans;    /* or NULL */
  gboolean partly;
} Reading;

static Mention *
find_mention (const Reading *self, LiaisonId target)
{
  for (guint i = 0; i < self->mentions->len; i++)
    if (liaison_id_same (g_array_index (self->mentions, Mention, i).target, target))
      return &g_array_index (self->mentions, Mention, i);
  return NULL;
}

/* Among the rows of one field, the first of which is @meaning. */
static const Meaning *
choose_meaning (const Meaning *meaning, const LiaisonBlock *lost)
{
  const Meaning *end = meanings + G_N_ELEMENTS (meanings);

  for (const Meaning *row = meaning;
       row != NULL && row < end && row->kind == meaning->kind && row->field == meaning->field; row++)
    if (row->of == NULL || lost->shape == &row->of->shape)
      return row;
  return NULL;
}

static void
mention_cb (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data)
{
  Reading *self = data;
  const LiaisonBlock *lost = g_hash_table_lookup (self->looking->lost, &target);
  const Meaning *meaning = lost != NULL ? choose_meaning (self->by_field[field], lost) : NULL;
  Mention *mention;

  if (meaning == NULL)
    return;
  mention = find_mention (self, target);
  if (mention == NULL)
    {
      Mention first = { target, lost, item, meaning };
      g_array_append_val (self->mentions, first);
    }
  else if (meaning < mention->meaning)
    {
      mention->meaning = meaning;
      mention->item = item;
    }
}

static void
put_cb (const LiaisonSlot *slot, LiaisonValue value, gpointer data)
{
  liaison_edits_take (data, slot, value);
}

/* The edits that clear what @breaking is about. */
static void
clear (LiaisonLooking *self, LiaisonBreaking *breaking)
{
  const LiaisonClearing clearing = { .lookup = self->lookup,
                                     .gone = breaking->gone,
                                     .only_work = TRUE,
                                     .put = put_cb,
                                     .data = breaking->public.edits };

  if (breaking->user->shape != &liaison_release_kind.shape && !breaking->public.partly
      && self->for_good)
    liaison_clearing_look (&clearing, breaking->user);
}

/* The keys are those of what is lost, which live longer. */
static void
add_gone (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonId target)
{
  gpointer key = NULL;

  if (g_hash_table_lookup_extended (self->lost, &target, &key, NULL))
    g_hash_table_add (breaking->gone, key);
}

static LiaisonBreaking *
begin_break (LiaisonLooking *self, const Reading *reading, const Mention *mention)
{
  const Meaning *meaning = mention->meaning;
  LiaisonBreaking *breaking = liaison_looking_add (self, reading->user, meaning->type,
                                                   meaning->severity, meaning->sentence,
                                                   reading->when);

  breaking->lost = mention->lost;
  breaking->item = mention->item;
  breaking->need = meaning->need;
  breaking->spans = reading->spans != NULL ? g_array_ref (reading->spans) : NULL;
  breaking->public.partly = reading->partly;
  breaking->gone = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  add_gone (self, breaking, mention->target);
  return breaking;
}

static const char *
get_nation (const LiaisonBlock *block)
{
  if (block->shape == &liaison_participant_kind.shape)
    return LIAISON_DATA (Participant, block)->nation;
  return block->shape == &liaison_post_kind.shape ? LIAISON_DATA (Post, block)->from_nation : NULL;
}

/* Who still takes part in an event. */
typedef struct
{
  guint n;            /* named participants and nations */
  const char *nation; /* of the first of them */
  gboolean several;   /* they are of several nations */
} Company;

static void
count_nation (Company *company, const char *code)
{
  company->n++;
  company->several |= company->nation != NULL && code != NULL && code != company->nation;
  if (company->nation == NULL)
    company->nation = code;
}

static Company
find_company (const LiaisonLooking *self, const LiaisonEventData *event, gboolean before)
{
  Company company = { 0 };
  guint n;
  const LiaisonId *ids = liaison_ids_get (event->participants, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, ids[i]);
      if (block != NULL && (before || !liaison_looking_is_lost (self, ids[i])))
        count_nation (&company, get_nation (block));
    }
  const char *const *codes = liaison_codes_get (event->nations, &n);
  for (guint i = 0; i < n; i++)
    if (before || !liaison_looking_is_lost_code (self, codes[i]))
      count_nation (&company, codes[i]);
  if (!liaison_id_is_zero (event->chair) && (before || !liaison_looking_is_lost (self, event->chair)))
    company.n++;
  return company;
}

/* An event that some stay away from may have nobody left, or one nation that it had been for
 * several. */
static void
look_at_company (LiaisonLooking *self, LiaisonBreaking *breaking)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, breaking->user);
  const int cancelled = LIAISON_EVENT_STATUS_CANCELLED;
  Company before = find_company (self, event, TRUE), left = find_company (self, event, FALSE);

  if (left.n == 0)
    {
      breaking->public.sentence = N_ ("“{record}” has nobody left to take part.");
      breaking->public.severity = LIAISON_SEVERITY_ERROR;
      if (!breaking->public.partly && self->for_good)
        {
          g_array_set_size (breaking->public.edits, 0);
          liaison_edits_set (breaking->public.edits, breaking->user, LIAISON_FIELD (Event, status),
                             &cancelled);
        }
    }
  else if (before.several && !left.several && left.nation != NULL)
    {
      breaking->public.sentence = N_ ("“{record}” is left to {nation} alone.");
      breaking->public.severity = LIAISON_SEVERITY_WARNING;
      liaison_breaking_take_operand (breaking, liaison_operand_nation ("nation", left.nation));
    }
}

/* An inject that reaches nobody any more. */
static void
look_at_addressees (LiaisonLooking *self, LiaisonBreaking *breaking)
{
  const int cancelled = LIAISON_INJECT_STATUS_CANCELLED;
  guint n, left = 0;
  const LiaisonId *ids = liaison_ids_get (LIAISON_DATA (Inject, breaking->user)->to, &n);

  for (guint i = 0; i < n; i++)
    left += !liaison_looking_is_lost (self, ids[i]);
  if (left > 0)
    return;
  breaking->public.sentence = N_ ("“{record}” reaches nobody any more.");
  breaking->public.severity = LIAISON_SEVERITY_ERROR;
  if (!self->for_good)
    return;
  g_array_set_size (breaking->public.edits, 0);
  liaison_edits_set (breaking->public.edits, breaking->user, LIAISON_FIELD (Inject, status),
                     &cancelled);
}

/* The names of those that make one break; a nation speaks for its people. */
static void
name_all (LiaisonBreaking *breaking, const Reading *reading)
{
  guint n = 0, nations = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reading->mentions->len; i++)
      {
        const Mention *mention = &g_array_index (reading->mentions, Mention, i);
        gboolean nation = mention->lost->shape == &liaison_nation_kind.shape;
        if (mention->meaning == NULL || !mention->meaning->together || nation != (pass == 0)
            || (!nation && nations > 0) || n >= MAX_NAMES)
          continue;
        nations += nation;
        n++;
        liaison_breaking_name (breaking, "lost", mention->lost);
      }
}

static void
look_at_together (LiaisonLooking *self, const Reading *reading)
{
  LiaisonBreaking *breaking = NULL;

  for (guint i = 0; i < reading->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (reading->mentions, Mention, i);
      if (!mention->meaning->together)
        continue;
      if (breaking == NULL)
        breaking = begin_break (self, reading, mention);
      add_gone (self, breaking, mention->target);
    }
  if (breaking == NULL)
    return;
  name_all (breaking, reading);
  clear (self, breaking);
  if (reading->user->shape == &liaison_event_kind.shape)
    look_at_company (self, breaking);
  if (reading->user->shape == &liaison_inject_kind.shape)
    look_at_addressees (self, breaking);
}

/* An interpreter is missed more than others who have a role. */
static void
look_at_role (LiaisonBreaking *breaking)
{
  const LiaisonBlock *item = breaking->item;

  if (item == NULL || item->shape != &liaison_event_role_shape)
    return;
  if (LIAISON_DATA (EventRole, item)->role == LIAISON_EVENT_ROLE_INTERPRETER)
    {
      breaking->public.type = LIAISON_BREAK_LANGUAGE;
      breaking->public.severity = LIAISON_SEVERITY_ERROR;
      breaking->public.sentence = N_ ("{lost} was to interpret at “{record}”.");
      breaking->need = LIAISON_SUBSTITUTE_INTERPRETER;
    }
  else if (LIAISON_DATA (EventRole, item)->role == LIAISON_EVENT_ROLE_GUEST)
    breaking->public.severity = LIAISON_SEVERITY_NOTE;
}

/* Who was to step in at a post is missed less than who holds it. */
static void
look_at_shift (LiaisonBreaking *breaking)
{
  const LiaisonBlock *item = breaking->item;

  if (item == NULL || item->shape != &liaison_shift_shape
      || liaison_id_same (LIAISON_DATA (Shift, item)->participant, breaking->lost->id))
    return;
  breaking->public.severity = LIAISON_SEVERITY_NOTE;
  breaking->public.sentence = N_ ("“{record}” has no reserve without {lost}.");
  breaking->need = LIAISON_SUBSTITUTE_NOBODY;
}

/* What was only to be given to who goes is not held yet. */
static void
look_at_release (LiaisonBreaking *breaking)
{
  if (LIAISON_DATA (Release, breaking->user)->status > LIAISON_RELEASE_STATUS_PLANNED)
    return;
  breaking->public.severity = LIAISON_SEVERITY_NOTE;
  breaking->public.sentence = N_ ("“{record}” was to be released to {lost}.");
}

static void
look_at_alone (LiaisonLooking *self, const Reading *reading)
{
  for (guint i = 0; i < reading->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (reading->mentions, Mention, i);
      if (mention->meaning->together)
        continue;
      LiaisonBreaking *breaking = begin_break (self, reading, mention);
      liaison_breaking_name (breaking, "lost", mention->lost);
      look_at_role (breaking);
      look_at_shift (breaking);
      if (reading->user->shape == &liaison_release_kind.shape)
        look_at_release (breaking);
      clear (self, breaking);
    }
}

static void
look_at_user (LiaisonLooking *self, const LiaisonBlock *user, const Meaning *const *by_field)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_autoptr (GArray) spans = NULL;
  Reading reading = { .looking = self, .user = user, .by_field = by_field, .mentions = mentions };

  liaison_block_foreach_reference (user, LIAISON_REFERENCES_ALL, mention_cb, &reading);
  if (mentions->len == 0
      || !liaison_looking_find_time (self, user, &reading.when, &spans, &reading.partly))
    return;
  reading.spans = spans;
  look_at_alone (self, &reading);
  look_at_together (self, &reading);
}

/* FALSE: nothing of the kind matters. */
static gboolean
fill_fields (const LiaisonKind *kind, const Meaning **by_field)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].kind == kind && by_field[meanings[i].field] == NULL)
      {
        by_field[meanings[i].field] = &meanings[i];
        any = TRUE;
      }
  return any;
}

static void
look_at_kind (LiaisonLooking *self, const LiaisonKind *kind)
{
  g_autofree const Meaning **by_field = g_new0 (const Meaning *, kind->shape.n_fields);
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (self->snapshot, kind->id, &n);

  if (!fill_fields (kind, by_field))
    return;
  for (guint i = 0; i < n; i++)
    if (!liaison_block_is_over (blocks[i])
        && !liaison_looking_is_lost (self, liaison_block_get_target (blocks[i])))
      look_at_user (self, blocks[i], by_field);
}

void
liaison_looking_look_at_users (LiaisonLooking *self)
{
  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    look_at_kind (self, liaison_kind_get (i));
}
