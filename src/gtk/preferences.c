/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences.h"

#include "build-paths.h"
#include "record/zone.h"

#include <string.h>

/* Where there is no schema (a program that was neither installed nor built here), values live as long as the process. */
struct _LiaisonPreferences
{
  GObject parent_instance;

  /* Owned */
  GSettings *settings; /* NULL without a schema */
  char *author;
  char *zone;
  char **clocks;
  char *paper;

  LiaisonTimeStyle style;
};

G_DEFINE_FINAL_TYPE (LiaisonPreferences, liaison_preferences, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = source != NULL ? g_settings_schema_source_lookup (source, LIAISON_APP_ID, TRUE) : NULL;

  if (schema != NULL)
    return schema;
  built = g_settings_schema_source_new_from_directory (LIAISON_BUILD_SCHEMADIR, source, TRUE, NULL);
  return built != NULL ? g_settings_schema_source_lookup (built, LIAISON_APP_ID, TRUE) : NULL;
}

/* The zone of this machine by name: g_time_zone_new_local () knows it only as a file on some systems. */
static char *
local_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);

  return g_strdup (name != NULL && liaison_zone_is_known (name) ? name : "Etc/UTC");
}

static char *
account_name (void)
{
  const char *name = g_get_real_name ();
  return g_strdup (name != NULL && *name != '\0' && strcmp (name, "Unknown") != 0 ? name : g_get_user_name ());
}

static void
read_all (LiaisonPreferences *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");
  g_autofree char *zone = g_settings_get_string (self->settings, "zone");

  g_free (self->author);
  g_free (self->zone);
  g_free (self->paper);
  g_strfreev (self->clocks);
  self->author = *author != '\0' ? g_steal_pointer (&author) : account_name ();
  self->zone = liaison_zone_is_known (zone) ? g_steal_pointer (&zone) : local_zone ();
  self->paper = g_settings_get_string (self->settings, "paper");
  self->clocks = g_settings_get_strv (self->settings, "clocks");
  self->style = g_settings_get_enum (self->settings, "time-style");
}

static void
settings_changed_cb (LiaisonPreferences *self,
                     const char         *key)
{
  /* What only a window remembers. */
  if (g_str_has_prefix (key, "window-") || g_str_has_prefix (key, "schedule-"))
    return;
  read_all (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
liaison_preferences_finalize (GObject *object)
{
  LiaisonPreferences *self = LIAISON_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->paper, g_free);
  g_clear_pointer (&self->clocks, g_strfreev);

  G_OBJECT_CLASS (liaison_preferences_parent_class)->finalize (object);
}

static void
liaison_preferences_class_init (LiaisonPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_preferences_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LIAISON_TYPE_PREFERENCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_preferences_init (LiaisonPreferences *self)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  if (schema != NULL)
    {
      self->settings = g_settings_new_full (schema, NULL, NULL);
      g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
      read_all (self);
      return;
    }
  self->author = account_name ();
  self->zone = local_zone ();
  self->paper = g_strdup ("A4");
  self->clocks = g_new0 (char *, 1);
}

LiaisonPreferences *
liaison_preferences_get_default (void)
{
  static LiaisonPreferences *preferences;

  if (preferences == NULL)
    preferences = g_object_new (LIAISON_TYPE_PREFERENCES, NULL);
  return preferences;
}

const char *
liaison_preferences_get_author (LiaisonPreferences *self)
{
  return self->author;
}

static void
set_string (LiaisonPreferences *self,
            const char         *key,
            char              **member,
            const char         *value)
{
  if (strcmp (*member, value) == 0)
    return;
  if (self->settings != NULL)
    {
      g_settings_set_string (self->settings, key, value);
      return;
    }
  char *copy = g_strdup (value);
  g_free (*member);
  *member = copy;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
liaison_preferences_set_author (LiaisonPreferences *self,
                                const char         *author)
{
  set_string (self, "author", &self->author, author);
}

const char *
liaison_preferences_get_zone (LiaisonPreferences *self)
{
  return self->zone;
}

void
liaison_preferences_set_zone (LiaisonPreferences *self,
                              const char         *zone)
{
  set_string (self, "zone", &self->zone, zone);
}

const char *const *
liaison_preferences_get_clocks (LiaisonPreferences *self)
{
  return (const char *const *) self->clocks;
}

void
liaison_preferences_set_clocks (LiaisonPreferences *self,
                                const char *const  *zones)
{
  if (g_strv_equal ((const char *const *) self->clocks, zones))
    return;
  if (self->settings != NULL)
    {
      g_settings_set_strv (self->settings, "clocks", zones);
      return;
    }
  g_strfreev (self->clocks);
  self->clocks = g_strdupv ((char **) zones);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

LiaisonTimeStyle
liaison_preferences_get_time_style (LiaisonPreferences *self)
{
  return self->style;
}

void
liaison_preferences_set_time_style (LiaisonPreferences *self,
                                    LiaisonTimeStyle    style)
{
  if (self->style == style)
    return;
  if (self->settings != NULL)
    {
      g_settings_set_enum (self->settings, "time-style", style);
      return;
    }
  self->style = style;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const char *
liaison_preferences_get_paper (LiaisonPreferences *self)
{
  return self->paper;
}

void
liaison_preferences_set_paper (LiaisonPreferences *self,
                               const char         *paper)
{
  set_string (self, "paper", &self->paper, paper);
}

GSettings *
liaison_preferences_get_settings (LiaisonPreferences *self)
{
  return self->settings;
}
