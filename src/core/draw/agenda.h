/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes place in a stretch of time: events with each of their occurrences, as views that show
 * days need them. */
#pragma once

#include "record/kinds/event.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* One occurrence. */
typedef struct
{
  const LiaisonBlock *event; /* borrowed from the snapshot */
  gint64 start, end;         /* Unix s; end >= start */
  gint64 by_rule;            /* Unix s: by which an exception names it */
  LiaisonId site;            /* zero: nowhere known */
  gboolean recurs;
  gboolean first; /* it is the event's own start */
} LiaisonAgendaEntry;

typedef gboolean (*LiaisonAgendaTest) (const LiaisonBlock *event, gpointer data);

/* All that overlaps [@from, @until), or begins in it when it lasts no time; by start. @test (NULL:
 * all) says which events count. Of LiaisonAgendaEntry; at most @limit. Free with g_array_unref ().
 */
GArray *liaison_agenda_collect (const LiaisonSnapshot *snapshot,
                                gint64 from,
                                gint64 until,
                                LiaisonAgendaTest test,
                                gpointer data,
                                guint limit);

G_END_DECLS
