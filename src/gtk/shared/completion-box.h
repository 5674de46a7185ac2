/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few things that may be meant by what is being typed, below the entry; the keys stay in the
 * entry. */
#pragma once

#include "words/completion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So many are offered at once; what does not fit is scrolled to. */
#define LIAISON_COMPLETION_BOX_MOST 60

#define LIAISON_TYPE_COMPLETION_BOX (liaison_completion_box_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonCompletionBox, liaison_completion_box, LIAISON, COMPLETION_BOX, GtkWidget)

/* Signal "chosen": a row was clicked; ask _get_chosen which. */
LiaisonCompletionBox *liaison_completion_box_new (void);

/* Takes @completions, of LiaisonCompletion; none is highlighted, and without any the box is hidden.
 */
void liaison_completion_box_show (LiaisonCompletionBox *self, GPtrArray *completions);
/* Highlights another one, round the ends; from none to the first or the last. FALSE: there is none.
 */
gboolean liaison_completion_box_move (LiaisonCompletionBox *self, int steps);
/* The highlighted one, or NULL. Borrowed until others are shown. */
const LiaisonCompletion *liaison_completion_box_get_chosen (LiaisonCompletionBox *self);

G_END_DECLS
