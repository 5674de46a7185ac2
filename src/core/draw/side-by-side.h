/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for things that overlap: beside each other in a day, in rows of a band. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One thing that lasts from @start until @end. */
typedef struct
{
  gint64 start, end; /* what lasts no time takes a place of its own all the same */
  guint tag;         /* the caller's, carried along */
  guint place;       /* found: which column or row, from 0 */
  guint width;       /* found: how many places it may take, at least 1 */
  guint places;      /* found: of how many, for all that overlap by way of others */
} LiaisonPlacedSpan;

/* Sorts @spans by start (the longer first) and finds places such that no two that overlap share
 * one; as few as there can be. Things nearer than @least together count as overlapping. */
void liaison_place_side_by_side (LiaisonPlacedSpan *spans, guint n, gint64 least);

G_END_DECLS
