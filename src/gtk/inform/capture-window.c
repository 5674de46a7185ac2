/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/capture-window.h"

#include "record/kinds/event.h"
#include "record/kinds/inject.h"
#include "record/kinds/objective.h"
#include "record/kinds/observation.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* A title is a line; what goes beyond it is the observation. */
#define MAX_TITLE 120

typedef struct
{
  LiaisonSession *session; /* owned */
  GtkWidget *window;       /* borrowed */
  GtkWidget *entry;
  GtkWidget *about;
} Capture;

static void
capture_free (gpointer data)
{
  Capture *self = data;

  g_object_unref (self->session);
  g_free (self);
}

/* The sign in front says which type it is. */
static const char *
read_type (const char *text, int *type)
{
  while (g_ascii_isspace (*text))
    text++;
  *type = LIAISON_OBSERVATION_TYPE_NOTE;
  if (*text == '+')
    *type = LIAISON_OBSERVATION_TYPE_SUSTAIN;
  else if (*text == '-' || g_str_has_prefix (text, "–"))
    *type = LIAISON_OBSERVATION_TYPE_IMPROVE;
  if (*type != LIAISON_OBSERVATION_TYPE_NOTE)
    text = g_utf8_next_char (text);
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* Up to the first sentence or a length that fits a table. */
static char *
make_title (const char *text)
{
  const char *stop = strpbrk (text, ".!?;\n");
  glong letters = g_utf8_strlen (text, -1);

  if (stop != NULL && stop[1] != '\0' && g_utf8_pointer_to_offset (text, stop) <= MAX_TITLE)
    return g_strndup (text, stop - text);
  if (letters <= MAX_TITLE)
    return g_strdup (text);
  g_autofree char *cut = g_utf8_substring (text, 0, MAX_TITLE - 1);
  return g_strconcat (cut, "…", NULL);
}

static void
add_id (LiaisonIds **ids, LiaisonId id)
{
  LiaisonIds *with = liaison_ids_with (*ids, id, TRUE);

  g_clear_pointer (ids, liaison_ids_unref);
  *ids = with;
}

static void
take_subject (LiaisonSession *session, LiaisonObservationData *made)
{
  LiaisonDocument *document = liaison_session_get_document (session);
  guint n;
  const LiaisonId *selected = liaison_selection_get (liaison_session_get_selection (session), &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *record = liaison_document_find (document, selected[i]);
      const LiaisonKind *kind = record != NULL ? liaison_record_get_kind (record) : NULL;
      if (kind == &liaison_event_kind)
        {
          add_id (&made->events, selected[i]);
          made->site = LIAISON_DATA (Event, liaison_record_get_block (record))->site;
        }
      else if (kind == &liaison_inject_kind)
        add_id (&made->injects, selected[i]);
      else if (kind == &liaison_objective_kind)
        add_id (&made->objectives, selected[i]);
      else if (kind != NULL && kind->id != LIAISON_KIND_EXERCISE
               && kind != &liaison_observation_kind)
        add_id (&made->about, selected[i]);
    }
}

LiaisonId
liaison_capture (LiaisonSession *session, const char *text, gboolean about)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *title = NULL;
  LiaisonObservationData *made;
  int type;
  const char *rest = read_type (clean, &type);

  if (*rest == '\0')
    return (LiaisonId){ 0 };
  title = make_title (rest);
  made = (LiaisonObservationData *) liaison_session_new_block (session, &liaison_observation_kind);
  made->title = liaison_text_new (liaison_session_get_language (session), title);
  if (!g_str_equal (title, rest))
    made->observation = liaison_text_new (liaison_session_get_language (session), rest);
  made->stage = LIAISON_LESSON_STAGE_OBSERVATION;
  made->type = type;
  liaison_instant_from_unix (g_get_real_time () / G_USEC_PER_SEC / 60 * 60,
                             liaison_times_get_zone (&manner.lookup, exercise), &made->start);
  if (about)
    take_subject (session, made);
  /* What was selected stays selected: the next observation may be about it too. */
  g_autoptr (LiaisonBlock) block = &made->block;
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Observe {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", block->id));
  liaison_proposal_add_record (proposal, block);
  return liaison_session_commit (session, proposal, _ ("Observation written down"))
             ? block->id
             : (LiaisonId){ 0 };
}

static void
add_cb (Capture *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*text != '\0'
      && liaison_id_is_zero (liaison_capture (
          self->session, text, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->about)))))
    {
      gtk_widget_error_bell (self->entry);
      return;
    }
  gtk_window_close (GTK_WINDOW (self->window));
}

/* "About “Morning update”", or nothing where nothing is selected. */
static char *
tell_subject (LiaisonSession *session)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (session), &n);

  if (n == 0
      || liaison_selection_get_kind (liaison_session_get_selection (session))
             == &liaison_observation_kind)
    return NULL;
  g_autofree char *name = liaison_manner_tell_name (&manner, ids[0]);
  g_autofree char *text = liaison_words_format_plural (manner.words, "About “{record}”",
                                                       "About “{record}” and the others selected",
                                                       n, liaison_operand_text ("record", name));
  return liaison_words_dup_without_isolates (text);
}

static GtkWidget *
content_new (Capture *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *hint =
      gtk_label_new (_ ("Begin with + for what went well, with − for what should be done better. "
                        "Enter writes it down, with the time."));
  g_autofree char *subject = tell_subject (self->session);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("What did you see?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Observation"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add_cb), self);
  self->about = gtk_check_button_new_with_label (subject != NULL ? subject : "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->about), subject != NULL);
  gtk_widget_set_visible (self->about, subject != NULL);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  return box;
}

static gboolean
escape_cb (GtkWidget *window, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

void
liaison_capture_window_present (GtkWindow *parent, LiaisonSession *session)
{
  Capture *self = g_new0 (Capture, 1);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                                    "default-width", 560, "title", _ ("Observe"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Write Down"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->session = g_object_ref (session);
  self->window = window;
  g_object_set_data_full (G_OBJECT (window), "liaison-capture", self, capture_free);
  gtk_widget_add_css_class (add, "suggested-action");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), add);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), content_new (self));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (self->entry);
}
