/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the page of cards share: the page itself, its list of nations
 * (cards-list.c), and what is printed from it (cards-printing.c). */
#pragma once

#include "briefings/cards-page.h"

#include "briefings/card-view.h"
#include "print/printable.h"
#include "shared/field-popover.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CARDS_PAGE (liaison_cards_page_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonCardsPage, liaison_cards_page, LIAISON, CARDS_PAGE, GtkWidget)

struct _LiaisonCardsPage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  GtkWidget *root;
  GPtrArray *tags; /* of languages to read in; interned */
  char *folded;    /* what is searched for; NULL: nothing */

  /* Borrowed, in the root */
  GtkListBox *list;
  GtkSearchEntry *search;
  GtkDropDown *filter, *language;
  GtkStack *stack;
  LiaisonCardView *card;
  GtkLabel *count;
  GtkWidget *bar;
  AdwStatusPage *none;
  GtkWidget *outlines;        /* buttons to make a card */
  GtkWidget *more;            /* the menu button */
  LiaisonFieldPopover *rooms; /* events to choose from; made when first opened */

  const char *nation; /* chosen; interned; NULL: none */
  gboolean filling;
};

/* The block of the nation's card, or NULL. */
const LiaisonBlock *liaison_cards_page_find_card (LiaisonCardsPage *self, const char *nation);
/* The language cards are read in. */
const char *liaison_cards_page_get_language (LiaisonCardsPage *self);
GtkWindow *liaison_cards_page_get_window (LiaisonCardsPage *self);

/* The list: search, filter, rows. @chosen is called with the page where a row is, and @refiltered
 * where another filter is. */
GtkWidget *liaison_cards_list_new (LiaisonCardsPage *self, GCallback chosen, GCallback refiltered);
/* Lists those that fit, and chooses the first where none is. */
void liaison_cards_list_fill (LiaisonCardsPage *self);

/* Printing */
void liaison_cards_printing_install (GtkWidgetClass *klass);
GMenuModel *liaison_cards_printing_make_menu (void);
gboolean liaison_cards_print_shown (LiaisonPrintable *printable, GtkWindow *parent);

G_END_DECLS
