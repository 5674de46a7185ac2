/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/agreement-dates.h"

#include "arrangements/days.h"
#include "record/kinds/action.h"
#include "record/kinds/event.h"
#include "record/record.h"

#include <glib/gi18n-lib.h>

/* So few days before its last responsible day an agreement is looked at. */
#define SOON 21

const char *const liaison_agreement_state_labels[LIAISON_N_AGREEMENT_STATES] = {
  [LIAISON_AGREEMENT_IN_FORCE] = N_ ("In force"),
  /* Translators: An agreement that will be in force when it is needed */
  [LIAISON_AGREEMENT_IN_TIME] = N_ ("In time"),
  /* Translators: An agreement for which little time is left */
  [LIAISON_AGREEMENT_SOON] = N_ ("Urgent"),
  /* Translators: An agreement that will not be in force when it is needed */
  [LIAISON_AGREEMENT_LATE] = N_ ("Late"),
  /* Translators: Nothing says when an agreement is needed */
  [LIAISON_AGREEMENT_UNDATED] = N_ ("No date"),
  /* Translators: An agreement that is expired or was given up */
  [LIAISON_AGREEMENT_OVER] = N_ ("Over"),
  /* Translators: An agreement that is expired or was given up, though something needs it */
  [LIAISON_AGREEMENT_MISSING] = N_ ("Missing"),
};

/* Usual lead times in days, where an agreement has no steps of its own. */
static const struct
{
  LiaisonAgreementStage stage;
  gint32 days;
} usual[] = {
  { LIAISON_AGREEMENT_STAGE_GOALS, 14 },       { LIAISON_AGREEMENT_STAGE_DRAFTING, 30 },
  { LIAISON_AGREEMENT_STAGE_REVIEW, 30 },      { LIAISON_AGREEMENT_STAGE_LEGAL, 30 },
  { LIAISON_AGREEMENT_STAGE_NEGOTIATION, 30 }, { LIAISON_AGREEMENT_STAGE_SIGNATURE, 14 },
  { LIAISON_AGREEMENT_STAGE_IN_FORCE, 7 },
};

void
liaison_agreement_dates_free (LiaisonAgreementDates *self)
{
  g_array_unref (self->steps);
  g_array_unref (self->dependants);
  g_free (self);
}

static gboolean
is_over (int stage)
{
  return stage == LIAISON_AGREEMENT_STAGE_EXPIRED || stage == LIAISON_AGREEMENT_STAGE_SUSPENDED
         || stage == LIAISON_AGREEMENT_STAGE_ABANDONED;
}

/* Dependants */

/* What may hang on an agreement. */
static const LiaisonKindId kinds[] = { LIAISON_KIND_EVENT,   LIAISON_KIND_POST,
                                       LIAISON_KIND_SITE,    LIAISON_KIND_CHANNEL,
                                       LIAISON_KIND_PRODUCT, LIAISON_KIND_SUPPORT_REQUEST };

typedef struct
{
  const LiaisonSnapshot *snapshot;
  gint32 today;
  LiaisonLookup lookup;
  GHashTable *by_id;    /* LiaisonId * -> LiaisonAgreementDates */
  GHashTable *first_at; /* LiaisonId * of a site -> first day from now on with an event there */
  /* Where it is about one: who refers to whom. */
  LiaisonDocument *document;
  LiaisonAgreementDates *only;
} Work;

/* From today on; LIAISON_DATE_UNSET where nothing is at its site then. */
static gint32
find_day_at_site (const Work *work, const LiaisonBlock *event)
{
  gint32 day = LIAISON_DATA (Event, event)->status != LIAISON_EVENT_STATUS_CANCELLED
                   ? liaison_days_find_start (&work->lookup, event)
                   : LIAISON_DATE_UNSET;

  return day != LIAISON_DATE_UNSET && day >= work->today ? day : LIAISON_DATE_UNSET;
}

