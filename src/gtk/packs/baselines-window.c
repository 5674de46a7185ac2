/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/baselines-window.h"

#include "message.h"
#include "record/times.h"
#include "store/baseline.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "screen.h"

#include <glib/gi18n.h>

struct _LiaisonBaselinesWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GCancellable *cancellable; /* of the version that is being kept, or NULL */

  /* Children */
  GtkEditable *name, *version;
  GtkWidget *keep, *list, *spinner;
};

G_DEFINE_FINAL_TYPE (LiaisonBaselinesWindow, liaison_baselines_window, ADW_TYPE_WINDOW)

/* Keeping a version. */

typedef struct
{
  LiaisonSnapshot *plan;
  LiaisonBlock *baseline;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  liaison_snapshot_unref (self->plan);
  liaison_block_unref (self->baseline);
  g_free (self);
}

static void
freeze_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (liaison_baseline_freeze (job->baseline, job->plan, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A version is kept under a name, once at a time. */
static void
update (LiaisonBaselinesWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_set_sensitive (self->keep, *name != '\0' && self->cancellable == NULL);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->cancellable != NULL);
}

static void
frozen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonBaselinesWindow *self = LIAISON_BASELINES_WINDOW (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->cancellable);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      LiaisonProposal *proposal = liaison_proposal_new (N_ ("Keep this version as a baseline"));

      liaison_proposal_add_record (proposal, job->baseline);
      if (liaison_session_commit (self->session, proposal, _ ("This version was kept.")))
        {
          gtk_editable_set_text (self->name, "");
          gtk_editable_set_text (self->version, "");
        }
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    liaison_tell (GTK_WINDOW (self), _ ("The version was not kept."), error->message);
  update (self);
}

static GRefString *
take_text (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text != '\0' ? g_ref_string_new (text) : NULL;
}

static void
keep_cb (LiaisonBaselinesWindow *self)
{
  const LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GTask) task = NULL;
  LiaisonBaselineData *data;
  Job *job;

  if (!gtk_widget_get_sensitive (self->keep))
    return;
  job = g_new0 (Job, 1);
  job->plan = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  job->baseline = liaison_session_new_block (self->session, &liaison_baseline_kind);
  data = (LiaisonBaselineData *) job->baseline;
  data->name = take_text (self->name);
  data->version = take_text (self->version);
  data->author = g_ref_string_new (g_get_real_name ());
  liaison_instant_from_unix (manner.now, manner.zone, &data->when);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, frozen_cb, NULL);
  g_task_set_source_tag (task, keep_cb);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, freeze_thread);
  update (self);
}

/* Those that there are. */

static void
remove_cb (GtkButton *button, LiaisonRecord *record)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));
  /* Translators: {record} is a version of the plan that was kept */
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Drop the version {record}"));

  liaison_proposal_take_operand (proposal,
                                 liaison_operand_record ("record", liaison_record_get_id (record)));
  liaison_proposal_remove_record (proposal, liaison_record_get_block (record));
  liaison_session_commit (LIAISON_BASELINES_WINDOW (window)->session, proposal,
                          _ ("The version was dropped."));
}

/* "Version 0.1 · 14 May 2027 · 1,234 records" */
static char *
tell (LiaisonBaselinesWindow *self, const LiaisonBaselineData *data)
{
  const LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 when;

  if (data->version != NULL)
    {
      g_autofree char *version = g_strdup_printf (_ ("Version %s"), data->version);

      g_string_append_printf (text, "\u2068%s\u2069%s", version, liaison_screen_separator ());
    }
  if (liaison_times_resolve (&manner.lookup, &data->when, &when, NULL) == LIAISON_TIME_KNOWN)
    {
      g_autofree char *date =
          liaison_words_format_date (manner.words, when, manner.zone, LIAISON_DATE_MEDIUM);

      g_string_append_printf (text, "\u2068%s\u2069%s", date, liaison_screen_separator ());
    }
  if (data->records != LIAISON_INTEGER_UNSET)
    {
      g_autofree char *n = liaison_words_format_integer (manner.words, data->records);
      g_autofree char *records = g_strdup_printf (
          /* Translators: %s is a number such as 1,234 */
          ngettext ("%s record", "%s records", (gulong) data->records), n);

      g_string_append (text, records);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  LiaisonBaselinesWindow *self = data;
  const LiaisonBaselineData *baseline =
      LIAISON_DATA (Baseline, liaison_record_get_block (LIAISON_RECORD (item)));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *subtitle = tell (self, baseline);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 baseline->name != NULL ? baseline->name : "–");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Drop This Version"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Drop This Version"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), item, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
make_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("No version has been kept yet."));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 18);
  gtk_widget_set_margin_bottom (label, 18);
  return label;
}

static GtkEditable *
add_entry (GtkWidget *group, LiaisonBaselinesWindow *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (row);
}

static GtkWidget *
make_page (LiaisonBaselinesWindow *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *new = adw_preferences_group_new (), *kept = adw_preferences_group_new ();
  GtkWidget *suffix = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (new), _ ("Keep the Plan as It Stands"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (new),
      _ ("A pack that names the version under “Changes since” tells its audience what changed."));
  self->spinner = gtk_spinner_new ();
  self->keep = gtk_button_new_with_mnemonic (_ ("_Keep"));
  gtk_widget_add_css_class (self->keep, "suggested-action");
  gtk_widget_set_valign (self->keep, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (suffix), self->spinner);
  gtk_box_append (GTK_BOX (suffix), self->keep);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (new), suffix);
  self->name = add_entry (new, self, _ ("Name"));
  self->version = add_entry (new, self, _ ("Version"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (kept), _ ("Kept Versions"));
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), make_placeholder ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kept Versions"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (kept), self->list);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (new));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (kept));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static void
liaison_baselines_window_dispose (GObject *object)
{
  LiaisonBaselinesWindow *self = LIAISON_BASELINES_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_baselines_window_parent_class)->dispose (object);
}

static void
liaison_baselines_window_class_init (LiaisonBaselinesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_baselines_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
liaison_baselines_window_init (LiaisonBaselinesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_page (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Versions of the Plan"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 520);
}

void
liaison_baselines_window_show (GtkWindow *parent, LiaisonSession *session)
{
  LiaisonBaselinesWindow *self =
      g_object_new (LIAISON_TYPE_BASELINES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  LiaisonDocument *document = liaison_session_get_document (session);

  self->session = g_object_ref (session);
  gtk_list_box_bind_model (
      GTK_LIST_BOX (self->list),
      G_LIST_MODEL (liaison_document_get_table (document, LIAISON_KIND_BASELINE)), create_row_cb,
      self, NULL);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
