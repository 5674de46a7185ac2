/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/proposal/comparison-view.h"

#include "review/comparison.h"
#include "schedule/proposal/move-item.h"
#include "schedule/proposal/move-list.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What follows each other faster than this is reviewed together. */
#define PAUSE_MS 150

struct _LiaisonComparisonView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonSnapshot *before;
  GArray *moves;
  GListStore *items, *staying;
  GCancellable *review;

  /* Children */
  GtkWidget *box;
  GtkLabel *summary;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkBox *unsolved, *findings;

  guint review_source;
  guint n_unsolved;
};

G_DEFINE_FINAL_TYPE (LiaisonComparisonView, liaison_comparison_view, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
liaison_comparison_view_get_n_chosen (LiaisonComparisonView *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (LiaisonMoveItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      n += liaison_move_item_is_free (item) && liaison_move_item_get_chosen (item);
    }
  return n;
}

/* One byte a move; what only goes along or stays is never left out. */
static guint8 *
dup_chosen (LiaisonComparisonView *self)
{
  guint8 *chosen = g_new (guint8, self->moves->len + 1);

  memset (chosen, TRUE, self->moves->len + 1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (LiaisonMoveItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      chosen[liaison_move_item_get_place (item)] = liaison_move_item_get_chosen (item);
    }
  return chosen;
}

/* What the review is asked, in a thread. */
typedef struct
{
  LiaisonSnapshot *before;
  GArray *moves;
  guint8 *chosen;
  gint64 now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->before, liaison_snapshot_unref);
  g_clear_pointer (&job->moves, g_array_unref);
  g_clear_pointer (&job->chosen, g_free);
  g_free (job);
}

static void
review_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (LiaisonSnapshot) after
      = liaison_moves_apply (job->moves, job->before, job->chosen);
  LiaisonReviewComparison *comparison
      = liaison_review_compare (job->before, after, job->now, cancellable);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) liaison_review_comparison_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A heading with a list of sentences under it. */
static void
add_sentences (LiaisonComparisonView *self, const char *heading, const GPtrArray *findings,
               const char *icon, const char *css_class)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);

  if (findings->len == 0)
    return;
  gtk_box_append (self->findings, label_new (heading, "heading"));
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = liaison_manner_tell_finding (&manner, findings->pdata[i]);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *image = gtk_image_new_from_icon_name (icon);
      gtk_widget_add_css_class (image, css_class);
      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), image);
      gtk_box_append (GTK_BOX (row), label_new (text, NULL));
      gtk_box_append (self->findings, row);
    }
}

static void
title_page (LiaisonComparisonView *self, const char *name, const char *title, guint n)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->stack, name);
  GtkStackPage *page = gtk_stack_get_page (self->stack, child);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *text = liaison_words_format (
      manner.words,
      /* Translators: A tab with how many things are in it, such as “Moves (12)”. */
      N_("{title} ({n})"), liaison_operand_text ("title", title),
      liaison_operand_integer ("n", n));
  g_autofree char *plain = liaison_words_dup_without_isolates (text);

  gtk_stack_page_set_title (page, plain);
  gtk_stack_page_set_visible (page, n > 0 || g_str_equal (name, "moves"));
}

static void
tell_summary (LiaisonComparisonView *self, const LiaisonReviewComparison *comparison)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint n = liaison_comparison_view_get_n_chosen (self);
  guint all = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (LiaisonMoveItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      all += liaison_move_item_is_free (item);
    }
  g_autofree char *moves = liaison_words_format (
      manner.words, N_("{n} of {all} moves chosen."), liaison_operand_integer ("n", n),
      liaison_operand_integer ("all", all));
  g_autofree char *findings
      = comparison != NULL
            ? liaison_words_format (
                manner.words,
                N_("Findings of the review: {before} now, {after} afterwards; {arisen} of them new."),
                liaison_operand_integer ("before", comparison->n_before),
                liaison_operand_integer ("after", comparison->n_after),
                liaison_operand_integer ("arisen", comparison->arisen->len))
            : g_strdup (_("The review is looking at it…"));
  g_autofree char *text = g_strjoin (" ", moves, findings, NULL);

  gtk_label_set_text (self->summary, text);
}

