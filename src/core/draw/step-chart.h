/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of agreements over the months: in each row the steps that were done and those still to do,
 * counted back from the day it is needed, with the last responsible day. What is late is red and says
 * so. */
#pragma once

#include "arrangements/agreement-dates.h"
#include "draw/drawing.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_STEP_CHART (liaison_step_chart_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonStepChart, liaison_step_chart, LIAISON, STEP_CHART, LiaisonDrawing)

LiaisonStepChart *liaison_step_chart_new (void);
/* Takes what it shows from @agreements, which is not kept, the most urgent first; those that are over or for
 * which nothing says when they are needed only with @all. */
void liaison_step_chart_set (LiaisonStepChart *self,
                             const LiaisonAgreements *agreements,
                             const LiaisonManner *manner,
                             gboolean all);
/* 0: as on paper. */
void liaison_step_chart_set_room (LiaisonStepChart *self, double width);
guint liaison_step_chart_count_rows (LiaisonStepChart *self);

/* All there is to say of an agreement's dates, in lines. Transfer full. */
char *liaison_step_chart_tell_dates (const LiaisonAgreementDates *dates,
                                     gint32 today,
                                     const LiaisonManner *manner);
LiaisonHue liaison_step_chart_get_hue (LiaisonAgreementState state);

/* The name of a stage of agreements. Borrowed. */
const char *liaison_step_chart_tell_stage (const LiaisonManner *manner, int stage);
/* How an agreement stands, in a few words: “In time: Drafting by 3 May”. The caller's. */
char *liaison_step_chart_tell_state (const LiaisonAgreementDates *dates,
                                     const LiaisonManner *manner);

G_END_DECLS
