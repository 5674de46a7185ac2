/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/back-plan.h"

#include "record/kinds/exercise.h"
#include "record/order-key.h"
#include "record/times.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define DAY  86400
#define HOUR 3600

/* What one run works with. */
typedef struct
{
  LiaisonBackPlan *plan;
  const LiaisonExerciseData *exercise;
  const LiaisonWorkingDays *days;
  const char *zone;
  gint64 now;
  gint32 startex, endex, today;
  gint64 opens, closes; /* s after midnight: the working day */
  GHashTable *taken;    /* events that are somebody's already */
  char *order;
  guint serial;
} Run;

static gint32
find_day (const Run *run, const LiaisonStageTime *time)
{
  return (time->endex ? run->endex : run->startex) + time->weeks * 7;
}

/* At a clock time on @day, hanging on STARTEX or ENDEX. */
static LiaisonInstant
anchor (const Run *run, gboolean endex, gint32 day, gint64 clock)
{
  return (LiaisonInstant){
    .form = LIAISON_INSTANT_CLOCK,
    .edge = endex ? LIAISON_ANCHOR_ENDEX : LIAISON_ANCHOR_STARTEX,
    .days = day - (endex ? run->endex : run->startex),
    .seconds = clock,
    .zone = run->zone,
  };
}

static LiaisonInstant
anchor_to_edge (gboolean endex)
{
  return (LiaisonInstant){
    .form = LIAISON_INSTANT_ELAPSED,
    .edge = endex ? LIAISON_ANCHOR_ENDEX : LIAISON_ANCHOR_STARTEX,
  };
}

static void
add_line (Run *run,
          LiaisonBackPlanKind kind,
          LiaisonBackPlanFate fate,
          const LiaisonText *title,
          LiaisonId record,
          gint32 from,
          gint32 to,
          gint32 shifted)
{
  LiaisonBackPlanLine line = { kind, fate, title, record, from, to, shifted };

  g_array_append_val (run->plan->lines, line);
  if (fate == LIAISON_BACK_PLAN_NEW && kind != LIAISON_BACK_PLAN_STAGE && from < run->today)
    run->plan->n_late++;
}

