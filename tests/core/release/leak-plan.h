/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans in twins: two that an audience may see alike, and that differ in all that is withheld from
 * it. Each in two versions, between which both are edited alike in what is released, and each in
 * its own way in what is withheld.
 *
 * What may be seen and what may not is settled here while the plans are made, record by record, and
 * not by asking the filter: this is the other opinion that it is measured by. */
#pragma once

#include "record/document.h"
#include "release/audience.h"

G_BEGIN_DECLS

/* Stands in every text that is withheld, and in nothing that is released. */
#define LEAK_CANARY "CANARY"

typedef enum
{
  LEAK_NATION,  /* the people of one nation */
  LEAK_ROLE,    /* observers of two nations */
  LEAK_POST,    /* the holder of a post, who is not cleared for all */
  LEAK_CONTROL, /* exercise control of one nation */
  LEAK_GROUP,   /* the nations of a group, together */
} LeakAudience;
#define LEAK_N_AUDIENCES (LEAK_GROUP + 1)

typedef enum
{
  LEAK_THEN,
  LEAK_NOW,
} LeakVersion;

typedef struct
{
  LiaisonDocument *document;
  LiaisonAudience *audience;
  guint n_seen;    /* records that the audience may see, the exercise among them */
  GHashTable *ids; /* texts of all ids, of records and of items */
} LeakPlan;

/* @open settles all that may be seen, @closed all that may not: plans with equal @open, @whom and
 * @version are twins. Plans with equal @open, @closed and @whom are versions of one. */
LeakPlan *leak_plan_new (guint32 open, guint32 closed, LeakAudience whom, LeakVersion version);
void leak_plan_free (LeakPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeakPlan, leak_plan_free)

G_END_DECLS
