/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a gesture on an event in a view of time does: one edit each. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What to change; what is the same stays. */
typedef struct
{
  LiaisonId event;
  gint64 start, end; /* Unix s, as it should be */
  gint64 was_start, was_end;
  const LiaisonId *site; /* NULL: the same; zero: none */
  gboolean recurs;       /* it is one occurrence of several */
  gint64 by_rule;        /* that is named by this */
} LiaisonEventMove;

/* Moves, lengthens and places the event: times keep their form, fixed in their zone or hanging on
 * what they hung on. Of a recurring event asks whether all occurrences are meant. Locked ones are
 * not moved, and it is said so. @parent may be NULL (tests): then all of a recurring event moves.
 */
void liaison_event_move (GtkWindow *parent, LiaisonSession *session, const LiaisonEventMove *move);

/* A start written as @start is (another moment, the same form); @zone for what is not set. */
gboolean liaison_event_move_instant (const LiaisonManner *manner,
                                     const LiaisonInstant *start,
                                     gint64 wanted,
                                     const char *zone,
                                     LiaisonInstant *moved);

G_END_DECLS
