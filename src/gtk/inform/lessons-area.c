/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/lessons-area.h"

#include "inform/lesson-board.h"
#include "inform/lesson-view.h"
#include "inform/shelf-view.h"
#include "shared/page-area.h"

#include <glib/gi18n.h>

static GtkWidget *
create_list (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_lesson_view_new (session);
}

static GtkWidget *
create_board (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_lesson_board_new (session);
}

static GtkWidget *
create_shelf (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_shelf_view_new (session);
}

static const LiaisonPage pages[] = {
  { "list", N_ ("Observations"), N_ ("What was seen, and what has become of it"),
    LIAISON_TARGET (OBSERVATION), create_list, NULL },
  { "board", N_ ("Life cycle"), N_ ("The stages of observations on their way to lessons learned"),
    LIAISON_TARGET (OBSERVATION), create_board, NULL },
  { "shelf", N_ ("Case studies"), N_ ("Earlier cases that can be linked as precedents"), 0,
    create_shelf, NULL },
};

GtkWidget *
liaison_lessons_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
