/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "review/comparison.h"
#include "withdraw/withdraw-window.h"
#include "withdraw/withdrawal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_WITHDRAW_WINDOW (liaison_withdraw_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonWithdrawWindow, liaison_withdraw_window, LIAISON, WITHDRAW_WINDOW, AdwWindow)

struct _LiaisonWithdrawWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonWithdrawal *found; /* what is shown; NULL: nothing yet */
  GListStore *items;        /* of LiaisonBreakItem */
  GtkCustomFilter *filter;
  GCancellable *search;
  GCancellable *review;

  /* Template */
  AdwActionRow *subject;
  GtkMenuButton *choose;
  AdwComboRow *form;
  AdwEntryRow *time;
  GtkLabel *problem;
  GtkLabel *summary;
  GtkSpinner *spinner;
  GtkStack *pages;
  GtkStack *stack;
  GtkDropDown *types;
  GtkWidget *apply;

  /* Borrowed, children */
  GtkWidget *findings;

  LiaisonId record; /* zero: none is chosen */
  gint64 at;        /* Unix s: the time that was typed */
  guint source, review_source;
};

/* Looks anew, as soon as there is time. */
void liaison_withdraw_window_queue_search (LiaisonWithdrawWindow *self);

/* withdraw-window-choose.c: what is asked about */

/* Joining late is asked of STARTEX at first, leaving of now. */
void liaison_withdraw_window_choose_time (LiaisonWithdrawWindow *self);
void liaison_withdraw_window_take_record (LiaisonWithdrawWindow *self, LiaisonRecord *record);
/* Callbacks of the template */
void liaison_withdraw_window_form_cb (LiaisonWithdrawWindow *self);
void liaison_withdraw_window_typed_cb (LiaisonWithdrawWindow *self);
void liaison_withdraw_window_open_popover_cb (GtkMenuButton *button, gpointer data);

G_END_DECLS
