/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of withdrawals share: small plans, looked at as if something were not there. */
#pragma once

#include "withdraw/withdrawal.h"

#include "plan.h"

#include <string.h>

#define ADD(plan, kind, block) plan_add (plan, &liaison_##kind##_kind, block)

/* A looked-at plan. */
typedef struct
{
  LiaisonSnapshot *before, *after;
  LiaisonWithdrawal *found;
} Look;

static inline void
look_clear (Look *self)
{
  g_clear_pointer (&self->found, liaison_withdrawal_free);
  g_clear_pointer (&self->before, liaison_snapshot_unref);
  g_clear_pointer (&self->after, liaison_snapshot_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static inline Look
look_between (Plan *plan, LiaisonId record, gint64 from, gint64 until)
{
  const LiaisonWithdrawalOptions options = { record, from, until };
  Look look = { 0 };

  look.before = liaison_document_get_snapshot (plan->document);
  look.found = liaison_withdrawal_new (look.before, &options);
  g_assert_nonnull (look.found);
  look.after = liaison_withdrawal_apply (look.found, NULL);
  return look;
}

static inline Look
look_at (Plan *plan, LiaisonId record)
{
  return look_between (plan, record, G_MININT64, LIAISON_WITHDRAWAL_FOR_GOOD);
}

/* The break of that record whose sentence has @part in it; NULL: there is none. */
static const LiaisonBreak *
find (const Look *look, LiaisonId record, const char *part)
{
  for (guint i = 0; i < look->found->breaks->len; i++)
    {
      const LiaisonBreak *each = look->found->breaks->pdata[i];
      if (liaison_id_same (each->record, record) && strstr (each->sentence, part) != NULL)
        return each;
    }
  return NULL;
}

#define AFTER(T, look, id) LIAISON_DATA (T, liaison_snapshot_find ((look).after, id))

static inline LiaisonId
nation (Plan *plan, const char *code)
{
  LiaisonNationData *block = plan_begin (plan, &liaison_nation_kind);

  block->code = g_intern_string (code);
  block->role = LIAISON_NATION_ROLE_PARTICIPANT;
  block->status = LIAISON_NATION_STATUS_CONFIRMED;
  return ADD (plan, nation, (gpointer) block);
}

static inline LiaisonParticipantData *
participant (Plan *plan, const char *code, LiaisonParticipantType type)
{
  LiaisonParticipantData *block = plan_begin (plan, &liaison_participant_kind);

  block->nation = g_intern_string (code);
  block->type = type;
  return block;
}

static inline LiaisonParticipantData *
person (Plan *plan, const char *code, LiaisonFunctionalArea area)
{
  LiaisonParticipantData *block = participant (plan, code, LIAISON_PARTICIPANT_TYPE_PERSON);

  block->area = area;
  return block;
}

static inline LiaisonIds *
ids (LiaisonId one, LiaisonId other)
{
  LiaisonId all[] = { one, other };

  return liaison_ids_new (all, liaison_id_is_zero (other) ? 1 : 2);
}

static inline LiaisonCodes *
codes (const char *one, const char *other)
{
  const char *const all[] = { one, other };

  return liaison_codes_new (all, other != NULL ? 2 : 1);
}

static const LiaisonId none = { 0 };

static inline LiaisonId
site (Plan *plan, gint64 capacity)
{
  LiaisonSiteData *block = plan_begin (plan, &liaison_site_kind);

  block->type = LIAISON_SITE_TYPE_ROOM;
  block->nation = g_intern_string ("NO");
  block->capacity = capacity;
  return ADD (plan, site, (gpointer) block);
}

static inline LiaisonId
event_at (Plan *plan, LiaisonId place, double start, gint64 expected)
{
  LiaisonEventData *event = plan_event (plan, start, 2);

  event->site = place;
  event->expected = expected;
  return ADD (plan, event, (gpointer) event);
}

static inline LiaisonId
event_with_chair (Plan *plan, LiaisonId chair, double start)
{
  LiaisonEventData *event = plan_event (plan, start, 2);

  event->chair = chair;
  return ADD (plan, event, (gpointer) event);
}

