/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "status-strip.h"

#include "release/seen-as.h"

#include "finding-item.h"
#include "preferences.h"
#include "record/dtg.h"
#include "record/zone.h"
#include "words/names.h"
#include "screen.h"

#include <glib/gi18n.h>

#define LIAISON_TYPE_STATUS_STRIP (liaison_status_strip_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonStatusStrip, liaison_status_strip, LIAISON, STATUS_STRIP, GtkBox)

struct _LiaisonStatusStrip
{
  GtkBox parent_instance;

  /* Owned */
  LiaisonSession *session;

  /* Children */
  GtkLabel *findings;
  GtkLabel *saved;
  GtkInscription *clocks; /* does not have the window laid out anew each minute, as a label has */

  guint ticker;
};

G_DEFINE_FINAL_TYPE (LiaisonStatusStrip, liaison_status_strip, GTK_TYPE_BOX)

static void
update_findings (LiaisonStatusStrip *self)
{
  GListModel *findings = liaison_session_get_findings (self->session);
  guint n = g_list_model_get_n_items (findings), counts[3] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      counts[liaison_finding_item_get_finding (item)->severity]++;
    }
  if (n == 0)
    {
      gtk_label_set_text (self->findings, _ ("No findings"));
      return;
    }
  g_autofree char *errors =
      liaison_screen_printf (ngettext ("%u error", "%u errors", counts[LIAISON_SEVERITY_ERROR]),
                             counts[LIAISON_SEVERITY_ERROR]);
  g_autofree char *warnings = liaison_screen_printf (
      ngettext ("%u warning", "%u warnings", counts[LIAISON_SEVERITY_WARNING]),
      counts[LIAISON_SEVERITY_WARNING]);
  g_autofree char *notes =
      liaison_screen_printf (ngettext ("%u note", "%u notes", counts[LIAISON_SEVERITY_NOTE]),
                             counts[LIAISON_SEVERITY_NOTE]);
  /* Translators: Counts of findings: “2 errors · 5 warnings · 1 note”. */
  g_autofree char *text = g_strjoin (liaison_screen_separator (), errors, warnings, notes, NULL);
  gtk_label_set_text (self->findings, text);
}

static void
update_saved (LiaisonStatusStrip *self)
{
  LiaisonEditor *editor = liaison_session_get_editor (self->session);
  gboolean saving;

  g_object_get (self->session, "saving", &saving, NULL);
  if (liaison_seen_as_get (liaison_session_get_document (self->session)) != NULL)
    gtk_label_set_text (self->saved, _ ("Read only: a copy for an audience"));
  else if (liaison_editor_get_read_only (editor))
    gtk_label_set_text (self->saved, _ ("Read only: written by a newer Liaison"));
  else if (saving)
    gtk_label_set_text (self->saved, _ ("Saving…"));
  else if (liaison_editor_get_modified (editor))
    gtk_label_set_text (self->saved, _ ("Unsaved changes are kept in the journal"));
  else if (liaison_session_get_path (self->session) == NULL)
    gtk_label_set_text (self->saved, _ ("Not saved yet"));
  else
    gtk_label_set_text (self->saved, _ ("Saved"));
}

static void
append_clock (GString *text, const char *name, gint64 now, gint32 offset)
{
  LiaisonWall wall;

  liaison_wall_from_unix (now, offset, &wall);
  if (text->len > 0)
    g_string_append (text, "   ");
  /* A name in another script must not turn the digits round. */
  g_string_append_printf (text, "\u2068%s\u2069 %02d:%02d", name, wall.hour, wall.minute);
}

static gboolean
update_clocks (gpointer data)
{
  LiaisonStatusStrip *self = data;
  LiaisonPreferences *preferences = liaison_preferences_get_default ();
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *const *clocks = liaison_preferences_get_clocks (preferences);
  const char *own[] = { liaison_preferences_get_zone (preferences), NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  char dtg[LIAISON_DTG_TEXT_SIZE];
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint32 offset;

  if (clocks == NULL || clocks[0] == NULL)
    clocks = own;
  liaison_dtg_format (now, 0, LIAISON_DTG_DEFAULT, dtg);
  g_string_append (text, dtg);
  for (guint i = 0; clocks[i] != NULL; i++)
    if (liaison_zone_get_offset (clocks[i], now, &offset))
      {
        g_autofree char *city = liaison_words_dup_zone (manner.words, clocks[i]);
        append_clock (text, city, now, offset);
      }
  gtk_inscription_set_text (self->clocks, text->str);
  gtk_inscription_set_nat_chars (self->clocks, (guint) g_utf8_strlen (text->str, -1));
  return G_SOURCE_CONTINUE;
}

static void
liaison_status_strip_dispose (GObject *object)
{
  LiaisonStatusStrip *self = LIAISON_STATUS_STRIP (object);

  g_clear_handle_id (&self->ticker, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_status_strip_parent_class)->dispose (object);
}

static void
liaison_status_strip_class_init (LiaisonStatusStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_status_strip_dispose;
}

static GtkLabel *
label_new (const char *description)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), description);
  return label;
}

static GtkInscription *
clocks_new (const char *description)
{
  GtkInscription *clocks = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_xalign (clocks, 1);
  gtk_inscription_set_min_chars (clocks, 8);
  gtk_inscription_set_text_overflow (clocks, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (clocks), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (clocks), "numeric");
  gtk_widget_set_tooltip_text (GTK_WIDGET (clocks), description);
  return clocks;
}

static void
liaison_status_strip_init (LiaisonStatusStrip *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "status-strip");
  self->findings = label_new (_ ("Findings of the review: click to see them"));
  self->saved = label_new (_ ("Whether the plan is saved"));
  self->clocks = clocks_new (_ ("Zulu time and the clocks chosen in the preferences"));

  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (self->findings));
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.area");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "review");
  gtk_box_append (GTK_BOX (self), button);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->saved));
  gtk_widget_set_hexpand (GTK_WIDGET (self->clocks), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->clocks));
}

GtkWidget *
liaison_status_strip_new (LiaisonSession *session)
{
  LiaisonStatusStrip *self = g_object_new (LIAISON_TYPE_STATUS_STRIP, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed",
                           G_CALLBACK (update_findings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (update_clocks), self,
                           G_CONNECT_SWAPPED);
  self->ticker = g_timeout_add_seconds (5, update_clocks, self);
  update_findings (self);
  update_saved (self);
  update_clocks (self);
  return GTK_WIDGET (self);
}
