/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "message.h"
#include "screen.h"
#include "store/error.h"
#include "store/plan-journal.h"
#include "store/temporary.h"
#include "window-private.h"

#include <glib/gi18n.h>

/* Unsaved changes that are named when they are offered. */
#define MAX_TOLD 5

#define SAMPLE_RESOURCE "/org/liaisonplanner/Liaison/sample/sample.liaison"

/* A load in a thread. */
typedef struct
{
  LiaisonWindow *window;             /* owned */
  char *path;                        /* NULL: the sample */
  LiaisonJournalRecovery *recovery;  /* what a crash left of this plan, or NULL */
  guint64 total;
  int permille;                      /* atomic: how far it is */
  guint ticker;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;
  g_clear_handle_id (&load->ticker, g_source_remove);
  g_clear_object (&load->window);
  g_clear_pointer (&load->recovery, liaison_journal_recovery_free);
  g_free (load->path);
  g_free (load);
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  Load *load = data;
  if (total > 0)
    g_atomic_int_set (&load->permille, MIN (1000, done * 1000 / total));
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  LiaisonPlan *plan = NULL;

  if (load->path != NULL)
    plan = liaison_plan_load (load->path, progress_cb, load, cancellable, &error);
  else
    {
      g_autoptr (GInputStream) stream = g_resources_open_stream (SAMPLE_RESOURCE, 0, &error);
      if (stream != NULL)
        plan = liaison_plan_read (stream, "sample.liaison", 0, progress_cb, load, cancellable, &error);
    }
  if (plan != NULL)
    {
      /* The document keeps it for the first who ask in the window, where it would cost a pause. */
      liaison_snapshot_unref (liaison_document_get_snapshot (plan->document));
      g_task_return_pointer (task, plan, (GDestroyNotify) liaison_plan_free);
    }
  else
    g_task_return_error (task, error);
}

