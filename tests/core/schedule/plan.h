/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small plans for tests of the schedule: hours count from STARTEX, which is at 1,800,000,000 s. */
#pragma once

#include "record/document.h"
#include "record/kinds.h"

#define PLAN_STARTEX G_GINT64_CONSTANT (1800000000)
#define PLAN_HOUR    3600

typedef struct
{
  LiaisonDocument *document;
  guint made;
} Plan;

static inline LiaisonId
plan_id (guint number)
{
  return liaison_id_new_from_parts (PLAN_STARTEX * 1000, number & 0xfff, number);
}

static inline gpointer
plan_begin (Plan *plan, const LiaisonKind *kind)
{
  return liaison_block_new (&kind->shape, plan_id (++plan->made));
}

static inline LiaisonId
plan_add (Plan *plan, const LiaisonKind *kind, gpointer block)
{
  LiaisonId id = ((LiaisonBlock *) block)->id;

  g_assert_true (liaison_document_fill (plan->document, kind, block));
  return id;
}

static inline void
plan_at (LiaisonInstant *instant, double hours)
{
  gint64 seconds = PLAN_STARTEX + (gint64) (hours * PLAN_HOUR);
  g_assert_true (liaison_instant_from_unix (seconds, NULL, instant));
}

/* An exercise of 100 hours. */
static inline Plan *
plan_new (void)
{
  Plan *plan = g_new0 (Plan, 1);
  LiaisonExerciseData *exercise
      = (gpointer) liaison_block_new (&liaison_exercise_kind.shape, plan_id (4000));

  plan->document = liaison_document_new (plan_id (4000));
  plan_at (&exercise->startex, 0);
  plan_at (&exercise->endex, 100);
  liaison_document_fill (plan->document, &liaison_exercise_kind, &exercise->block);
  return plan;
}

static inline void
plan_free (Plan *plan)
{
  g_object_unref (plan->document);
  g_free (plan);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static inline LiaisonEventData *
plan_event (Plan *plan, double start, double hours)
{
  LiaisonEventData *event = plan_begin (plan, &liaison_event_kind);

  plan_at (&event->start, start);
  event->duration = (gint64) (hours * PLAN_HOUR);
  return event;
}

static inline LiaisonId
plan_site (Plan *plan, guint at_once)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->at_once = at_once;
  return plan_add (plan, &liaison_site_kind, site);
}

static inline LiaisonId
plan_person (Plan *plan)
{
  return plan_add (plan, &liaison_participant_kind, plan_begin (plan, &liaison_participant_kind));
}

/* A list of one booking. */
static inline LiaisonItems *
plan_booking (Plan *plan, LiaisonId resource, guint amount, gint64 before, gint64 after)
{
  LiaisonBookingData *booking
      = (gpointer) liaison_block_new (&liaison_booking_shape, plan_id (++plan->made));
  LiaisonBlock *block = &booking->block;

  booking->resource = resource;
  booking->amount = amount;
  booking->before = before;
  booking->after = after;
  return liaison_items_new_take (&block, 1);
}

/* A list of one dependency. */
static inline LiaisonItems *
plan_dependency (Plan *plan, LiaisonId event, LiaisonDependencyType type, gint64 lag)
{
  LiaisonDependencyData *dependency
      = (gpointer) liaison_block_new (&liaison_dependency_shape, plan_id (++plan->made));
  LiaisonBlock *block = &dependency->block;

  dependency->event = event;
  dependency->type = type;
  dependency->lag = lag;
  return liaison_items_new_take (&block, 1);
}
