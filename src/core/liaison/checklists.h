/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joining instructions and kit of the liaison posts, as one sheet to be ticked: posts by lines. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/post.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_CHECK_NONE, /* the post's list has no such line */
  LIAISON_CHECK_OPEN,
  LIAISON_CHECK_LATE, /* open, needed, and due before today */
  LIAISON_CHECK_DONE,
} LiaisonCheckState;

typedef struct
{
  char *title;     /* in the language asked for; owned by the sheet */
  gboolean kit;    /* else of the joining instructions */
  guint n, n_done; /* posts that have the line */
} LiaisonCheckLine;

typedef struct _LiaisonChecklists LiaisonChecklists;

/* Lines that read the same in @language are one. @today: days since 1970-01-01. Any thread; the
 * snapshot must outlive it. Rows are the posts that are not closed, by serial. */
LiaisonChecklists *
liaison_checklists_new (const LiaisonSnapshot *snapshot, const char *language, gint32 today);
void liaison_checklists_free (LiaisonChecklists *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonChecklists, liaison_checklists_free)

guint liaison_checklists_count_posts (const LiaisonChecklists *self);
guint liaison_checklists_count_lines (const LiaisonChecklists *self);
const LiaisonBlock *liaison_checklists_get_post (const LiaisonChecklists *self, guint row);
const LiaisonCheckLine *liaison_checklists_get_line (const LiaisonChecklists *self, guint line);
/* *@item (may be NULL): the line in the post's list. */
LiaisonCheckState liaison_checklists_get (const LiaisonChecklists *self,
                                          guint row,
                                          guint line,
                                          const LiaisonCheckItemData **item);
/* Lines of a post, and how many are done; late ones of all. */
void
liaison_checklists_count_done (const LiaisonChecklists *self, guint row, guint *n, guint *n_done);
guint liaison_checklists_count_late (const LiaisonChecklists *self);

/* Ticks a line of a post, or takes the tick off: with the day and who did it. Transfer full. */
LiaisonProposal *liaison_checklist_tick (const LiaisonBlock *post,
                                         gboolean kit,
                                         const LiaisonCheckItemData *item,
                                         gboolean done,
                                         gint32 today,
                                         const char *by);

G_END_DECLS
