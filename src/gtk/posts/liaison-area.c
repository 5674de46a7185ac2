/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "posts/liaison-area.h"

#include "posts/checklist-view.h"
#include "posts/manning-view.h"
#include "record/kinds/nation.h"
#include "record/kinds/post.h"
#include "shared/page-area.h"
#include "shared/plan-matrix-view.h"
#include "shared/table-view.h"

#include <glib/gi18n.h>

/* A new post is between the nations, and at the place, of the one that is selected. */
static void
prepare (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonRecord *selected = liaison_selection_get_record (liaison_session_get_selection (session));
  const LiaisonBlock *near = selected != NULL ? liaison_record_get_block (selected) : NULL;
  LiaisonPostData *made = (LiaisonPostData *) block;

  made->status = LIAISON_POST_STATUS_PROPOSED;
  if (near != NULL && near->shape == &liaison_nation_kind.shape)
    made->from_nation = LIAISON_DATA (Nation, near)->code;
  if (near == NULL || near->shape != &liaison_post_kind.shape)
    return;
  made->to_nation = LIAISON_DATA (Post, near)->to_nation;
  made->site = LIAISON_DATA (Post, near)->site;
  made->cover = LIAISON_DATA (Post, near)->cover;
}

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  static const LiaisonTableSetup setup = { .icon = "avatar-default-symbolic", .prepare = prepare };

  return GTK_WIDGET (liaison_table_view_new_with (session, kind, &setup, NULL));
}

static GtkWidget *
create_manning (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_manning_view_new (session);
}

static GtkWidget *
create_matrix (LiaisonSession *session, const char *name)
{
  return liaison_plan_matrix_view_get_widget (
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type (name), NULL));
}

static GtkWidget *
create_nations (LiaisonSession *session, const LiaisonKind *kind)
{
  return create_matrix (session, "representation");
}

static GtkWidget *
create_sites (LiaisonSession *session, const LiaisonKind *kind)
{
  return create_matrix (session, "representation-sites");
}

static GtkWidget *
create_languages (LiaisonSession *session, const LiaisonKind *kind)
{
  return create_matrix (session, "language-pairs");
}

static GtkWidget *
create_checklists (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_checklist_view_new (session);
}

static const LiaisonPage pages[] = {
  /* Translators: liaison posts, a view of them */
  { "list", N_ ("Posts"), N_ ("All liaison posts, as a table"), LIAISON_TARGET (POST), create_table,
    &liaison_post_kind },
  { "manning", N_ ("Manning"), N_ ("Who stands at which liaison post, shift by shift"),
    LIAISON_TARGET (POST), create_manning, NULL },
  { "nations", N_ ("Who speaks for whom"),
    N_ ("Through which liaison post each nation is spoken for with each other one"),
    LIAISON_TARGET (POST) | LIAISON_TARGET (NATION), create_nations, NULL },
  { "sites", N_ ("Who speaks where"), N_ ("Who speaks for each nation at each site"),
    LIAISON_TARGET (POST) | LIAISON_TARGET (NATION), create_sites, NULL },
  { "languages", N_ ("Languages"),
    N_ ("Who can carry words between which languages, shift by shift"),
    LIAISON_TARGET (POST) | LIAISON_TARGET (PARTICIPANT), create_languages, NULL },
  { "checklists", N_ ("Checklists"), N_ ("Joining instructions and kit, to be ticked"),
    LIAISON_TARGET (POST), create_checklists, NULL },
};

GtkWidget *
liaison_liaison_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