static gboolean
tick_cb (gpointer data)
{
  Load *load = data;
  gtk_progress_bar_set_fraction (load->window->progress, g_atomic_int_get (&load->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

/* What was asked of the person about a crash, and the plan that waits for the answer. */
typedef struct
{
  LiaisonWindow *window; /* owned */
  LiaisonPlan *plan;
  LiaisonJournalRecovery *recovery;
  char *path;
  guint first;
} Offer;

static void
offer_free (Offer *offer)
{
  g_clear_object (&offer->window);
  g_clear_pointer (&offer->plan, liaison_plan_free);
  g_clear_pointer (&offer->recovery, liaison_journal_recovery_free);
  g_free (offer->path);
  g_free (offer);
}

static void
tell_recovered (LiaisonWindow *self,
                guint          made,
                guint          skipped)
{
  g_autofree char *text
      = liaison_screen_printf (ngettext ("%u unsaved change was brought back. It is in the plan once you save.",
                                   "%u unsaved changes were brought back. They are in the plan once you save.", made),
                         made);
  g_autoptr (GString) all = g_string_new (text);

  if (skipped > 0)
    g_string_append_printf (all, " %s", _("Some no longer fitted the plan and were left out."));
  g_autofree char *escaped = g_markup_escape_text (all->str, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
recovery_answered_cb (const char *response,
                      gpointer    data)
{
  Offer *offer = data;
  guint made = 0, skipped = 0;
  LiaisonWindow *self = offer->window;

  if (g_str_equal (response, "recover"))
    made = liaison_plan_replay (offer->plan, offer->recovery, offer->first, &skipped);
  liaison_window_show_plan (self, g_steal_pointer (&offer->plan), offer->path);
  gboolean settled = g_str_equal (response, "discard");
  if (made > 0)
    {
      settled = liaison_session_adopt_recovery (self->session, offer->recovery, offer->first);
      tell_recovered (self, made, skipped);
    }
  /* "Cancel" keeps the journal for another day. */
  if (settled)
    liaison_journal_recovery_discard (offer->recovery, NULL);
  offer_free (offer);
}

/* Where the records of unsaved edits are found: among those the edits add, then in the plan. */
typedef struct
{
  GPtrArray *groups; /* of LiaisonEditGroup */
  LiaisonLookup plan;
} Unsaved;

static const LiaisonBlock *
find_unsaved (gpointer  data,
              LiaisonId id)
{
  const Unsaved *unsaved = data;

  for (guint i = unsaved->groups->len; i > 0; i--)
    {
      const GArray *edits = ((LiaisonEditGroup *) unsaved->groups->pdata[i - 1])->edits;
      for (guint j = 0; j < edits->len; j++)
        {
          const LiaisonEdit *edit = &g_array_index (edits, LiaisonEdit, j);
          if (liaison_id_same (edit->slot.record, id) && edit->slot.field == LIAISON_SLOT_WHOLE
              && edit->after.form == LIAISON_VALUE_BLOCK)
            return edit->after.as.block;
        }
    }
  return liaison_lookup_find (&unsaved->plan, id);
}

static GPtrArray *
read_unsaved (LiaisonJournalRecovery *recovery,
              guint                   first)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_edit_group_unref);

  for (guint i = first; i < liaison_journal_recovery_get_n_entries (recovery); i++)
    {
      LiaisonEditGroup *group
          = liaison_plan_journal_read_entry (liaison_journal_recovery_get_entry (recovery, i), NULL);
      if (group != NULL)
        g_ptr_array_add (groups, group);
    }
  return groups;
}

/* The sentences of the unsaved groups, the newest first, at most a handful. */
static char *
describe_unsaved (LiaisonPlan            *plan,
                  LiaisonJournalRecovery *recovery,
                  guint                   first)
{
  g_autoptr (GPtrArray) groups = read_unsaved (recovery, first);
  Unsaved unsaved = { groups, liaison_document_get_lookup (plan->document) };
  LiaisonManner manner = { .words = liaison_screen_get_words (), .lookup = { find_unsaved, &unsaved } };
  GString *text = g_string_new (NULL);

  for (guint i = groups->len; i > 0 && groups->len - i < MAX_TOLD; i--)
    {
      const LiaisonEditGroup *group = groups->pdata[i - 1];
      g_autofree char *sentence = liaison_manner_tell_sentence (&manner, group->sentence, group->operands);
      g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", sentence);
    }
  return g_string_free (text, FALSE);
}

static void
offer_recovery (LiaisonWindow *self,
                LiaisonPlan   *plan,
                Load          *load,
                guint          first,
                gboolean       matches)
{
  static const LiaisonAnswer answers[] = {
    { "discard", N_("_Discard Them"), TRUE, FALSE },
    { "recover", N_("_Bring Them Back"), FALSE, TRUE },
  };
  guint n = liaison_journal_recovery_get_n_entries (load->recovery) - first;
  g_autofree char *list = describe_unsaved (plan, load->recovery, first);
  g_autofree char *heading = liaison_screen_printf (ngettext ("%u Change Was Not Saved", "%u Changes Were Not Saved", n), n);
  g_autofree char *body = g_strdup_printf (
      "%s\n\n%s",
      matches ? _("Liaison ended unexpectedly while this plan was open. The last of what was not saved:")
              : _("Liaison ended unexpectedly while this plan was open, and the file has been changed since. "
                  "What no longer fits will be left out. The last of what was not saved:"),
      list);
  Offer *offer = g_new0 (Offer, 1);
  LiaisonAnswer translated[2] = { answers[0], answers[1] };

  for (guint i = 0; i < G_N_ELEMENTS (translated); i++)
    translated[i].label = _(translated[i].label);
  offer->window = g_object_ref (self);
  offer->plan = plan;
  offer->recovery = g_steal_pointer (&load->recovery);
  offer->path = g_strdup (load->path);
  offer->first = first;
  liaison_ask (GTK_WINDOW (self), heading, body, translated, G_N_ELEMENTS (translated), recovery_answered_cb, offer);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  LiaisonWindow *self = LIAISON_WINDOW (source);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);
  guint first = 0;

  g_clear_handle_id (&load->ticker, g_source_remove);
  g_clear_object (&self->loading);
  if (plan == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, self->session != NULL ? "plan" : "start");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        liaison_window_report (self, _("The plan could not be opened. Nothing was changed."), error->message);
      return;
    }
  if (load->recovery != NULL)
    {
      gboolean matches = liaison_journal_recovery_match (load->recovery, &plan->stamp, &first);
      if (!matches)
        first = 0;
      if (first < liaison_journal_recovery_get_n_entries (load->recovery))
        {
          offer_recovery (self, plan, load, first, matches);
          return;
        }
      liaison_journal_recovery_discard (load->recovery, NULL);
      g_clear_pointer (&load->recovery, liaison_journal_recovery_free);
    }
  liaison_window_show_plan (self, plan, load->path);
}

/* Removes what an interrupted save of ours has left beside the plan. */
static void
sweep_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  liaison_temporary_sweep (folder, g_get_real_time () / G_USEC_PER_SEC);
}

