/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of lessons: observations, their way to lessons learned, and the shelf of case studies.
 */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_lessons_area_new (LiaisonSession *session);

G_END_DECLS