static gboolean
share_a_text (const LiaisonText *a, const LiaisonText *b)
{
  for (guint i = 0; i < liaison_text_get_size (a); i++)
    {
      const char *other = liaison_text_lookup (b, liaison_text_get_language (a, i));
      g_autofree char *left = g_utf8_casefold (liaison_text_get_string (a, i), -1);
      g_autofree char *right = other != NULL ? g_utf8_casefold (other, -1) : NULL;
      if (right != NULL && strcmp (left, right) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The stage of the plan that is meant: of this code and phase, or of this title. */
static const LiaisonBlock *
find_stage (const Run *run, const LiaisonStageSetStage *wanted)
{
  guint n;
  const LiaisonBlock *const *stages =
      liaison_snapshot_get (run->plan->snapshot, LIAISON_KIND_STAGE, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonStageData *data = LIAISON_DATA (Stage, stages[i]);
      if ((data->phase == (int) wanted->phase && g_strcmp0 (data->code, wanted->code) == 0)
          || share_a_text (data->title, wanted->title))
        return stages[i];
    }
  return NULL;
}

/* Within so many weeks of its lead time a conference of that type is taken for the one meant; of
 * the main types there is only one a plan. */
static gboolean
is_meant (const Run *run, const LiaisonBlock *event, const LiaisonStageSetConference *wanted)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (run->plan->snapshot);
  gint64 seconds;

  if (data->type != LIAISON_EVENT_TYPE_CONFERENCE || data->conference != (int) wanted->type
      || g_hash_table_contains (run->taken, &event->id))
    return FALSE;
  if (wanted->type >= LIAISON_CONFERENCE_TYPE_CONCEPT
      && wanted->type <= LIAISON_CONFERENCE_TYPE_FINAL)
    return TRUE;
  return liaison_times_get_start (&lookup, event, &seconds) == LIAISON_TIME_KNOWN
         && abs (liaison_process_find_day (run->zone, seconds) - find_day (run, &wanted->at)) <= 56;
}

static const LiaisonBlock *
find_conference (const Run *run, const LiaisonStageSetConference *wanted)
{
  guint n;
  const LiaisonBlock *const *events =
      liaison_snapshot_get (run->plan->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    if (is_meant (run, events[i], wanted))
      return events[i];
  return NULL;
}

static LiaisonBlock *
begin_block (Run *run, const LiaisonKind *kind)
{
  LiaisonBlock *block = liaison_block_new (&kind->shape, liaison_id_new (run->now));

  g_ptr_array_add (run->plan->blocks, block);
  return block;
}

static void
add_event (Run *run, LiaisonId stage, const LiaisonStageSetConference *wanted, LiaisonId *event)
{
  LiaisonEventData *data = (gpointer) begin_block (run, &liaison_event_kind);
  gint32 meant = find_day (run, &wanted->at);
  gint32 day = liaison_working_days_fit (run->days, meant, wanted->days);
  g_autofree char *serial = g_strdup_printf ("%s-%03u", liaison_event_kind.prefix, ++run->serial);
  gint64 begins = run->opens + HOUR < run->closes ? run->opens + HOUR : run->opens;
  gint64 ends = MIN (run->closes, begins + 8 * HOUR);

  data->serial = g_ref_string_new (serial);
  data->title = liaison_text_ref (wanted->title);
  data->type = LIAISON_EVENT_TYPE_CONFERENCE;
  data->conference = (int) wanted->type;
  data->status = LIAISON_EVENT_STATUS_PROPOSED;
  data->stage = stage;
  data->start = anchor (run, wanted->at.endex, day, begins);
  data->duration = (gint64) (wanted->days - 1) * DAY + ends - begins;
  data->marking = liaison_marking_ref (run->exercise->default_marking);
  *event = data->block.id;
  add_line (run, LIAISON_BACK_PLAN_CONFERENCE, LIAISON_BACK_PLAN_NEW, wanted->title, *event, day,
            day + (gint32) wanted->days - 1, day - meant);
}

/* One the plan has gets its stage, unless it has one that stays. */
static void
keep_event (Run *run, LiaisonId stage, const LiaisonBlock *found, const LiaisonText *title)
{
  gboolean tied =
      liaison_snapshot_find (run->plan->snapshot, LIAISON_DATA (Event, found)->stage) == NULL;
  LiaisonBackPlanTie tie = { found->id, stage };

  g_hash_table_add (run->taken, (gpointer) &found->id);
  if (tied)
    g_array_append_val (run->plan->ties, tie);
  add_line (run, LIAISON_BACK_PLAN_CONFERENCE,
            tied ? LIAISON_BACK_PLAN_TIED : LIAISON_BACK_PLAN_KEPT, title, found->id,
            LIAISON_DATE_UNSET, LIAISON_DATE_UNSET, 0);
}

static void
add_product (Run *run,
             const LiaisonStageSetProduct *wanted,
             LiaisonId stage,
             LiaisonId event,
             GPtrArray *items)
{
  LiaisonBlock *block = liaison_block_new (&liaison_stage_product_shape, liaison_id_new (run->now));
  LiaisonStageProductData *data = (gpointer) block;
  gint32 meant = find_day (run, &wanted->due);
  gint32 due = liaison_working_days_before (run->days, meant);

  data->title = liaison_text_ref (wanted->title);
  data->due = due;
  data->lead_weeks = (run->startex - meant) / 7;
  data->status = LIAISON_DUE_STATUS_NOT_STARTED;
  data->event = event;
  data->order = g_ref_string_new (run->order);
  g_ptr_array_add (items, block);
  add_line (run, LIAISON_BACK_PLAN_PRODUCT, LIAISON_BACK_PLAN_NEW, wanted->title, stage, due, due,
            due - meant);
}

static void
next_order (Run *run)
{
  char *next = liaison_order_key_between (run->order, NULL);

  g_free (run->order);
  run->order = next;
}

static gint64
round_weeks (gint32 days)
{
  return days >= 0 ? (days + 3) / 7 : -((-days + 3) / 7);
}

static void
set_stage_times (Run *run, const LiaisonStageSetStage *wanted, LiaisonStageData *data)
{
  gint32 first = find_day (run, &wanted->start), last = find_day (run, &wanted->end);

  data->lead_weeks = round_weeks (run->startex - first);
  data->end_lead_weeks = round_weeks (run->startex - last);
  data->start = wanted->start.weeks == 0 ? anchor_to_edge (wanted->start.endex)
                                         : anchor (run, wanted->start.endex, first, run->opens);
  data->end =
      wanted->end.endex && wanted->end.weeks == 0
          ? anchor_to_edge (TRUE)
          : anchor (run, wanted->end.endex, wanted->end.endex ? last : last - 1, run->closes);
}

static LiaisonStageData *
add_stage (Run *run, const LiaisonStageSetStage *wanted)
{
  LiaisonStageData *data = (gpointer) begin_block (run, &liaison_stage_kind);

  next_order (run);
  data->code = g_ref_string_new (wanted->code);
  data->title = liaison_text_ref (wanted->title);
  data->purpose = liaison_text_ref (wanted->purpose);
  data->exit = liaison_text_ref (wanted->exit);
  data->phase = (int) wanted->phase;
  data->status = LIAISON_STAGE_STATUS_NOT_STARTED;
  data->order = g_ref_string_new (run->order);
  data->marking = liaison_marking_ref (run->exercise->default_marking);
  set_stage_times (run, wanted, data);
  add_line (run, LIAISON_BACK_PLAN_STAGE, LIAISON_BACK_PLAN_NEW, wanted->title, data->block.id,
            find_day (run, &wanted->start), find_day (run, &wanted->end) - !wanted->end.endex, 0);
  return data;
}

static void
plan_stage (Run *run, const LiaisonStageSetStage *wanted)
{
  const LiaisonBlock *found = find_stage (run, wanted);
  LiaisonStageData *data = found == NULL ? add_stage (run, wanted) : NULL;
  LiaisonId stage = found != NULL ? found->id : data->block.id;
  LiaisonId by_type[LIAISON_CONFERENCE_TYPE_POST_EXERCISE + 1] = { 0 };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (found != NULL)
    add_line (run, LIAISON_BACK_PLAN_STAGE, LIAISON_BACK_PLAN_KEPT, wanted->title, stage,
              LIAISON_DATE_UNSET, LIAISON_DATE_UNSET, 0);
  for (guint i = 0; i < wanted->conferences->len; i++)
    {
      const LiaisonStageSetConference *conference =
          &g_array_index (wanted->conferences, LiaisonStageSetConference, i);
      const LiaisonBlock *event = find_conference (run, conference);

      if (event != NULL)
        keep_event (run, stage, event, conference->title);
      if (event != NULL)
        by_type[conference->type] = event->id;
      else
        add_event (run, stage, conference, &by_type[conference->type]);
    }
  for (guint i = 0; data != NULL && i < wanted->products->len; i++)
    {
      const LiaisonStageSetProduct *product =
          &g_array_index (wanted->products, LiaisonStageSetProduct, i);
      next_order (run);
      add_product (run, product, stage, by_type[product->conference], items);
    }
  if (items->len > 0)
    data->products = liaison_items_new_take ((LiaisonBlock **) items->pdata, items->len);
}

/* The highest number behind the prefix of events, and the last order key of stages. */
static void
look_around (Run *run)
{
  guint n;
  gsize prefix = strlen (liaison_event_kind.prefix);
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (run->plan->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *serial = LIAISON_DATA (Event, blocks[i])->serial;
      if (serial != NULL && strncmp (serial, liaison_event_kind.prefix, prefix) == 0)
        run->serial = MAX (run->serial,
                           (guint) strtoul (serial + prefix + (serial[prefix] == '-'), NULL, 10));
    }
  blocks = liaison_snapshot_get (run->plan->snapshot, LIAISON_KIND_STAGE, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *order = LIAISON_DATA (Stage, blocks[i])->order;
      if (order != NULL && g_strcmp0 (order, run->order) > 0)
        {
          g_free (run->order);
          run->order = g_strdup (order);
        }
    }
}

static gboolean
begin (Run *run)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (run->plan->snapshot);
  const LiaisonBlock *block = liaison_snapshot_get_exercise (run->plan->snapshot);
  gint64 seconds;

  run->exercise = LIAISON_DATA (Exercise, block);
  run->zone = run->exercise->zone;
  if (liaison_times_get_start (&lookup, block, &seconds) != LIAISON_TIME_KNOWN)
    return FALSE;
  run->startex = run->endex = liaison_process_find_day (run->zone, seconds);
  if (liaison_times_get_end (&lookup, block, &seconds) == LIAISON_TIME_KNOWN)
    run->endex = MAX (run->startex, liaison_process_find_day (run->zone, seconds - 1));
  run->today = liaison_process_find_day (run->zone, run->now / 1000);
  run->opens =
      run->exercise->day_start != LIAISON_DURATION_UNSET ? run->exercise->day_start : 8 * HOUR;
  run->closes =
      run->exercise->day_end != LIAISON_DURATION_UNSET ? run->exercise->day_end : 17 * HOUR;
  if (run->closes <= run->opens || run->closes >= DAY)
    run->closes = MIN (run->opens + 9 * HOUR, DAY - 60);
  run->opens = MIN (run->opens, DAY - 120);
  return TRUE;
}

LiaisonBackPlan *
liaison_back_plan_new (LiaisonSnapshot *snapshot,
                       LiaisonStageSet *set,
                       const LiaisonWorkingDays *days,
                       gint64 now)
{
  g_autoptr (LiaisonBackPlan) self = g_new0 (LiaisonBackPlan, 1);
  g_autoptr (GHashTable) taken = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  Run run = { .plan = self, .days = days, .now = now, .taken = taken };

  self->set = liaison_stage_set_ref (set);
  self->snapshot = liaison_snapshot_ref (snapshot);
  self->lines = g_array_new (FALSE, FALSE, sizeof (LiaisonBackPlanLine));
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  self->ties = g_array_new (FALSE, FALSE, sizeof (LiaisonBackPlanTie));
  if (!begin (&run))
    return NULL;
  look_around (&run);
  for (guint i = 0; i < set->stages->len; i++)
    plan_stage (&run, set->stages->pdata[i]);
  g_free (run.order);
  return g_steal_pointer (&self);
}

void
liaison_back_plan_free (LiaisonBackPlan *self)
{
  g_clear_pointer (&self->set, liaison_stage_set_unref);
  g_clear_pointer (&self->snapshot, liaison_snapshot_unref);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->ties);
  g_free (self);
}

LiaisonProposal *
liaison_back_plan_propose (const LiaisonBackPlan *self)
{
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Apply the stage set “{set}”"));
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->snapshot);
  GRefString *name = g_ref_string_new (self->set->name);

  liaison_proposal_take_operand (
      proposal, liaison_operand_text ("set", liaison_text_pick (self->set->title, "en", NULL)));
  liaison_proposal_set_field (proposal, exercise, LIAISON_FIELD (Exercise, stage_set), &name);
  g_ref_string_release (name);
  for (guint i = 0; i < self->blocks->len; i++)
    liaison_proposal_add_record (proposal, self->blocks->pdata[i]);
  for (guint i = 0; i < self->ties->len; i++)
    {
      const LiaisonBackPlanTie *tie = &g_array_index (self->ties, LiaisonBackPlanTie, i);
      liaison_proposal_set_field (proposal, liaison_snapshot_find (self->snapshot, tie->event),
                                  LIAISON_FIELD (Event, stage), &tie->stage);
    }
  return proposal;
}