/* The first event from today on at each site; made when a site needs it. */
static void
gather_sites (Work *work)
{
  guint n;
  const LiaisonBlock *const *events =
      liaison_snapshot_get (work->snapshot, LIAISON_KIND_EVENT, &n);

  work->first_at = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventData *event = LIAISON_DATA (Event, events[i]);
      gpointer known;
      gint32 day;

      day = liaison_id_is_zero (event->site) ? LIAISON_DATE_UNSET : find_day_at_site (work, events[i]);
      if (day == LIAISON_DATE_UNSET)
        continue;
      if (!g_hash_table_lookup_extended (work->first_at, &event->site, NULL, &known)
          || GPOINTER_TO_INT (known) > day)
        g_hash_table_insert (work->first_at, (gpointer) &event->site, GINT_TO_POINTER (day));
    }
}

/* The same of one site. */
static gint32
find_first_at (const Work *work, LiaisonId site)
{
  gint32 first = LIAISON_DATE_UNSET;
  guint n;
  const LiaisonId *uses = liaison_document_find_uses (work->document, site, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *user = liaison_snapshot_find (work->snapshot, uses[i]);
      gint32 day;

      if (user == NULL || user->shape != &liaison_event_kind.shape
          || !liaison_id_same (LIAISON_DATA (Event, user)->site, site))
        continue;
      day = find_day_at_site (work, user);
      if (first == LIAISON_DATE_UNSET || (day != LIAISON_DATE_UNSET && day < first))
        first = day;
    }
  return first;
}

static gint32
find_day (Work *work, const LiaisonBlock *block)
{
  gpointer day;

  if (liaison_kind_for_shape (block->shape)->id != LIAISON_KIND_SITE)
    return liaison_days_find_start (&work->lookup, block);
  if (work->document != NULL)
    return find_first_at (work, block->id);
  if (work->first_at == NULL)
    gather_sites (work);
  return g_hash_table_lookup_extended (work->first_at, &block->id, NULL, &day)
             ? GPOINTER_TO_INT (day)
             : LIAISON_DATE_UNSET;
}

static void
add_dependant (Work *work, LiaisonId agreement, const LiaisonBlock *block)
{
  LiaisonAgreementDates *dates = work->only;
  LiaisonDependant dependant = { .block = block };

  if (dates == NULL)
    dates = g_hash_table_lookup (work->by_id, &agreement);
  if (dates == NULL || !liaison_id_same (dates->agreement->id, agreement)
      || (block->shape == &liaison_event_kind.shape
          && LIAISON_DATA (Event, block)->status == LIAISON_EVENT_STATUS_CANCELLED))
    return;
  dependant.day = find_day (work, block);
  g_array_append_val (dates->dependants, dependant);
}

static void
look_at_field (Work *work, const LiaisonBlock *block, const LiaisonField *field)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, field);
  const LiaisonId *ids;
  guint n;

  if (field->type == LIAISON_FIELD_REFERENCE)
    {
      if (!liaison_id_is_zero (*(const LiaisonId *) at))
        add_dependant (work, *(const LiaisonId *) at, block);
      return;
    }
  ids = liaison_ids_get (*(const LiaisonIds *const *) at, &n);
  for (guint i = 0; i < n; i++)
    add_dependant (work, ids[i], block);
}

/* The fields that name agreements, whatever they are called. */
static gboolean
names_agreements (const LiaisonField *field)
{
  return (field->type == LIAISON_FIELD_REFERENCE || field->type == LIAISON_FIELD_REFERENCES)
         && (field->targets & LIAISON_TARGET (AGREEMENT)) != 0;
}

static void
gather_kind (Work *work, LiaisonKindId id)
{
  const LiaisonShape *shape = &liaison_kind_get (id)->shape;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (work->snapshot, id, &n);

  for (guint i = 0; i < shape->n_fields; i++)
    if (names_agreements (&shape->fields[i]))
      for (guint j = 0; j < n; j++)
        look_at_field (work, blocks[j], &shape->fields[i]);
}

