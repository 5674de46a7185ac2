/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposal beside the plan: what moves, what stays, what is left unsolved, and what the review
 * would say; single moves can be left out. */
#pragma once

#include "session.h"

#include "schedule/levelling.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_COMPARISON_VIEW (liaison_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonComparisonView, liaison_comparison_view, LIAISON, COMPARISON_VIEW, GtkWidget)

/* Signal "changed": which moves are chosen. Property "n-chosen" (uint, read). */
LiaisonComparisonView *liaison_comparison_view_new (LiaisonSession *session);

/* Shows @moves (of LiaisonMove; the caller's until others are shown, kept by reference) of the plan
 * @before, all of them chosen, and @unsolved (of LiaisonUnsolved; may be NULL). */
void liaison_comparison_view_show (LiaisonComparisonView *self,
                                   LiaisonSnapshot *before,
                                   GArray *moves,
                                   GArray *unsolved);
guint liaison_comparison_view_get_n_chosen (LiaisonComparisonView *self);

/* Makes the chosen moves, as one edit called @sentence (a msgid). FALSE where it was refused, which
 * the session has told; or where the plan has changed since in what is moved. */
gboolean liaison_comparison_view_apply (LiaisonComparisonView *self,
                                        const char *sentence,
                                        const char *notice);
/* The same as @proposal, which is taken: it has the sentence with its operands. */
gboolean liaison_comparison_view_apply_as (LiaisonComparisonView *self,
                                           LiaisonProposal *proposal,
                                           const char *notice);

G_END_DECLS
