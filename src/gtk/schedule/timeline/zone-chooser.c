/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/timeline/zone-chooser.h"

#include "draw/time-ruler.h"
#include "preferences.h"
#include "record/kinds.h"
#include "record/zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define SETTING "schedule-zones"
#define ZULU    "Etc/UTC"
#define MOST    24 /* offered */

typedef struct
{
  LiaisonSession *session; /* borrowed: the window keeps it longer */
  LiaisonZonesFunc func;
  gpointer data;
  GtkMenuButton *button;
  GPtrArray *chosen; /* of interned names, Zulu as ZULU */
  gboolean filling;
} Chooser;

static void
chooser_free (gpointer data)
{
  Chooser *self = data;

  g_ptr_array_unref (self->chosen);
  g_free (self);
}

static void
tell (Chooser *self)
{
  const char *zones[LIAISON_TIME_RULER_MOST_ZONES] = { NULL };

  for (guint i = 0; i < self->chosen->len; i++)
    zones[i] = strcmp (self->chosen->pdata[i], ZULU) == 0 ? NULL : self->chosen->pdata[i];
  self->func (zones, self->chosen->len, self->data);
}

static void
add_name (GPtrArray *names, const char *zone)
{
  const char *interned;

  if (zone == NULL || *zone == '\0' || names->len >= MOST || !liaison_zone_is_known (zone))
    return;
  interned = liaison_zone_intern (zone, strlen (zone));
  if (interned != NULL && !g_ptr_array_find (names, interned, NULL))
    g_ptr_array_add (names, (gpointer) interned);
}

static void
add_zones_of (Chooser *self, GPtrArray *names, LiaisonKindId kind)
{
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), kind);

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      add_name (names, kind == LIAISON_KIND_NATION ? LIAISON_DATA (Nation, block)->zone
                                                   : LIAISON_DATA (Site, block)->zone);
    }
}

static const char *
exercise_zone (Chooser *self)
{
  LiaisonRecord *exercise =
      liaison_document_get_exercise (liaison_session_get_document (self->session));
  return LIAISON_DATA (Exercise, liaison_record_get_block (exercise))->zone;
}

static GPtrArray *
list_offered (Chooser *self)
{
  GPtrArray *names = g_ptr_array_new ();

  add_name (names, ZULU);
  add_name (names, exercise_zone (self));
  for (guint i = 0; i < self->chosen->len; i++)
    add_name (names, self->chosen->pdata[i]);
  add_name (names, liaison_preferences_get_zone (liaison_preferences_get_default ()));
  add_zones_of (self, names, LIAISON_KIND_NATION);
  add_zones_of (self, names, LIAISON_KIND_SITE);
  return names;
}

static void
remember (Chooser *self)
{
  GSettings *settings = liaison_preferences_get_settings (liaison_preferences_get_default ());
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (names, self->chosen->pdata[i]);
  g_ptr_array_add (names, NULL);
  if (settings != NULL)
    g_settings_set_strv (settings, SETTING, (const char *const *) names->pdata);
}

static void
toggled_cb (GtkCheckButton *check, gpointer data)
{
  Chooser *self = data;
  char *zone = g_object_get_data (G_OBJECT (check), "liaison-zone");

  if (self->filling)
    return;
  if (gtk_check_button_get_active (check))
    {
      /* The one chosen longest ago makes room. */
      if (self->chosen->len == LIAISON_TIME_RULER_MOST_ZONES)
        g_ptr_array_remove_index (self->chosen, self->chosen->len - 1);
      g_ptr_array_add (self->chosen, zone);
    }
  else if (self->chosen->len > 1)
    g_ptr_array_remove (self->chosen, zone);
  remember (self);
  tell (self);
}

static void
fill_cb (GtkMenuButton *button, gpointer data)
{
  Chooser *self = data;
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *popover = gtk_popover_new (), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (_ ("Up to four rulers"));
  g_autoptr (GPtrArray) names = list_offered (self);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  self->filling = TRUE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = liaison_time_ruler_tell_zone (
          &manner, strcmp (names->pdata[i], ZULU) == 0 ? NULL : names->pdata[i], manner.now);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      g_object_set_data (G_OBJECT (check), "liaison-zone", names->pdata[i]);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_ptr_array_find (self->chosen, names->pdata[i], NULL));
      g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  self->filling = FALSE;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
}

/* What was chosen last; at first Zulu and the exercise's own zone. */
static void
recall (Chooser *self)
{
  GSettings *settings = liaison_preferences_get_settings (liaison_preferences_get_default ());
  g_auto (GStrv) names = settings != NULL ? g_settings_get_strv (settings, SETTING) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL && i < LIAISON_TIME_RULER_MOST_ZONES; i++)
    add_name (self->chosen, names[i]);
  if (self->chosen->len > 0)
    return;
  add_name (self->chosen, ZULU);
  add_name (self->chosen, exercise_zone (self));
}

GtkWidget *
liaison_zone_chooser_new (LiaisonSession *session, LiaisonZonesFunc func, gpointer data)
{
  Chooser *self = g_new0 (Chooser, 1);
  GtkWidget *button = gtk_menu_button_new ();

  self->session = session;
  self->func = func;
  self->data = data;
  self->button = GTK_MENU_BUTTON (button);
  self->chosen = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (button), "liaison-zones", self, chooser_free);
  gtk_menu_button_set_icon_name (self->button, "preferences-system-time-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Time zones of the rulers"));
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_create_popup_func (self->button, fill_cb, self, NULL);
  recall (self);
  tell (self);
  return button;
}