static gboolean
may_depend (const LiaisonBlock *block)
{
  LiaisonKindId kind = liaison_kind_for_shape (block->shape)->id;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/* What refers to the only one. */
static void
gather_users (Work *work)
{
  guint n;
  const LiaisonId *uses = liaison_document_find_uses (work->document, work->only->agreement->id, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *user = liaison_snapshot_find (work->snapshot, uses[i]);

      for (guint j = 0; user != NULL && may_depend (user) && j < user->shape->n_fields; j++)
        if (names_agreements (&user->shape->fields[j]))
          look_at_field (work, user, &user->shape->fields[j]);
    }
}

static int
compare_dependants (gconstpointer a, gconstpointer b)
{
  const LiaisonDependant *one = a, *two = b;

  if (one->day != two->day)
    {
      if (one->day == LIAISON_DATE_UNSET || two->day == LIAISON_DATE_UNSET)
        return one->day == LIAISON_DATE_UNSET ? 1 : -1;
      return one->day < two->day ? -1 : 1;
    }
  return liaison_id_compare (one->block->id, two->block->id);
}

/* Of what is over nothing is asked any more. */
static void
find_needed (const Work *work, LiaisonAgreementDates *dates)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);

  dates->needed = agreement->needed_by;
  if (dates->needed != LIAISON_DATE_UNSET)
    return;
  for (guint i = 0; i < dates->dependants->len; i++)
    {
      const LiaisonDependant *dependant = &g_array_index (dates->dependants, LiaisonDependant, i);

      if (dependant->day == LIAISON_DATE_UNSET || dependant->day < work->today)
        continue;
      dates->needed = dependant->day;
      dates->needed_for = dependant->block;
      return;
    }
}

/* Steps */

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  return ((const LiaisonAgreementStepDates *) a)->stage
         - ((const LiaisonAgreementStepDates *) b)->stage;
}

static void
add_step (LiaisonAgreementDates *dates, const LiaisonBlock *item, int stage, gint32 days)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);
  const LiaisonAgreementStepData *step = LIAISON_DATA (AgreementStep, item);
  LiaisonAgreementStepDates line = { .stage = stage,
                                     .item = item,
                                     .lead = days,
                                     .planned = LIAISON_DATE_UNSET,
                                     .done = LIAISON_DATE_UNSET,
                                     .first = LIAISON_DATE_UNSET,
                                     .last = LIAISON_DATE_UNSET };

  if (item != NULL)
    {
      line.planned = step->planned;
      line.done = step->done;
    }
  /* What the agreement has come past is done, whether somebody wrote down when or not. */
  line.is_done = line.done != LIAISON_DATE_UNSET || stage < agreement->stage
                 || agreement->stage == LIAISON_AGREEMENT_STAGE_IN_FORCE;
  g_array_append_val (dates->steps, line);
}

static void
list_steps (LiaisonAgreementDates *dates)
{
  const LiaisonItems *items = LIAISON_DATA (Agreement, dates->agreement)->steps;
  guint n = liaison_items_get_size (items);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      const LiaisonAgreementStepData *step = LIAISON_DATA (AgreementStep, item);

      if (step->stage >= LIAISON_AGREEMENT_STAGE_GOALS
          && step->stage <= LIAISON_AGREEMENT_STAGE_IN_FORCE)
        add_step (dates, item, step->stage,
                  step->lead_days != LIAISON_INTEGER_UNSET ? (gint32) step->lead_days : 0);
    }
  for (guint i = 0; n == 0 && i < G_N_ELEMENTS (usual); i++)
    add_step (dates, NULL, usual[i].stage, usual[i].days);
  g_array_sort (dates->steps, compare_steps);
}

/* Back from the day it is needed on, through what is still to be done. */
static void
count_back (LiaisonAgreementDates *dates)
{
  gint32 day = dates->needed;

  for (guint i = dates->steps->len; day != LIAISON_DATE_UNSET && i > 0; i--)
    {
      LiaisonAgreementStepDates *step =
          &g_array_index (dates->steps, LiaisonAgreementStepDates, i - 1);

      if (step->is_done)
        continue;
      step->last = day;
      step->first = day - step->lead;
      day = step->first;
      dates->last_day = step->last;
    }
}

