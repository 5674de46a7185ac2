/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/withdraw-window-private.h"

#include "withdraw/break-item.h"
#include "withdraw/break-list.h"
#include "withdraw/new-findings.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

/* What is chosen by keys goes by many values: the review waits for the last. */
#define PAUSE_MS 300

G_DEFINE_FINAL_TYPE (LiaisonWithdrawWindow, liaison_withdraw_window, ADW_TYPE_WINDOW)

typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonWithdrawalOptions options;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->snapshot, liaison_snapshot_unref);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task, liaison_withdrawal_new (search->snapshot, &search->options),
                         (GDestroyNotify) liaison_withdrawal_free);
}

/* A review of the plan as it is and as it would be. */
typedef struct
{
  LiaisonSnapshot *before, *after;
  gint64 now;
} Review;

static void
review_free (gpointer data)
{
  Review *review = data;

  g_clear_pointer (&review->before, liaison_snapshot_unref);
  g_clear_pointer (&review->after, liaison_snapshot_unref);
  g_free (review);
}

static void
review_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Review *review = data;
  LiaisonReviewComparison *comparison
      = liaison_review_compare (review->before, review->after, review->now, cancellable);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) liaison_review_comparison_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

static guint
count_chosen (LiaisonWithdrawWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (LiaisonBreakItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      n += liaison_break_item_get_chosen (item);
    }
  return n;
}

static LiaisonBreakChoice *
dup_choices (LiaisonWithdrawWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  LiaisonBreakChoice *choices = g_new0 (LiaisonBreakChoice, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonBreakItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      choices[liaison_break_item_get_place (item)] = liaison_break_item_get_choice (item);
    }
  return choices;
}

static void
tell_summary (LiaisonWithdrawWindow *self, const LiaisonReviewComparison *comparison)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *counts = liaison_words_format (
      manner.words,
      N_ ("{errors} things cannot be as planned, {warnings} need a decision, {notes} are worth "
          "knowing."),
      liaison_operand_integer ("errors", self->found->counts[LIAISON_SEVERITY_ERROR]),
      liaison_operand_integer ("warnings", self->found->counts[LIAISON_SEVERITY_WARNING]),
      liaison_operand_integer ("notes", self->found->counts[LIAISON_SEVERITY_NOTE]));
  g_autofree char *findings
      = comparison != NULL
            ? liaison_words_format (
                manner.words,
                N_ ("Findings of the review: {before} now, {after} afterwards; {arisen} of them new."),
                liaison_operand_integer ("before", comparison->n_before),
                liaison_operand_integer ("after", comparison->n_after),
                liaison_operand_integer ("arisen", comparison->arisen->len))
            : g_strdup (_ ("The review is looking at it…"));
  g_autofree char *text = g_strjoin (" ", counts, findings, NULL);

  gtk_label_set_text (self->summary, text);
}

static void
title_page (LiaisonWithdrawWindow *self, const char *name, const char *title, guint n)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWidget *child = gtk_stack_get_child_by_name (self->stack, name);
  g_autofree char *text = liaison_words_format (
      manner.words,
      /* Translators: A tab with how many things are in it, such as “Moves (12)”. */
      N_ ("{title} ({n})"), liaison_operand_text ("title", title),
      liaison_operand_integer ("n", n));
  g_autofree char *plain = liaison_words_dup_without_isolates (text);

  gtk_stack_page_set_title (gtk_stack_get_page (self->stack, child), plain);
}

static void
start_spinner (LiaisonWithdrawWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
}

static void
stop_spinner (LiaisonWithdrawWindow *self)
{
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
review_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonWithdrawWindow *self = LIAISON_WITHDRAW_WINDOW (source);
  g_autoptr (LiaisonReviewComparison) comparison
      = g_task_propagate_pointer (G_TASK (result), NULL);

  if (comparison == NULL || self->session == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->review)
    return;
  g_clear_object (&self->review);
  stop_spinner (self);
  liaison_new_findings_show (self->findings, self->session, comparison->arisen);
  title_page (self, "findings", _ ("New Findings"), comparison->arisen->len);
  tell_summary (self, comparison);
}

