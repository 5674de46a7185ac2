/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/observance-offers.h"

#include "record/field-type.h"
#include "record/kinds/exercise.h"
#include "schedule/observances.h"

#include <string.h>

/* Weekends of a long exercise are told by their first days. */
#define MAX_RUNS 60

static void
offer_free (gpointer data)
{
  LiaisonObservanceOffer *self = data;

  g_clear_pointer (&self->before, liaison_block_unref);
  g_clear_pointer (&self->after, liaison_block_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_free (self);
}

static gboolean
share_nation (const LiaisonObservanceData *a, const LiaisonObservanceData *b)
{
  guint n;
  const char *const *codes = liaison_codes_get (a->nations, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_codes_contains (b->nations, codes[i]))
      return TRUE;
  return FALSE;
}

static int
get_calendar (const LiaisonObservanceData *data)
{
  return data->calendar != 0 ? data->calendar : LIAISON_CALENDAR_SYSTEM_GREGORIAN;
}

static gboolean
is_timed (const LiaisonObservanceData *data)
{
  return data->time_from != LIAISON_DURATION_UNSET || data->time_until != LIAISON_DURATION_UNSET;
}

/* The same days by the same reckoning. */
static gboolean
is_same_rule (const LiaisonObservanceData *a, const LiaisonObservanceData *b)
{
  if (a->basis != b->basis || is_timed (a) != is_timed (b))
    return FALSE;
  switch ((LiaisonObservanceBasis) a->basis)
    {
    case LIAISON_OBSERVANCE_BASIS_YEARLY:
      return get_calendar (a) == get_calendar (b) && a->month == b->month && a->day == b->day;
    case LIAISON_OBSERVANCE_BASIS_EASTER_WESTERN:
    case LIAISON_OBSERVANCE_BASIS_EASTER_EASTERN:
      return a->offset == b->offset;
    case LIAISON_OBSERVANCE_BASIS_RECURRENCE:
      return a->rule != NULL && b->rule != NULL && strcmp (a->rule, b->rule) == 0;
    case LIAISON_OBSERVANCE_BASIS_DATES:
    case LIAISON_OBSERVANCE_BASIS_UNSET:
    default:
      return FALSE;
    }
}

static gboolean
is_same_uid (const LiaisonObservanceData *a, const LiaisonObservanceData *b)
{
  return a->uid != NULL && b->uid != NULL && strcmp (a->uid, b->uid) == 0
         && (a->feed == NULL || b->feed == NULL || strcmp (a->feed, b->feed) == 0);
}

static const LiaisonBlock *
find_before (const LiaisonSnapshot *snapshot, const LiaisonObservanceData *candidate)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_OBSERVANCE, &n);

  for (guint i = 0; i < n; i++)
    if (is_same_uid (LIAISON_DATA (Observance, blocks[i]), candidate))
      return blocks[i];
  for (guint i = 0; i < n; i++)
    {
      const LiaisonObservanceData *data = LIAISON_DATA (Observance, blocks[i]);

      if (is_same_rule (data, candidate) && share_nation (data, candidate))
        return blocks[i];
    }
  return NULL;
}

static int
get_year (gint32 day)
{
  int year, unused;

  liaison_date_from_days (day, &year, &unused, &unused);
  return year;
}

/* The item that @date takes the place of: the same days, or unconfirmed ones of the same year that
 * the calendar does not have any more. *@settled: what is there stands. */
static const LiaisonBlock *
find_replaced (const LiaisonItems *dates,
               const LiaisonItems *offered,
               const LiaisonObservedDateData *date,
               gboolean *settled)
{
  const LiaisonBlock *replaced = NULL;

  *settled = FALSE;
  for (guint i = 0; i < liaison_items_get_size (dates); i++)
    {
      const LiaisonBlock *block = liaison_items_get (dates, i);
      const LiaisonObservedDateData *known = LIAISON_DATA (ObservedDate, block);
      gboolean offered_too = FALSE;

      if (known->from == LIAISON_DATE_UNSET)
        continue;
      if (known->from == date->from
          && MAX (known->from, known->until) == MAX (date->from, date->until))
        {
          *settled = TRUE;
          return NULL;
        }
      for (guint j = 0; j < liaison_items_get_size (offered); j++)
        offered_too |=
            LIAISON_DATA (ObservedDate, liaison_items_get (offered, j))->from == known->from;
      if (offered_too || get_year (known->from) != get_year (date->from))
        continue;
      if (known->confirmed)
        {
          *settled = TRUE;
          return NULL;
        }
      replaced = block;
    }
  return replaced;
}

static gboolean
merge_dates (LiaisonObservanceData *after, const LiaisonItems *offered)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < liaison_items_get_size (offered); i++)
    {
      const LiaisonBlock *item = liaison_items_get (offered, i);
      gboolean settled;
      const LiaisonBlock *replaced =
          find_replaced (after->dates, offered, LIAISON_DATA (ObservedDate, item), &settled);
      LiaisonItems *dates;

      if (settled)
        continue;
      if (replaced != NULL)
        {
          LiaisonItems *without = liaison_items_with (after->dates, replaced->id, NULL);

          g_clear_pointer (&after->dates, liaison_items_unref);
          after->dates = without;
        }
      dates = liaison_items_with (after->dates, item->id, item);
      g_clear_pointer (&after->dates, liaison_items_unref);
      after->dates = dates;
      changed = TRUE;
    }
  return changed;
}

