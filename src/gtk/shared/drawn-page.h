/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of an area that shows one drawing made of the plan: a line above that says what there is to
 * say, the drawing, made anew as the plan changes, and while there is nothing a first step. */
#pragma once

#include "shared/drawn-view.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_DRAWN_PAGE (liaison_drawn_page_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonDrawnPage, liaison_drawn_page, LIAISON, DRAWN_PAGE, GtkWidget)

/* All of it static; members may be NULL. */
typedef struct
{
  /* Fills the drawing and says in a line what there is to say; transfer full. *@empty: there is
   * nothing to show. */
  char *(*fill) (LiaisonDrawing *drawing,
                 LiaisonSnapshot *snapshot,
                 const LiaisonManner *manner,
                 gboolean *empty,
                 gpointer data);
  void (*set_room) (LiaisonDrawing *drawing, double width, double height);
  /* What of the body is best seen at first. FALSE: its beginning. */
  gboolean (*find_first) (LiaisonDrawing *drawing, LiaisonBox *box);
  const char *title;       /* msgid: what it shows, for screen readers and prints; never NULL */
  const char *search;      /* msgid: what its search looks for; it then obeys liaison_drawn_page_is_wanted () */
  gboolean low;            /* it shares its height with another one */
  const char *icon;        /* of the page shown while there is nothing */
  const char *empty_title; /* msgid */
  const char *empty_text;  /* msgid: what is to be done first */
  const char *first_label; /* msgid of a button that does it, with mnemonic */
  void (*first) (GtkWidget *page, gpointer data);
} LiaisonDrawnPageFuncs;

/* Takes @drawing. @settings (may be NULL) stands at the end of
 * the line above. Takes @data, which is freed with @destroy. */
GtkWidget *liaison_drawn_page_new (LiaisonSession *session,
                                   LiaisonDrawing *drawing,
                                   const LiaisonDrawnPageFuncs *funcs,
                                   GtkWidget *settings,
                                   gpointer data,
                                   GDestroyNotify destroy);
/* The same with a view of a class of its own, which has been constructed. */
GtkWidget *liaison_drawn_page_new_for_view (LiaisonSession *session,
                                            LiaisonDrawnView *view,
                                            const LiaisonDrawnPageFuncs *funcs,
                                            GtkWidget *settings,
                                            gpointer data,
                                            GDestroyNotify destroy);

/* Makes it anew, as soon as it is seen: a setting has changed. */
void liaison_drawn_page_refresh (LiaisonDrawnPage *self);
LiaisonDrawnView *liaison_drawn_page_get_view (LiaisonDrawnPage *self);

/* Whether a record is looked for, and let through by the filter of the table beside the page. */
gboolean liaison_drawn_page_is_wanted (LiaisonDrawnPage *self,
                                       const LiaisonManner *manner,
                                       const LiaisonBlock *block);

G_END_DECLS