static gboolean
start_review_cb (gpointer data)
{
  LiaisonWithdrawWindow *self = data;
  g_autofree LiaisonBreakChoice *choices = dup_choices (self);
  g_autoptr (GTask) task = NULL;
  Review *review = g_new0 (Review, 1);

  self->review_source = 0;
  self->review = g_cancellable_new ();
  review->before = liaison_snapshot_ref (self->found->snapshot);
  review->after = liaison_withdrawal_apply (self->found, choices);
  review->now = g_get_real_time () / G_USEC_PER_SEC;
  task = g_task_new (self, self->review, review_cb, NULL);
  g_task_set_source_tag (task, start_review_cb);
  g_task_set_task_data (task, review, review_free);
  g_task_run_in_thread (task, review_thread);
  return G_SOURCE_REMOVE;
}

static void
stop_review (LiaisonWithdrawWindow *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  if (self->review != NULL)
    g_cancellable_cancel (self->review);
  g_clear_object (&self->review);
}

static void
queue_review (LiaisonWithdrawWindow *self)
{
  stop_review (self);
  gtk_widget_set_sensitive (self->apply, count_chosen (self) > 0);
  start_spinner (self);
  tell_summary (self, NULL);
  self->review_source = g_timeout_add (PAUSE_MS, start_review_cb, self);
}

/* The types that there are, after “all of them”. */
static void
offer_types (LiaisonWithdrawWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("All types"));
  for (guint i = 1; i < liaison_break_types.n; i++)
    gtk_string_list_append (list, _ (liaison_break_types.choices[i].label));
  gtk_drop_down_set_model (self->types, G_LIST_MODEL (list));
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  LiaisonWithdrawWindow *self = data;
  guint type = self->types != NULL ? gtk_drop_down_get_selected (self->types) : 0;

  return type == 0 || type == GTK_INVALID_LIST_POSITION
         || (guint) liaison_break_item_get_break_type (item) == type;
}