static LiaisonAgreementState
find_state (const Work *work, const LiaisonAgreementDates *dates)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);

  if (is_over (agreement->stage))
    return dates->needed != LIAISON_DATE_UNSET ? LIAISON_AGREEMENT_MISSING : LIAISON_AGREEMENT_OVER;
  if (agreement->stage == LIAISON_AGREEMENT_STAGE_IN_FORCE)
    return LIAISON_AGREEMENT_IN_FORCE;
  if (dates->needed == LIAISON_DATE_UNSET)
    return LIAISON_AGREEMENT_UNDATED;
  if (dates->last_day == LIAISON_DATE_UNSET)
    return dates->needed < work->today ? LIAISON_AGREEMENT_LATE : LIAISON_AGREEMENT_IN_TIME;
  if (dates->last_day < work->today)
    return LIAISON_AGREEMENT_LATE;
  return dates->last_day - work->today < SOON ? LIAISON_AGREEMENT_SOON : LIAISON_AGREEMENT_IN_TIME;
}

static LiaisonAgreementDates *
dates_new (const LiaisonBlock *agreement)
{
  LiaisonAgreementDates *dates = g_new0 (LiaisonAgreementDates, 1);

  dates->agreement = agreement;
  dates->last_day = LIAISON_DATE_UNSET;
  dates->steps = g_array_new (FALSE, FALSE, sizeof (LiaisonAgreementStepDates));
  dates->dependants = g_array_new (FALSE, FALSE, sizeof (LiaisonDependant));
  return dates;
}

static Work
begin (const LiaisonSnapshot *snapshot, gint64 now)
{
  Work work = { .snapshot = snapshot, .lookup = liaison_snapshot_get_lookup (snapshot) };

  work.today = liaison_day_of (liaison_days_get_zone (&work.lookup), now);
  return work;
}

/* When what hangs on it is known. */
static void
finish (const Work *work, LiaisonAgreementDates *dates)
{
  g_array_sort (dates->dependants, compare_dependants);
  find_needed (work, dates);
  list_steps (dates);
  count_back (dates);
  dates->state = find_state (work, dates);
}

LiaisonAgreementDates *
liaison_agreement_dates_new (LiaisonDocument *document,
                             const LiaisonSnapshot *snapshot,
                             const LiaisonBlock *agreement,
                             gint64 now)
{
  Work work = begin (snapshot, now);

  work.document = document;
  work.only = dates_new (agreement);
  gather_users (&work);
  finish (&work, work.only);
  return work.only;
}

LiaisonAgreements *
liaison_agreements_new (LiaisonSnapshot *snapshot, gint64 now)
{
  LiaisonAgreements *self = g_new0 (LiaisonAgreements, 1);
  Work work = begin (snapshot, now);
  guint n;
  const LiaisonBlock *const *agreements =
      liaison_snapshot_get (snapshot, LIAISON_KIND_AGREEMENT, &n);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->today = work.today;
  self->agreements = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_agreement_dates_free);
  work.by_id = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < n; i++)
    {
      LiaisonAgreementDates *dates = dates_new (agreements[i]);

      g_ptr_array_add (self->agreements, dates);
      g_hash_table_insert (work.by_id, (gpointer) &agreements[i]->id, dates);
    }
  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (kinds); i++)
    gather_kind (&work, kinds[i]);
  for (guint i = 0; i < n; i++)
    finish (&work, self->agreements->pdata[i]);
  g_hash_table_unref (work.by_id);
  g_clear_pointer (&work.first_at, g_hash_table_unref);
  return self;
}

void
liaison_agreements_free (LiaisonAgreements *self)
{
  g_ptr_array_unref (self->agreements);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

const LiaisonAgreementDates *
liaison_agreements_find (const LiaisonAgreements *self, LiaisonId agreement)
{
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const LiaisonAgreementDates *dates = self->agreements->pdata[i];

      if (liaison_id_same (dates->agreement->id, agreement))
        return dates;
    }
  return NULL;
}

gboolean
liaison_agreement_has_issue (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  guint n;
  const LiaisonId *about = liaison_ids_get (LIAISON_DATA (Action, block)->about, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *other = liaison_lookup_find (lookup, about[i]);

      if (other != NULL && other->shape == &liaison_agreement_kind.shape)
        return TRUE;
    }
  return FALSE;
}
