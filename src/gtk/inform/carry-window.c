/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/carry-window.h"

#include "inform/carry.h"
#include "message.h"
#include "record/kinds/observation.h"
#include "shared/empty-page.h"
#include "shared/escape.h"
#include "store/plan.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* One carrying over, from the choice of the plan to its end. */
typedef struct
{
  LiaisonSession *session; /* owned */
  GWeakRef parent;
  LiaisonPlan *plan; /* the other one */
  LiaisonSnapshot *from;
  GPtrArray *observations; /* of const LiaisonBlock * */
  GPtrArray *checks;       /* of GtkCheckButton, borrowed; beside them */
  GtkWidget *window;       /* borrowed */
  GtkWidget *apply;
} Carrying;

static void
carrying_free (gpointer data)
{
  Carrying *self = data;

  g_clear_pointer (&self->observations, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->from, liaison_snapshot_unref);
  g_clear_pointer (&self->plan, liaison_plan_free);
  g_weak_ref_clear (&self->parent);
  g_object_unref (self->session);
  g_free (self);
}

static GPtrArray *
list_chosen (Carrying *self)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, self->observations->pdata[i]);
  return chosen;
}

static void
chosen_cb (Carrying *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);

  gtk_widget_set_sensitive (self->apply, chosen->len > 0);
}

static LiaisonBlock *
new_record (const LiaisonKind *kind, gpointer data)
{
  return liaison_session_new_block (data, kind);
}

static void
apply_cb (Carrying *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  g_autoptr (LiaisonSnapshot) into =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Carry over {count} lessons"));
  g_autofree char *notice = liaison_words_format_plural (
      manner.words, "{n} lesson became an objective", "{n} lessons became objectives", chosen->len,
      liaison_operand_integer ("n", chosen->len));

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", chosen->len));
  liaison_carry_propose (self->from, into, (const LiaisonBlock *const *) chosen->pdata, chosen->len,
                         liaison_session_get_language (self->session), new_record, self->session,
                         proposal);
  if (liaison_session_commit (self->session, proposal, notice))
    gtk_window_close (GTK_WINDOW (self->window));
}

static GtkWidget *
row_new (Carrying *self, const LiaisonBlock *observation, const LiaisonSnapshot *into)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonObservationData *data = LIAISON_DATA (Observation, observation);
  const char *language = liaison_session_get_language (self->session);
  const char *title = liaison_block_get_title (observation, language);
  const char *objective = liaison_text_pick (
      liaison_text_get_size (data->recommendation) > 0 ? data->recommendation : data->title,
      language, NULL);
  gboolean there = liaison_carry_is_there (self->from, into, observation);
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *becomes = liaison_words_format (
      manner.words,
      there ? N_ ("Is here already")
            /* Translators: {objective} is the title of an objective to be made */
            : N_ ("Becomes the objective “{objective}”"),
      liaison_operand_text ("objective", objective != NULL ? objective : ""));
  g_autofree char *plain = liaison_words_dup_without_isolates (becomes);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !there);
  gtk_widget_set_sensitive (row, !there);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "notify::active", G_CALLBACK (chosen_cb), self);
  g_ptr_array_add (self->checks, check);
  return row;
}

static GtkWidget *
list_new (Carrying *self)
{
  g_autoptr (LiaisonSnapshot) into =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  const char *exercise = liaison_block_get_title (liaison_snapshot_get_exercise (self->from),
                                                  liaison_session_get_language (self->session));
  g_autofree char *title = g_markup_escape_text (exercise != NULL ? exercise : "", -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Lessons that were identified there and are not learned yet, or are marked to be carried "
         "on. Each becomes an observation and an objective of this exercise."));
  for (guint i = 0; i < self->observations->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               row_new (self, self->observations->pdata[i], into));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static GtkWidget *
nothing_new (void)
{
  GtkWidget *page = liaison_empty_page_new (
      "object-select-symbolic", _ ("No Open Lessons"),
      _ ("That exercise has no lessons that were identified and are not learned yet."));

  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

/* Takes @self. */
static void
show (Carrying *self)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Discard"));

  self->from = liaison_document_get_snapshot (self->plan->document);
  self->observations = liaison_carry_list (self->from);
  self->checks = g_ptr_array_new ();
  self->window =
      g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "default-width", 680,
                    "default-height", 560, "title", _ ("Carry Lessons Over"), NULL);
  self->apply = gtk_button_new_with_mnemonic (_ ("_Carry Over"));
  g_object_set_data_full (G_OBJECT (self->window), "liaison-carrying", self, carrying_free);
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->apply);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->observations->len > 0 ? list_new (self) : nothing_new ());
  adw_window_set_content (ADW_WINDOW (self->window), box);
  chosen_cb (self);
  liaison_close_on_escape (GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LiaisonPlan *plan = liaison_plan_load (data, NULL, NULL, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) liaison_plan_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Carrying *self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;

  self->plan = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->plan != NULL && parent != NULL)
    {
      show (self);
      return;
    }
  if (parent != NULL)
    liaison_tell (parent, _ ("That plan could not be read."), error->message);
  carrying_free (self);
}

static void
path_cb (char *path, gpointer data)
{
  Carrying *self = data;
  g_autoptr (GTask) task = NULL;

  if (path == NULL)
    {
      carrying_free (self);
      return;
    }
  task = g_task_new (NULL, NULL, loaded_cb, self);
  g_task_set_source_tag (task, path_cb);
  g_task_set_task_data (task, path, g_free);
  g_task_run_in_thread (task, load_thread);
}

static Carrying *
carrying_new (GtkWindow *parent, LiaisonSession *session)
{
  Carrying *self = g_new0 (Carrying, 1);

  self->session = g_object_ref (session);
  g_weak_ref_init (&self->parent, parent);
  return self;
}

void
liaison_carry_present (GtkWindow *parent, LiaisonSession *session)
{
  liaison_choose_plan_to_open (parent, path_cb, carrying_new (parent, session));
}

void
liaison_carry_present_from (GtkWindow *parent, LiaisonSession *session, const char *path)
{
  path_cb (g_strdup (path), carrying_new (parent, session));
}