static void
type_cb (LiaisonWithdrawWindow *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
fill (LiaisonWithdrawWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->found->breaks->len; i++)
    {
      LiaisonBreakItem *item = liaison_break_item_new (&manner, self->found->breaks->pdata[i], i);
      g_signal_connect_object (item, "notify", G_CALLBACK (queue_review), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
show_found (LiaisonWithdrawWindow *self, LiaisonWithdrawal *found)
{
  LiaisonWithdrawal *before = self->found;

  stop_review (self);
  self->found = found;
  fill (self);
  /* Only now does no item borrow from it. */
  g_clear_pointer (&before, liaison_withdrawal_free);
  gtk_stack_set_visible_child_name (self->pages, found->breaks->len > 0 ? "found" : "nothing");
  title_page (self, "breaks", _ ("What Breaks"), found->breaks->len);
  title_page (self, "findings", _ ("New Findings"), 0);
  queue_review (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonWithdrawWindow *self = LIAISON_WITHDRAW_WINDOW (source);
  g_autoptr (LiaisonWithdrawal) found = g_task_propagate_pointer (G_TASK (result), NULL);

  /* The window is gone, or another search has begun. */
  if (self->session == NULL || found == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->search)
    return;
  g_clear_object (&self->search);
  show_found (self, g_steal_pointer (&found));
}

static gboolean
start_cb (gpointer data)
{
  LiaisonWithdrawWindow *self = data;
  gboolean late = adw_combo_row_get_selected (self->form) == 1;
  g_autoptr (GTask) task = NULL;
  Search *search = g_new0 (Search, 1);

  self->source = 0;
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  search->snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  search->options.record = self->record;
  search->options.from = late ? G_MININT64 : self->at;
  search->options.until = late ? self->at : LIAISON_WITHDRAWAL_FOR_GOOD;
  task = g_task_new (self, self->search, found_cb, NULL);
  g_task_set_source_tag (task, start_cb);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
  return G_SOURCE_REMOVE;
}

void
liaison_withdraw_window_queue_search (LiaisonWithdrawWindow *self)
{
  if (liaison_id_is_zero (self->record) || self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->apply, FALSE);
  gtk_stack_set_visible_child_name (self->pages, "found");
  start_spinner (self);
  /* Before drawing: it is asked for while a window comes up. */
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, self, NULL);
}

static void
apply_cb (LiaisonWithdrawWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree LiaisonBreakChoice *choices = dup_choices (self);
  g_autofree char *name = liaison_manner_tell_name (&manner, self->record);
  g_autofree char *notice = liaison_words_format (
      manner.words,
      /* Translators: {record} is a nation, site, agreement … */
      N_ ("The plan goes on without {record}"), liaison_operand_text ("record", name));
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Withdraw {record}"));
  LiaisonDocument *document = liaison_session_get_document (self->session);

  liaison_proposal_take_operand (proposal, liaison_operand_text ("record", name));
  liaison_withdrawal_propose (self->found, choices, proposal);
  g_signal_handlers_disconnect_by_func (document, liaison_withdraw_window_queue_search, self);
  if (liaison_session_commit (self->session, proposal, notice))
    gtk_window_close (GTK_WINDOW (self));
  else
    g_signal_connect_object (document, "changed", G_CALLBACK (liaison_withdraw_window_queue_search), self,
                             G_CONNECT_SWAPPED);
}

static void
liaison_withdraw_window_dispose (GObject *object)
{
  LiaisonWithdrawWindow *self = LIAISON_WITHDRAW_WINDOW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  stop_review (self);
  g_clear_object (&self->search);
  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->found, liaison_withdrawal_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_withdraw_window_parent_class)->dispose (object);
}

static void
liaison_withdraw_window_class_init (LiaisonWithdrawWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_withdraw_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/withdraw/withdraw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, form);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, time);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, types);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWithdrawWindow, apply);
  gtk_widget_class_bind_template_callback_full (widget_class, "form_cb",
                                                G_CALLBACK (liaison_withdraw_window_form_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "typed_cb",
                                                G_CALLBACK (liaison_withdraw_window_typed_cb));
  gtk_widget_class_bind_template_callback (widget_class, type_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_withdraw_window_init (LiaisonWithdrawWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (LIAISON_TYPE_BREAK_ITEM);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->subject), FALSE);
  gtk_menu_button_set_create_popup_func (self->choose, liaison_withdraw_window_open_popover_cb, self, NULL);
  offer_types (self);
}

static void
make_lists (LiaisonWithdrawWindow *self)
{
  GListModel *shown;

  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  shown = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                                   GTK_FILTER (g_object_ref (self->filter))));
  gtk_stack_add_titled (self->stack, liaison_break_list_new (self->session, shown), "breaks",
                        _ ("What Breaks"));
  g_object_unref (shown);
  self->findings = liaison_new_findings_new ();
  gtk_stack_add_titled (self->stack, self->findings, "findings", _ ("New Findings"));
}

void
liaison_withdraw_window_present (GtkWindow *parent, LiaisonSession *session, LiaisonId record)
{
  LiaisonWithdrawWindow *self
      = g_object_new (LIAISON_TYPE_WITHDRAW_WINDOW, "transient-for", parent,
                      "destroy-with-parent", TRUE, NULL);
  LiaisonRecord *found
      = liaison_id_is_zero (record)
            ? NULL
            : liaison_document_find (liaison_session_get_document (session), record);

  self->session = g_object_ref (session);
  make_lists (self);
  liaison_withdraw_window_choose_time (self);
  gtk_stack_set_visible_child_name (self->pages, "ask");
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (liaison_withdraw_window_queue_search), self, G_CONNECT_SWAPPED);
  if (found != NULL
      && ((LIAISON_WITHDRAWAL_TARGETS >> liaison_record_get_kind (found)->id) & 1) != 0)
    liaison_withdraw_window_take_record (self, found);
  gtk_window_present (GTK_WINDOW (self));
}
