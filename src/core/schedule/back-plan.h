/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Back-planning: what a stage set makes of a plan, counted back from its STARTEX. */
#pragma once

#include "schedule/process.h"
#include "schedule/stage-set.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_BACK_PLAN_STAGE,
  LIAISON_BACK_PLAN_CONFERENCE,
  LIAISON_BACK_PLAN_PRODUCT,
} LiaisonBackPlanKind;

typedef enum
{
  LIAISON_BACK_PLAN_NEW,
  LIAISON_BACK_PLAN_KEPT, /* the plan has one with its code or title, or its type of conference,
                             which stays as it is */
  LIAISON_BACK_PLAN_TIED, /* a conference the plan has, which is tied to its new stage */
} LiaisonBackPlanFate;

typedef struct
{
  LiaisonBackPlanKind kind;
  LiaisonBackPlanFate fate;
  const LiaisonText *title; /* as the set has it; borrowed */
  LiaisonId record;         /* stage or event, new or there */
  gint32 from, to;          /* first and last day of a new one, or the due date twice */
  gint32 shifted;           /* days it stands off from its lead time, to be on working days */
} LiaisonBackPlanLine;

/* Immutable once made. */
typedef struct
{
  LiaisonStageSet *set;
  LiaisonSnapshot *snapshot;
  GArray *lines;     /* of LiaisonBackPlanLine: each stage, then its conferences and products */
  GPtrArray *blocks; /* of LiaisonBlock: new stages and events */
  GArray *ties;      /* of LiaisonBackPlanTie */
  guint n_late;      /* new conferences and products that would be due before now */
} LiaisonBackPlan;

/* A conference that gets its stage. */
typedef struct
{
  LiaisonId event, stage;
} LiaisonBackPlanTie;

/* NULL when the plan has no STARTEX. Without ENDEX the exercise is taken to last one day. New
 * stages and conferences hang on STARTEX and ENDEX by anchors, so they move with them; due dates
 * are days. Products of stages that the plan has already are left alone. New records get the
 * exercise's default marking, and ids and serials as of @now (Unix ms). Any thread. */
LiaisonBackPlan *liaison_back_plan_new (LiaisonSnapshot *snapshot,
                                        LiaisonStageSet *set,
                                        const LiaisonWorkingDays *days,
                                        gint64 now);
void liaison_back_plan_free (LiaisonBackPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBackPlan, liaison_back_plan_free)

/* All of it as one proposal, which also names the set in the exercise. */
LiaisonProposal *liaison_back_plan_propose (const LiaisonBackPlan *self);

G_END_DECLS
