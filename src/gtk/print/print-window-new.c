/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/print-window-private.h"

#include "draw/canvas.h"
#include "draw/palette.h"
#include "preferences.h"
#include "print/tellings.h"
#include "screen.h"

#include <glib/gi18n.h>

/* What is chosen by keys goes by many values: wait for the last, ms. */
#define PAUSE 120
/* Labels that are kept while a drawing is measured. */
#define LABELS 256
/* A drawing so many times as wide as it is high is a strip. */
#define STRIP 8

static const LiaisonPaper papers[] = { LIAISON_PAPER_A4,    LIAISON_PAPER_A5,
                                       LIAISON_PAPER_A3,    LIAISON_PAPER_LETTER,
                                       LIAISON_PAPER_LEGAL, LIAISON_PAPER_TABLOID };
/* mm */
static const double margins[] = { 10, 15, 22 };

LiaisonPageSetup
liaison_print_window_get_setup (LiaisonPrintWindow *self)
{
  guint paper = MIN (adw_combo_row_get_selected (self->paper_row), G_N_ELEMENTS (papers) - 1);
  guint margin = MIN (adw_combo_row_get_selected (self->margin_row), G_N_ELEMENTS (margins) - 1);

  return (LiaisonPageSetup){ papers[paper], adw_combo_row_get_selected (self->orientation_row) == 1,
                             margins[margin] * 72 / 25.4 };
}

static gboolean
waited_cb (gpointer data)
{
  LiaisonPrintWindow *self = data;

  self->waiting = 0;
  liaison_print_window_set_pages (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (LiaisonPrintWindow *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add (PAUSE, waited_cb, self);
}

static void
offer_papers (LiaisonPrintWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *preferred = liaison_preferences_get_paper (liaison_preferences_get_default ());
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const LiaisonChoice *paper = &liaison_papers.choices[papers[i]];

      gtk_string_list_append (list, _ (paper->label));
      if (g_ascii_strcasecmp (paper->nick, preferred) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->paper_row, chosen);
}

/* Many columns lie better. */
static void
choose_first (LiaisonPrintWindow *self)
{
  AdwComboRow *rows[] = { self->paper_row,    self->orientation_row, self->margin_row,
                          self->rows_row,     self->columns_row,     self->fit_row,
                          self->language_row, self->zone_row };

  offer_papers (self);
  if (self->extract != NULL && !self->extract->whole)
    liaison_tellings_offer_rows (self->rows_row, self->extract);
  liaison_tellings_offer_languages (self->language_row, self->session);
  liaison_tellings_offer_zones (self->zone_row, self->session);
  adw_combo_row_set_selected (self->margin_row, 1);
  adw_combo_row_set_selected (
      self->orientation_row,
      self->extract == NULL
          ? self->make == NULL || self->landscape
          : self->extract->whole || self->extract->columns->len > LIAISON_LISTING_UPRIGHT_COLUMNS);
  g_signal_connect_object (self->empty_switch, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i], "notify::selected", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static LiaisonPrintWindow *
window_new (GtkWindow *parent, LiaisonSession *session, const char *title, const char *name)
{
  LiaisonPrintWindow *self =
      g_object_new (LIAISON_TYPE_PRINT_WINDOW, "transient-for", parent, NULL);

  liaison_screen_fill (GTK_WINDOW (self));
  self->session = g_object_ref (session);
  self->title = g_strdup (title);
  self->name = g_strdup (name);
  adw_window_title_set_title (self->heading, title);
  return self;
}

GtkWidget *
liaison_print_window_new (GtkWindow *parent, LiaisonSession *session, LiaisonExtract *extract)
{
  LiaisonPrintWindow *self = window_new (parent, session, extract->title, extract->name);

  self->extract = liaison_extract_ref (extract);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_row), !extract->whole);
  choose_first (self);
  liaison_print_window_set_pages (self);
  return GTK_WIDGET (self);
}

/* Whether it is so much wider than high that on one page nothing of it could be read. */
static gboolean
is_strip (LiaisonPrintWindow *self, LiaisonDrawing *drawing)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonTextCache) texts = liaison_text_cache_new_off_screen ("Sans 9", LABELS);
  LiaisonCanvas canvas
      = liaison_canvas_init (NULL, texts, liaison_palette_get (LIAISON_PALETTE_PAPER), &manner);
  LiaisonDrawingSize size = { 0 };

  liaison_drawing_measure (drawing, &canvas, &size);
  /* Others are shown it too. */
  liaison_drawing_changed (drawing, TRUE);
  return size.width > STRIP * size.height;
}

GtkWidget *
liaison_print_window_new_for_drawing (GtkWindow *parent,
                                      LiaisonSession *session,
                                      LiaisonPrintable *view)
{
  const char *const ways[] = { _ ("What Is Seen"), _ ("All on One Page"), _ ("Several Pages"),
                               NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (ways);
  const char *title = NULL;
  LiaisonBox seen = { 0 };
  LiaisonPrintWindow *self;

  liaison_printable_get_drawing (view, &title, &seen);
  self = window_new (parent, session, title, title);
  self->view = g_object_ref (view);
  self->seen = seen;
  adw_combo_row_set_model (self->fit_row, G_LIST_MODEL (list));
  /* What goes on without end is printed as it is seen; the rest as a whole. */
  LiaisonDrawing *drawing = liaison_printable_get_drawing (view, &title, &seen);
  if (!liaison_drawing_can_zoom (drawing) && (seen.width <= 0 || !is_strip (self, drawing)))
    adw_combo_row_set_selected (self->fit_row, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), FALSE);
  gtk_widget_set_visible (self->empty_row, FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->rows_group), _ ("Drawing"));
  choose_first (self);
  liaison_print_window_set_pages (self);
  return GTK_WIDGET (self);
}

GtkWidget *
liaison_print_window_new_for_report (GtkWindow *parent,
                                     LiaisonSession *session,
                                     LiaisonReportFunc report,
                                     const LiaisonId *ids,
                                     guint n_ids,
                                     const char *title,
                                     const char *name)
{
  LiaisonPrintWindow *self = window_new (parent, session, title, name);

  self->report = report;
  self->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_array_append_vals (self->ids, ids, n_ids);
  gtk_widget_set_visible (self->rows_group, FALSE);
  choose_first (self);
  adw_combo_row_set_selected (self->orientation_row, 0);
  liaison_print_window_set_pages (self);
  return GTK_WIDGET (self);
}

GtkWidget *
liaison_print_window_new_for_pages (GtkWindow *parent,
                                    LiaisonSession *session,
                                    const char *title,
                                    gboolean landscape,
                                    LiaisonMakePagesFunc make,
                                    gpointer data,
                                    GDestroyNotify destroy)
{
  LiaisonPrintWindow *self = window_new (parent, session, title, title);

  self->make = make;
  self->make_data = data;
  self->make_destroy = destroy;
  self->landscape = landscape;
  gtk_widget_set_visible (self->rows_group, FALSE);
  choose_first (self);
  liaison_print_window_set_pages (self);
  return GTK_WIDGET (self);
}
