/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/intern.h"
#include "record/own-column-private.h"

#include <stdlib.h>
#include <string.h>

/* One row for each type of field that an own column may be of. */
typedef struct
{
  gboolean (*parse) (const LiaisonField *field, const char *text, gpointer at);
  char *(*format) (const LiaisonField *field, gconstpointer at);
} Spelling;

static gboolean
parse_string (const LiaisonField *field, const char *text, gpointer at)
{
  *(GRefString **) at = g_ref_string_new (text);
  return TRUE;
}

static char *
format_string (const LiaisonField *field, gconstpointer at)
{
  return g_strdup (*(const char *const *) at);
}

static gboolean
parse_integer (const LiaisonField *field, const char *text, gpointer at)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, -(G_GINT64_CONSTANT (1) << 53),
                                 G_GINT64_CONSTANT (1) << 53, &number, NULL))
    return FALSE;
  *(gint64 *) at = number;
  return TRUE;
}

static char *
format_integer (const LiaisonField *field, gconstpointer at)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) at);
}

static gboolean
parse_choice (const LiaisonField *field, const char *text, gpointer at)
{
  guint place = liaison_choices_find (field->choices, text, strlen (text));

  if (place == 0)
    return FALSE;
  *(int *) at = (int) place;
  return TRUE;
}

static char *
format_choice (const LiaisonField *field, gconstpointer at)
{
  return g_strdup (field->choices->choices[*(const int *) at].nick);
}

static gboolean
parse_date (const LiaisonField *field, const char *text, gpointer at)
{
  return liaison_date_parse (text, strlen (text), at, NULL);
}

static char *
format_date (const LiaisonField *field, gconstpointer at)
{
  char text[LIAISON_DATE_TEXT_SIZE];

  liaison_date_format (*(const gint32 *) at, text);
  return g_strdup (text);
}

/* Nothing says what uses a record that a text names: such an anchor could break unseen. */
static gboolean
hangs_on_record (const LiaisonInstant *instant)
{
  return instant->form > LIAISON_INSTANT_FIXED && instant->edge >= LIAISON_ANCHOR_START;
}

static gboolean
parse_instant (const LiaisonField *field, const char *text, gpointer at)
{
  LiaisonInstant instant = { 0 };

  if (!liaison_instant_parse (text, strlen (text), &instant, NULL) || hangs_on_record (&instant))
    return FALSE;
  *(LiaisonInstant *) at = instant;
  return TRUE;
}

static char *
format_instant (const LiaisonField *field, gconstpointer at)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];

  if (hangs_on_record (at))
    return NULL;
  liaison_instant_format (at, text);
  return g_strdup (text);
}

static gboolean
parse_duration (const LiaisonField *field, const char *text, gpointer at)
{
  return liaison_duration_parse (text, strlen (text), at, NULL);
}

static char *
format_duration (const LiaisonField *field, gconstpointer at)
{
  char text[LIAISON_DURATION_TEXT_SIZE];

  liaison_duration_format (*(const gint64 *) at, text);
  return g_strdup (text);
}

static gboolean
parse_nation (const LiaisonField *field, const char *text, gpointer at)
{
  if (!liaison_code_is_valid (text, strlen (text)))
    return FALSE;
  *(const char **) at = liaison_intern (text, strlen (text));
  return TRUE;
}

static const Spelling spellings[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_STRING] = { parse_string, format_string },
  [LIAISON_FIELD_INTEGER] = { parse_integer, format_integer },
  [LIAISON_FIELD_CHOICE] = { parse_choice, format_choice },
  [LIAISON_FIELD_DATE] = { parse_date, format_date },
  [LIAISON_FIELD_INSTANT] = { parse_instant, format_instant },
  [LIAISON_FIELD_DURATION] = { parse_duration, format_duration },
  [LIAISON_FIELD_NATION] = { parse_nation, format_string },
};

gboolean
liaison_own_value_parse (const LiaisonOwnColumn *column, const char *text, gpointer at)
{
  const Spelling *spelling = &spellings[column->field.type];
  return spelling->parse != NULL && spelling->parse (&column->field, text, at);
}

char *
liaison_own_value_format (const LiaisonOwnColumn *column, gconstpointer at)
{
  const Spelling *spelling = &spellings[column->field.type];
  return spelling->format != NULL ? spelling->format (&column->field, at) : NULL;
}