/* Takes the journal that a crash left of the plan at @path, if there is one. */
static LiaisonJournalRecovery *
take_recovery (const char *path)
{
  g_autofree char *folder = liaison_session_dup_state_folder ();
  g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (folder);

  for (guint i = 0; orphans != NULL && i < orphans->len; i++)
    if (g_strcmp0 (liaison_journal_recovery_get_plan (orphans->pdata[i]), path) == 0)
      return g_ptr_array_steal_index (orphans, i);
  return NULL;
}

static void
start_load (LiaisonWindow *self,
            const char    *path)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  Load *load = g_new0 (Load, 1);

  self->loading = g_cancellable_new ();
  load->window = g_object_ref (self);
  load->path = g_strdup (path);
  load->recovery = path != NULL ? take_recovery (path) : NULL;
  load->ticker = g_timeout_add (100, tick_cb, load);
  adw_status_page_set_description (self->loading_page, NULL);
  gtk_stack_set_visible_child_name (self->pages, "loading");

  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, start_load);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_thread);
}

void
liaison_window_load (LiaisonWindow *self,
                     const char    *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  sweep_folder (absolute);
  start_load (self, absolute);
}

void
liaison_window_load_sample (LiaisonWindow *self)
{
  start_load (self, NULL);
}

/* Saving */

static void saved_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
save_to (LiaisonWindow *self,
         const char    *path)
{
  liaison_window_settle (self);
  liaison_session_save_async (self->session, path, NULL, saved_cb, g_object_ref (self));
}

static void
path_chosen_cb (char    *path,
                gpointer data)
{
  g_autoptr (LiaisonWindow) self = data;
  g_autofree char *chosen = path;

  if (chosen == NULL || self->session == NULL)
    {
      self->closing = FALSE;
      return;
    }
  if (!g_str_has_suffix (chosen, ".liaison"))
    {
      g_autofree char *longer = g_strconcat (chosen, ".liaison", NULL);
      save_to (self, longer);
      return;
    }
  save_to (self, chosen);
}

static void
foreign_answered_cb (const char *response,
                     gpointer    data)
{
  g_autoptr (LiaisonWindow) self = data;

  self->closing = FALSE;
  if (g_str_equal (response, "elsewhere"))
    liaison_window_save_as (self);
}

static void
explain_failure (LiaisonWindow *self,
                 GError        *error)
{
  LiaisonAnswer elsewhere = { "elsewhere", _("Save _Elsewhere…"), FALSE, TRUE };
  const char *heading = _("The Plan Was Not Saved");

  if (g_error_matches (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_FOREIGN_CHANGE))
    heading = _("Somebody Else Has Changed the File");
  g_autofree char *body = g_strdup_printf (
      /* Translators: %s is the reason, a sentence. */
      _("%s\n\nThe file is as it was, and your changes are still here. Save them under another name, or mend the cause and try again."),
      error->message);
  liaison_ask (GTK_WINDOW (self), heading, body, &elsewhere, 1, foreign_answered_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (LiaisonWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!liaison_session_save_finish (LIAISON_SESSION (source), result, &error))
    explain_failure (self, error);
  else if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Saved")));
}

void
liaison_window_save (LiaisonWindow *self)
{
  if (liaison_session_get_path (self->session) == NULL)
    liaison_window_save_as (self);
  else
    save_to (self, NULL);
}

void
liaison_window_save_as (LiaisonWindow *self)
{
  const char *path = liaison_session_get_path (self->session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path)
                                       : g_strconcat (liaison_session_get_title (self->session), ".liaison", NULL);

  g_strdelimit (name, "/", '-');
  liaison_choose_plan_to_save (GTK_WINDOW (self), folder, name, path_chosen_cb, g_object_ref (self));
}

static void
revert_answered_cb (const char *response,
                    gpointer    data)
{
  g_autoptr (LiaisonWindow) self = data;

  if (!g_str_equal (response, "revert"))
    return;
  g_autofree char *path = g_strdup (liaison_session_get_path (self->session));
  liaison_session_close_journal (self->session);
  liaison_window_load (self, path);
}

void
liaison_window_revert (LiaisonWindow *self)
{
  LiaisonAnswer revert = { "revert", _("_Revert"), TRUE, FALSE };

  liaison_ask (GTK_WINDOW (self), _("Revert to the Saved Plan?"),
               _("All changes since the plan was last saved will be lost."), &revert, 1, revert_answered_cb,
               g_object_ref (self));
}