static void
review_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonComparisonView *self = LIAISON_COMPARISON_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonReviewComparison) comparison
      = g_task_propagate_pointer (G_TASK (result), &error);

  if (comparison == NULL || self->stack == NULL)
    return;
  g_clear_object (&self->review);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  clear_box (self->findings);
  add_sentences (self, _("New Findings"), comparison->arisen, "dialog-warning-symbolic",
                 "warning");
  add_sentences (self, _("Findings That Go"), comparison->gone, "object-select-symbolic",
                 "success");
  title_page (self, "findings", _("Findings"), comparison->arisen->len + comparison->gone->len);
  tell_summary (self, comparison);
}

static gboolean
start_review_cb (gpointer data)
{
  LiaisonComparisonView *self = data;
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  self->review_source = 0;
  self->review = g_cancellable_new ();
  job->before = liaison_snapshot_ref (self->before);
  job->moves = g_array_ref (self->moves);
  job->chosen = dup_chosen (self);
  job->now = g_get_real_time () / G_USEC_PER_SEC;
  task = g_task_new (self, self->review, review_cb, NULL);
  g_task_set_source_tag (task, start_review_cb);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, review_thread);
  return G_SOURCE_REMOVE;
}

static void
stop_review (LiaisonComparisonView *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  if (self->review != NULL)
    g_cancellable_cancel (self->review);
  g_clear_object (&self->review);
}

static void
queue_review (LiaisonComparisonView *self)
{
  stop_review (self);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  tell_summary (self, NULL);
  self->review_source = g_timeout_add (PAUSE_MS, start_review_cb, self);
}

static void
chosen_cb (LiaisonComparisonView *self)
{
  queue_review (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
texts_new (GtkBox **box)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  *box = GTK_BOX (texts);
  gtk_widget_set_margin_top (texts, 18);
  gtk_widget_set_margin_bottom (texts, 18);
  gtk_widget_set_margin_start (texts, 18);
  gtk_widget_set_margin_end (texts, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), texts);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scrolled;
}

/* What is wrong still, and under it what stands against each other. */
static void
tell_unsolved (LiaisonComparisonView *self, const LiaisonUnsolved *unsolved)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *text
      = liaison_manner_tell_sentence (&manner, unsolved->sentence, unsolved->operands);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  for (guint k = 0; k < unsolved->constraints->len; k++)
    {
      const LiaisonConstraint *constraint
          = &g_array_index (unsolved->constraints, LiaisonConstraint, k);
      g_autofree char *sentence
          = liaison_manner_tell_sentence (&manner, constraint->sentence, constraint->operands);
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (box), label_new (text, "heading"));
  gtk_box_append (GTK_BOX (box),
                  label_new (unsolved->constraints->len > 0
                                 ? _("These cannot all be kept; without any one of them it would go.")
                                 : _("Nothing was found that forbids it; more time may help."),
                             "dim-label"));
  gtk_widget_set_visible (list, unsolved->constraints->len > 0);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->unsolved, box);
}

static void
liaison_comparison_view_dispose (GObject *object)
{
  LiaisonComparisonView *self = LIAISON_COMPARISON_VIEW (object);

  stop_review (self);
  self->stack = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->before, liaison_snapshot_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->staying);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_comparison_view_parent_class)->dispose (object);
}

static void
liaison_comparison_view_class_init (LiaisonComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_comparison_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_comparison_view_init (LiaisonComparisonView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->items = g_list_store_new (LIAISON_TYPE_MOVE_ITEM);
  self->staying = g_list_store_new (LIAISON_TYPE_MOVE_ITEM);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->summary = GTK_LABEL (label_new (NULL, NULL));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->spinner));
  gtk_widget_set_margin_top (head, 12);
  gtk_widget_set_margin_bottom (head, 12);
  gtk_widget_set_margin_start (head, 18);
  gtk_widget_set_margin_end (head, 18);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (switcher, 12);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), switcher);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

