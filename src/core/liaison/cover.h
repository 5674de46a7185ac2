/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a liaison post is to be manned, and when it is not. */
#pragma once

#include "record/kinds/post.h"
#include "schedule/calendar.h"

G_BEGIN_DECLS

/* From when until when (Unix s) a post stands, and by how many people it is to be manned. */
typedef struct
{
  gint64 start, end;
  int needed;
} LiaisonPostTime;

/* Whether a post still is one to be manned: not closed. */
gboolean liaison_post_is_open (const LiaisonBlock *post);
/* When it stands: as it says, else as long as the exercise. FALSE where neither is known. */
gboolean liaison_post_get_time (const LiaisonLookup *lookup,
                                const LiaisonBlock *post,
                                LiaisonPostTime *time);
/* Whether it says when it is to be manned; on call and as required say nothing. */
gboolean liaison_post_asks_for_cover (const LiaisonBlock *post);

/* The spans in which @post is to be manned and has fewer people than it needs, in order and apart
 * from each other. @hours: the working hours of the exercise, which tell day from night. With
 * @empty as if it had no shifts: all the spans in which it is to be manned. Absent people do not
 * count. Free the array, of LiaisonSpan. */
GArray *liaison_post_list_gaps (const LiaisonLookup *lookup,
                                LiaisonCalendar *hours,
                                const LiaisonBlock *post,
                                const LiaisonPostTime *time,
                                gboolean empty);

G_END_DECLS