static gboolean
merge_nations (LiaisonObservanceData *after, const LiaisonCodes *offered)
{
  gboolean changed = FALSE;
  guint n;
  const char *const *codes = liaison_codes_get (offered, &n);

  for (guint i = 0; i < n; i++)
    if (!liaison_codes_contains (after->nations, codes[i]))
      {
        LiaisonCodes *more = liaison_codes_with (after->nations, codes[i], TRUE);

        g_clear_pointer (&after->nations, liaison_codes_unref);
        after->nations = more;
        changed = TRUE;
      }
  return changed;
}

/* A rule read again that has become another. */
static gboolean
merge_rule (LiaisonObservanceData *after, const LiaisonObservanceData *candidate)
{
  if (candidate->basis != LIAISON_OBSERVANCE_BASIS_RECURRENCE
      || after->basis != LIAISON_OBSERVANCE_BASIS_RECURRENCE || candidate->rule == NULL
      || (g_strcmp0 (after->rule, candidate->rule) == 0 && after->first == candidate->first))
    return FALSE;
  g_clear_pointer (&after->rule, g_ref_string_release);
  after->rule = g_ref_string_acquire (candidate->rule);
  after->first = candidate->first;
  return TRUE;
}

static void
merge (LiaisonObservanceOffer *offer,
       const LiaisonBlock *before,
       const LiaisonObservanceData *candidate)
{
  LiaisonObservanceData *after = (gpointer) liaison_block_copy (before);
  gboolean changed = FALSE;

  changed |= merge_nations (after, candidate->nations);
  if (is_same_uid (after, candidate))
    {
      changed |= merge_dates (after, candidate->dates);
      changed |= merge_rule (after, candidate);
      if (candidate->checked != LIAISON_DATE_UNSET)
        after->checked = candidate->checked;
    }
  offer->before = liaison_block_ref (before);
  offer->after = &after->block;
  offer->state = changed ? LIAISON_OFFER_CHANGED : LIAISON_OFFER_SAME;
}

static void
renew (LiaisonObservanceOffer *offer,
       const LiaisonSnapshot *snapshot,
       const LiaisonBlock *candidate,
       const LiaisonOfferTerms *terms)
{
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot));
  LiaisonObservanceData *after =
      (gpointer) liaison_block_copy_as (candidate, liaison_id_new (terms->now));

  if (after->status == LIAISON_OBSERVANCE_STATUS_UNSET)
    after->status = LIAISON_OBSERVANCE_STATUS_SUGGESTED;
  if (terms->mark && after->marking == NULL && exercise->default_marking != NULL)
    after->marking = liaison_marking_ref (exercise->default_marking);
  offer->after = &after->block;
  offer->state = LIAISON_OFFER_NEW;
}

static void
add_run_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  GArray *runs = data;
  const LiaisonOfferRun run = { first, last, confirmed };

  if (runs->len < MAX_RUNS)
    g_array_append_val (runs, run);
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const LiaisonObservanceOffer *one = *(const LiaisonObservanceOffer *const *) a;
  const LiaisonObservanceOffer *two = *(const LiaisonObservanceOffer *const *) b;
  gint32 left =
      one->runs->len > 0 ? g_array_index (one->runs, LiaisonOfferRun, 0).first : G_MAXINT32;
  gint32 right =
      two->runs->len > 0 ? g_array_index (two->runs, LiaisonOfferRun, 0).first : G_MAXINT32;

  if (left != right)
    return left < right ? -1 : 1;
  return liaison_id_compare (one->after->id, two->after->id);
}

GPtrArray *
liaison_observance_offers_new (const LiaisonSnapshot *snapshot,
                               const GPtrArray *candidates,
                               const LiaisonOfferTerms *terms)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);

  for (guint i = 0; i < candidates->len; i++)
    {
      const LiaisonBlock *candidate = candidates->pdata[i];
      LiaisonObservanceOffer *offer = g_new0 (LiaisonObservanceOffer, 1);
      const LiaisonBlock *before = find_before (snapshot, LIAISON_DATA (Observance, candidate));

      if (before != NULL)
        merge (offer, before, LIAISON_DATA (Observance, candidate));
      else
        renew (offer, snapshot, candidate, terms);
      offer->runs = g_array_new (FALSE, FALSE, sizeof (LiaisonOfferRun));
      liaison_observance_foreach_days (offer->after, terms->from, terms->until, add_run_cb,
                                       offer->runs);
      offer->wanted = offer->state != LIAISON_OFFER_SAME && offer->runs->len > 0;
      g_ptr_array_add (offers, offer);
    }
  g_ptr_array_sort (offers, compare_offers);
  return offers;
}

static void
propose_changes (LiaisonProposal *proposal, const LiaisonBlock *before, const LiaisonBlock *after)
{
  const LiaisonShape *shape = after->shape;

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];

      if (!liaison_field_type_ops (field->type)
               ->equal (LIAISON_BLOCK_AT (before, field), LIAISON_BLOCK_AT (after, field)))
        liaison_proposal_set_field (proposal, before, i, LIAISON_BLOCK_AT (after, field));
    }
}

LiaisonProposal *
liaison_observance_offers_propose (const GPtrArray *offers, const char *sentence)
{
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new (sentence);
  guint n = 0;

  for (guint i = 0; i < offers->len; i++)
    {
      const LiaisonObservanceOffer *offer = offers->pdata[i];

      if (!offer->wanted)
        continue;
      n++;
      if (offer->before == NULL)
        liaison_proposal_add_record (proposal, offer->after);
      else
        propose_changes (proposal, offer->before, offer->after);
    }
  if (liaison_proposal_get_size (proposal) == 0)
    return NULL;
  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", n));
  return g_steal_pointer (&proposal);
}
