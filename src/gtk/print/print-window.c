/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/print-window-private.h"

#include "preferences.h"
#include "print/tellings.h"

#include "pack/listing-pages.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define THUMBNAIL_WIDTH 96
#define PAGE_WIDTH      320
/* What is chosen by keys goes by many values: wait for the last, ms. */
#define PAUSE 120
/* Progress that is over sooner is not shown, and looked at so often, ms. */
#define PATIENCE 250
#define TICK     100

G_DEFINE_FINAL_TYPE (LiaisonPrintWindow, liaison_print_window, ADW_TYPE_WINDOW)

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
tick_cb (gpointer data)
{
  LiaisonPrintWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, liaison_job_progress_get (self->progress));
  gtk_widget_set_visible (self->progress_box, TRUE);
  g_source_remove (self->ticker);
  self->ticker = g_timeout_add (TICK, tick_cb, self);
  return G_SOURCE_CONTINUE;
}

static void
update_actions (LiaisonPrintWindow *self)
{
  gboolean ready = self->pages != NULL && self->job == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.cancel", self->job != NULL);
}

static void
stop (LiaisonPrintWindow *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_handle_id (&self->ticker, g_source_remove);
  gtk_widget_set_visible (self->progress_box, FALSE);
}

GCancellable *
liaison_print_window_begin (LiaisonPrintWindow *self)
{
  stop (self);
  g_clear_pointer (&self->progress, liaison_job_progress_unref);
  self->progress = liaison_job_progress_new ();
  self->job = g_cancellable_new ();
  self->ticker = g_timeout_add (PATIENCE, tick_cb, self);
  update_actions (self);
  return self->job;
}

void
liaison_print_window_end (LiaisonPrintWindow *self, GCancellable *job)
{
  if (self->job != job)
    return;
  stop (self);
  update_actions (self);
}

static void
show_page (LiaisonPrintWindow *self)
{
  guint number = gtk_single_selection_get_selected (self->chosen);

  if (self->pages == NULL || number == GTK_INVALID_LIST_POSITION)
    return;
  liaison_page_view_set_page (LIAISON_PAGE_VIEW (self->page_view), self->pages, number);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->page_scroller), 0);
}

static void
fill_thumbnails (LiaisonPrintWindow *self)
{
  guint n = liaison_pages_get_n (self->pages);
  guint chosen = gtk_single_selection_get_selected (self->chosen);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);

      g_ptr_array_add (numbers, gtk_string_object_new (text));
    }
  g_list_store_splice (self->numbers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->numbers)),
                       numbers->pdata, n);
  gtk_single_selection_set_selected (self->chosen, chosen < n ? chosen : 0);
}

/* On a screen a page that lies is best seen as wide as the window, one that stands a little less.
 */
static void
fit_page (LiaisonPrintWindow *self)
{
  double width, height;

  liaison_pages_get_size (self->pages, &width, &height);
  adw_clamp_set_maximum_size (self->page_place, width > height ? 1400 : 900);
  adw_clamp_set_tightening_threshold (self->page_place, width > height ? 1400 : 900);
}

