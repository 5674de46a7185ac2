/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at an event, for rules that ask. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* Each participant and liaison post named by an event: taking part, in the chair or in a role; each
 * once. @role: what the event's table says, or LIAISON_EVENT_ROLE_UNSET. */
typedef void (*LiaisonPresenceFunc) (const LiaisonBlock *block, int role, gpointer data);
void liaison_presence_foreach (LiaisonReview *review,
                               const LiaisonBlock *event,
                               LiaisonPresenceFunc func,
                               gpointer data);

/* The nations of an event: those it names, those of the people it names. Interned codes, each once.
 * Transfer full. */
GPtrArray *liaison_presence_get_nations (LiaisonReview *review, const LiaisonBlock *event);

/* The block of that kind with that id, or NULL. */
const LiaisonBlock *
liaison_review_find (LiaisonReview *review, LiaisonId id, const LiaisonKind *kind);

/* What a person does, in [start, end) (Unix s): an event, or a shift at a post. */
typedef struct
{
  gint64 start, end;
  const LiaisonBlock *block; /* event or post */
  gboolean on_shift;         /* at a post */
} LiaisonDuty;

/* Hands @func the duties of a person by start, where there is more than one. */
typedef void (*LiaisonDutiesFunc) (LiaisonReview *review,
                                   const LiaisonBlock *person,
                                   const LiaisonDuty *duties,
                                   guint n);
void liaison_presence_look_at_duties (LiaisonReview *review,
                                      const LiaisonBlock *person,
                                      LiaisonDutiesFunc func);

G_END_DECLS
