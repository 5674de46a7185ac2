/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas: what the sidebar offers, as a table. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;      /* in actions and the settings: "schedule" */
  const char *group;     /* msgid of the sidebar's heading; NULL: as the area before */
  const char *label;     /* msgid */
  const char *icon;      /* icon name */
  guint64 kinds;         /* LIAISON_TARGET (...) bits: records of these are shown here */
  GtkWidget *(*create) (LiaisonSession *session); /* made when first shown */
} LiaisonArea;

const LiaisonArea *liaison_areas_get (guint *n);
const LiaisonArea *liaison_area_find (const char *name);
/* FALSE: a copy of the plan for an audience has nothing for it. */
gboolean liaison_area_suits (const LiaisonArea *area, LiaisonDocument *document);
/* The area in which a record of this kind is shown; the first of several. */
const LiaisonArea *liaison_area_for_kind (LiaisonKindId kind);

G_END_DECLS