static void
show_pages (LiaisonPrintWindow *self)
{
  g_autofree char *missing = liaison_pages_tell_missing (self->pages);
  guint n = liaison_pages_get_n (self->pages);
  g_autofree char *count = liaison_screen_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_label_set_text (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  adw_window_title_set_subtitle (self->heading, count);
  gtk_stack_set_visible_child_name (self->stack, "page");
  fit_page (self);
  fill_thumbnails (self);
  show_page (self);
}

/* What waits for a thread. */
typedef struct
{
  LiaisonPrintWindow *window; /* a reference */
  GCancellable *job;
} Wait;

static void
pages_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Wait *wait = data;
  g_autoptr (LiaisonPrintWindow) self = wait->window;
  g_autoptr (GCancellable) job = wait->job;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPages) pages = liaison_set_pages_finish (result, &error);
  gboolean current = self->job == job;

  liaison_print_window_end (self, job);
  if (pages != NULL && current)
    {
      g_clear_pointer (&self->pages, liaison_pages_unref);
      self->pages = g_steal_pointer (&pages);
      show_pages (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_description (self->problem_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  update_actions (self);
}

static LiaisonExtractRows
get_rows (LiaisonPrintWindow *self)
{
  return (LiaisonExtractRows) adw_combo_row_get_selected (self->rows_row);
}

/* A drawing belongs to this thread. */
static void
set_drawing (LiaisonPrintWindow *self)
{
  g_clear_pointer (&self->words, liaison_words_unref);
  self->words = liaison_words_new (liaison_tellings_get_language (self->language_row), NULL);
  self->made = g_get_real_time () / G_USEC_PER_SEC;
  g_clear_pointer (&self->pages, liaison_pages_unref);
  self->pages = liaison_print_window_set_drawing (self);
  show_pages (self);
  update_actions (self);
}

/* What a view makes itself is short. */
static void
set_made (LiaisonPrintWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonPageSetup setup = liaison_print_window_get_setup (self);

  g_clear_pointer (&self->words, liaison_words_unref);
  self->words = liaison_words_new (liaison_tellings_get_language (self->language_row), NULL);
  self->made = g_get_real_time () / G_USEC_PER_SEC;
  manner.words = self->words;
  manner.zone = liaison_tellings_get_zone (self->zone_row);
  g_clear_pointer (&self->pages, liaison_pages_unref);
  self->pages = self->make (&manner, &setup, self->made, self->make_data);
  liaison_pages_flow (self->pages, NULL, NULL, NULL, NULL);
  show_pages (self);
  update_actions (self);
}

static void
set_pages (LiaisonPrintWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  Wait *wait;

  if (self->make != NULL)
    {
      set_made (self);
      return;
    }
  if (self->view != NULL)
    {
      set_drawing (self);
      return;
    }
  g_clear_pointer (&self->words, liaison_words_unref);
  self->words = liaison_words_new (liaison_tellings_get_language (self->language_row), NULL);
  self->made = g_get_real_time () / G_USEC_PER_SEC;
  const LiaisonExtractChoice choice = {
    .rows = get_rows (self),
    .all_columns = adw_combo_row_get_selected (self->columns_row) == 1,
    .words = self->words,
    .zone = liaison_tellings_get_zone (self->zone_row),
    .format = manner.format,
    .now = self->made,
  };
  const LiaisonListingPrint print = { .setup = liaison_print_window_get_setup (self),
                                      .tiled = adw_combo_row_get_selected (self->fit_row) == 1,
                                      .now = self->made,
                                      .zone = choice.zone };

  wait = g_new0 (Wait, 1);
  wait->window = g_object_ref (self);
  wait->job = g_object_ref (liaison_print_window_begin (self));
  if (self->report != NULL)
    {
      liaison_print_window_set_report (self, wait->job, pages_cb, wait);
      return;
    }
  liaison_set_pages_async (self->extract, &choice, &print, self->progress, wait->job, pages_cb,
                           wait);
}

static gboolean
waited_cb (gpointer data)
{
  LiaisonPrintWindow *self = data;

  self->waiting = 0;
  set_pages (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (LiaisonPrintWindow *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add (PAUSE, waited_cb, self);
}

static void
setup_thumbnail_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *view = liaison_page_view_new (THUMBNAIL_WIDTH, TRUE);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_thumbnail_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LiaisonPrintWindow *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkStringObject *number = gtk_list_item_get_item (item);

  liaison_page_view_set_page (LIAISON_PAGE_VIEW (gtk_widget_get_first_child (box)), self->pages,
                              gtk_list_item_get_position (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      gtk_string_object_get_string (number));
}

static void
make_thumbnails (LiaisonPrintWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_thumbnail_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_thumbnail_cb), self);
  self->numbers = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->chosen = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->numbers)));
  g_signal_connect_object (self->chosen, "notify::selected", G_CALLBACK (show_page), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->thumbnails, GTK_SELECTION_MODEL (self->chosen));
  gtk_list_view_set_factory (self->thumbnails, factory);
  g_object_unref (factory);
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
  if (self->extract != NULL)
    liaison_tellings_offer_rows (self->rows_row, self->extract);
  liaison_tellings_offer_languages (self->language_row, self->session);
  liaison_tellings_offer_zones (self->zone_row, self->session);
  adw_combo_row_set_selected (self->margin_row, 1);
  adw_combo_row_set_selected (self->orientation_row,
                              self->extract == NULL
                                  ? self->make == NULL || self->landscape
                                  : self->extract->columns->len > LIAISON_LISTING_UPRIGHT_COLUMNS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i], "notify::selected", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_print_window_print (LIAISON_PRINT_WINDOW (widget));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_print_window_save (LIAISON_PRINT_WINDOW (widget));
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonPrintWindow *self = LIAISON_PRINT_WINDOW (widget);

  stop (self);
  update_actions (self);
}

