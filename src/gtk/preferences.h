/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person prefers: author name, zones shown, format of times, paper. Kept by GSettings where its schema is installed. */
#pragma once

#include "words/manner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PREFERENCES (liaison_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonPreferences, liaison_preferences, LIAISON, PREFERENCES, GObject)

/* The ones of this process. Borrowed. Signal "changed". */
LiaisonPreferences *liaison_preferences_get_default (void);

/* Who edits; the real name of the account until something is set. */
const char *liaison_preferences_get_author (LiaisonPreferences *self);
void liaison_preferences_set_author (LiaisonPreferences *self, const char *author);
/* The reader's zone, an IANA name; this machine's until something is set. */
const char *liaison_preferences_get_zone (LiaisonPreferences *self);
void liaison_preferences_set_zone (LiaisonPreferences *self, const char *zone);
/* The zones whose clocks are shown beside Zulu. NULL-terminated. */
const char *const *liaison_preferences_get_clocks (LiaisonPreferences *self);
void liaison_preferences_set_clocks (LiaisonPreferences *self, const char *const *zones);
LiaisonTimeStyle liaison_preferences_get_time_style (LiaisonPreferences *self);
void liaison_preferences_set_time_style (LiaisonPreferences *self, LiaisonTimeStyle style);
/* "A4", "Letter". */
const char *liaison_preferences_get_paper (LiaisonPreferences *self);
void liaison_preferences_set_paper (LiaisonPreferences *self, const char *paper);

/* For window size and the like: NULL where the schema is not installed. */
GSettings *liaison_preferences_get_settings (LiaisonPreferences *self);

G_END_DECLS
