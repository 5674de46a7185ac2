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

#define PAGE_WIDTH 320
/* Progress that is over sooner is not shown, and looked at so often, ms. */
#define PATIENCE 250
#define TICK     100

G_DEFINE_FINAL_TYPE (LiaisonPrintWindow, liaison_print_window, ADW_TYPE_WINDOW)

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

void
liaison_print_window_show_page (LiaisonPrintWindow *self)
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
      g_autofree char *text = liaison_screen_printf ("%u", i + 1);

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
  g_autofree char *missing = liaison_pages_tell_missing (
      self->pages, liaison_session_get_manner (self->session).words);
  guint n = liaison_pages_get_n (self->pages);
  g_autofree char *count = liaison_screen_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_label_set_text (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  adw_window_title_set_subtitle (self->heading, count);
  gtk_stack_set_visible_child_name (self->stack, "page");
  fit_page (self);
  fill_thumbnails (self);
  liaison_print_window_show_page (self);
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

void
liaison_print_window_set_pages (LiaisonPrintWindow *self)
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
                                      .empty = gtk_switch_get_active (self->empty_switch),
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
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, empty_row);
  gtk_widget_class_bind_template_child (klass, LiaisonPrintWindow, empty_switch);
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
  liaison_print_window_make_thumbnails (self);
}