static void
turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonPrintWindow *self = LIAISON_PRINT_WINDOW (widget);
  gint64 wanted =
      (gint64) gtk_single_selection_get_selected (self->chosen) + g_variant_get_int32 (parameter);

  if (wanted >= 0 && wanted < g_list_model_get_n_items (G_LIST_MODEL (self->numbers)))
    {
      gtk_single_selection_set_selected (self->chosen, (guint) wanted);
      gtk_widget_activate_action (GTK_WIDGET (self->thumbnails), "list.scroll-to-item", "u",
                                  (guint) wanted);
    }
}

static void
liaison_print_window_dispose (GObject *object)
{
  LiaisonPrintWindow *self = LIAISON_PRINT_WINDOW (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_handle_id (&self->ticker, g_source_remove);
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  g_clear_object (&self->numbers);
  g_clear_object (&self->view);
  g_clear_pointer (&self->ids, g_array_unref);
  if (self->make_destroy != NULL)
    g_clear_pointer (&self->make_data, self->make_destroy);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->extract, liaison_extract_unref);
  g_clear_pointer (&self->pages, liaison_pages_unref);
  g_clear_pointer (&self->words, liaison_words_unref);
  g_clear_pointer (&self->progress, liaison_job_progress_unref);
  G_OBJECT_CLASS (liaison_print_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, heading);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, toasts);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, thumbnails);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, stack);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, problem_page);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, page_scroller);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, page_place);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, progress_box);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, progress_bar);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, missing);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, paper_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, orientation_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, margin_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, rows_group);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, rows_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, columns_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, fit_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, language_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, zone_row);
}

static void
liaison_print_window_class_init (LiaisonPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_print_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/liaisonplanner/Liaison/print/print-window.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "pages.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "pages.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "pages.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "pages.turn", "i", turn_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "pages.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "pages.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "pages.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "pages.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_print_window_init (LiaisonPrintWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->page_view = liaison_page_view_new (PAGE_WIDTH, FALSE);
  adw_clamp_set_child (self->page_place, self->page_view);
  make_thumbnails (self);
}

static LiaisonPrintWindow *
window_new (GtkWindow *parent, LiaisonSession *session, const char *title, const char *name)
{
  LiaisonPrintWindow *self =
      g_object_new (LIAISON_TYPE_PRINT_WINDOW, "transient-for", parent, NULL);

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
  choose_first (self);
  set_pages (self);
  return GTK_WIDGET (self);
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
  if (!liaison_drawing_can_zoom (liaison_printable_get_drawing (view, &title, &seen)))
    adw_combo_row_set_selected (self->fit_row, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->rows_group), _ ("Drawing"));
  choose_first (self);
  set_pages (self);
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
  set_pages (self);
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
  set_pages (self);
  return GTK_WIDGET (self);
}
