/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of drawn views share. */
#pragma once

#include "shared/drawn-view.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  LiaisonSession *session;
  LiaisonDrawing *drawing;
  LiaisonTextCache *texts;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GMenuModel *menu;
  GtkWidget *popover;

  /* State */
  LiaisonPaletteId palette;
  double zoom; /* of drawings that do not zoom themselves */
  LiaisonHit cursor;
  gboolean has_cursor;
  double pointer_x, pointer_y;
  gboolean has_pointer;
  gboolean configuring; /* while the adjustments are being set */
  double x, y;          /* scrolled by so much, kept while sizes change */
  double room[2];       /* what was seen of the body when it was last given its size */
  guint policies[2];
} LiaisonDrawnViewPrivate;

LiaisonDrawnViewPrivate *liaison_drawn_view_get_private (LiaisonDrawnView *self);

/* drawn-view-scroll.c */
void liaison_drawn_view_configure (LiaisonDrawnView *self);
/* When the size has changed: what was seen of the cursor's record is not lost behind what has taken the room. */
void liaison_drawn_view_keep_seen (LiaisonDrawnView *self);
void liaison_drawn_view_set_adjustment (LiaisonDrawnView *self,
                                        GtkOrientation orientation,
                                        GtkAdjustment *adjustment);
/* drawn-view-input.c */
void liaison_drawn_view_class_install_actions (GtkWidgetClass *klass);
void liaison_drawn_view_watch (LiaisonDrawnView *self);
void liaison_drawn_view_say_cursor (LiaisonDrawnView *self);
/* drawn-view-picture.c */
void liaison_drawn_view_class_install_pictures (GtkWidgetClass *klass);

G_END_DECLS