LiaisonComparisonView *
liaison_comparison_view_new (LiaisonSession *session)
{
  LiaisonComparisonView *self = g_object_new (LIAISON_TYPE_COMPARISON_VIEW, NULL);

  self->session = g_object_ref (session);
  gtk_stack_add_named (self->stack, liaison_move_list_new (session, self->items, _("Moves"), TRUE), "moves");
  gtk_stack_add_named (self->stack, liaison_move_list_new (session, self->staying, _("What stays"), FALSE), "stays");
  gtk_stack_add_named (self->stack, texts_new (&self->unsolved), "unsolved");
  gtk_stack_add_named (self->stack, texts_new (&self->findings), "findings");
  gtk_box_set_spacing (self->unsolved, 24);
  return self;
}

void
liaison_comparison_view_show (LiaisonComparisonView *self,
                              LiaisonSnapshot *before,
                              GArray *moves,
                              GArray *unsolved)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) moving = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) staying = g_ptr_array_new_with_free_func (g_object_unref);

  stop_review (self);
  liaison_snapshot_ref (before);
  g_clear_pointer (&self->before, liaison_snapshot_unref);
  self->before = before;
  g_array_ref (moves);
  g_clear_pointer (&self->moves, g_array_unref);
  self->moves = moves;
  manner.lookup = liaison_snapshot_get_lookup (before);
  for (guint i = 0; i < moves->len; i++)
    {
      const LiaisonMove *move = &g_array_index (moves, LiaisonMove, i);
      if (move->given)
        continue;
      LiaisonMoveItem *item = liaison_move_item_new (&manner, move, i);
      g_signal_connect_object (item, "notify::chosen", G_CALLBACK (chosen_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (move->form == LIAISON_MOVE_STAYS ? staying : moving, item);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       moving->pdata, moving->len);
  g_list_store_splice (self->staying, 0, g_list_model_get_n_items (G_LIST_MODEL (self->staying)),
                       staying->pdata, staying->len);
  clear_box (self->unsolved);
  clear_box (self->findings);
  for (guint i = 0; unsolved != NULL && i < unsolved->len; i++)
    tell_unsolved (self, &g_array_index (unsolved, LiaisonUnsolved, i));
  title_page (self, "moves", _("Moves"), moving->len);
  title_page (self, "stays", _("Stays"), staying->len);
  title_page (self, "unsolved", _("Not Solved"), unsolved != NULL ? unsolved->len : 0);
  title_page (self, "findings", _("Findings"), 0);
  gtk_stack_set_visible_child_name (
      self->stack, moving->len == 0 && unsolved != NULL && unsolved->len > 0 ? "unsolved" : "moves");
  queue_review (self);
}

/* Whether the plan still holds what the moves were worked out from. */
static gboolean
is_current (LiaisonComparisonView *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  g_autoptr (LiaisonSnapshot) now = liaison_document_get_snapshot (document);

  for (guint i = 0; i < self->moves->len; i++)
    {
      LiaisonId record = g_array_index (self->moves, LiaisonMove, i).record;
      if (liaison_snapshot_find (now, record) != liaison_snapshot_find (self->before, record))
        return FALSE;
    }
  return TRUE;
}

gboolean
liaison_comparison_view_apply_as (LiaisonComparisonView *self,
                                  LiaisonProposal *proposal,
                                  const char *notice)
{
  g_autofree guint8 *chosen = dup_chosen (self);

  if (!is_current (self))
    {
      liaison_proposal_free (proposal);
      g_signal_emit_by_name (self->session, "problem",
                             _("The plan has changed meanwhile. Nothing was moved."), NULL);
      return FALSE;
    }
  liaison_moves_propose (self->moves, self->before, chosen, proposal);
  return liaison_session_commit (self->session, proposal, notice);
}

gboolean
liaison_comparison_view_apply (LiaisonComparisonView *self,
                               const char *sentence,
                               const char *notice)
{
  return liaison_comparison_view_apply_as (self, liaison_proposal_new (sentence), notice);
}
