/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include "record/kinds/exercise.h"
#include "record/zone.h"
#include "words/error.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_PER_DAY 86400

gint32
liaison_import_get_startex (const LiaisonImport *import)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (import->snapshot);
  gint32 offset = 0;
  gint64 seconds;

  if (liaison_times_resolve (&import->manner.lookup, &LIAISON_DATA (Exercise, exercise)->startex,
                             &seconds, NULL)
      != LIAISON_TIME_KNOWN)
    return G_MININT32;
  liaison_zone_get_offset (import->manner.zone, seconds, &offset);
  seconds += offset;
  return (gint32) (seconds / SECONDS_PER_DAY - (seconds % SECONDS_PER_DAY < 0));
}

static LiaisonImportClock
get_clock (const LiaisonImport *import)
{
  return (LiaisonImportClock){ import->manner.words, import->mapping,
                               liaison_import_get_startex (import) };
}

/* The time between two instants: of anchored ones also where nobody knows yet when they are. */
static gboolean
get_difference (const LiaisonImport *import,
                const LiaisonInstant *from,
                const LiaisonInstant *until,
                gint64 *seconds)
{
  gint64 start, end;

  if (liaison_times_resolve (&import->manner.lookup, from, &start, NULL) == LIAISON_TIME_KNOWN
      && liaison_times_resolve (&import->manner.lookup, until, &end, NULL) == LIAISON_TIME_KNOWN)
    {
      *seconds = end - start;
      return TRUE;
    }
  if (from->form != until->form || from->edge != until->edge
      || from->form < LIAISON_INSTANT_ELAPSED)
    return FALSE;
  *seconds = until->seconds - from->seconds + (gint64) (until->days - from->days) * SECONDS_PER_DAY;
  return TRUE;
}

static void
blame_no_day (LiaisonImport *import, LiaisonImportDraft *draft, guint column, const char *text)
{
  liaison_import_blame (
      draft, LIAISON_SEVERITY_ERROR, (int) column, import->mapping->columns[column].field, text,
      liaison_words_format (import->manner.words,
                            N_ ("“{text}” is a time of a day, and nothing says of which day. Add "
                                "the date, or say which column has it."),
                            liaison_operand_text ("text", text)),
      NULL);
}

static void
blame_error (LiaisonImportDraft *draft, guint column, int field, const char *text, GError *error)
{
  liaison_import_blame (draft, LIAISON_SEVERITY_ERROR, (int) column, field, text,
                        g_strdup (error->message), NULL);
}

/* Puts the length in, where the kind has one and the row does not say another. */
static void
put_length (LiaisonImport *import,
            LiaisonImportDraft *draft,
            guint column,
            const char *text,
            gint64 seconds)
{
  int place = liaison_import_find_flagged (import, LIAISON_FIELD_LENGTH);
  const LiaisonField *field = place >= 0 ? &import->mapping->kind->shape.fields[place] : NULL;
  LiaisonValue value = { LIAISON_VALUE_FIELD, field };

  if (field == NULL || liaison_import_is_given (draft, place))
    return;
  if (seconds < 0 || seconds > field->maximum)
    {
      liaison_import_blame (draft, LIAISON_SEVERITY_ERROR, (int) column, place, text,
                            g_strdup (liaison_words_get (import->manner.words,
                                                         N_ ("It would end before it begins."))),
                            NULL);
      return;
    }
  value.as.duration = seconds;
  liaison_import_put (draft, (guint) place, &value);
}

static gboolean
read_instant (LiaisonImport *import,
              const LiaisonImportColumn *column,
              const LiaisonField *field,
              const char *text,
              LiaisonValue *value,
              GError **error)
{
  return liaison_import_read_value (import, column, field, text, value, error)
         && value->form == LIAISON_VALUE_FIELD;
}

/* Serial numbers of days, as CSV files have them where somebody did not format the column. */
static char *
dup_without_serial (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  double serial = strlen (text) < 20 ? g_ascii_strtod (text, NULL) : 0;
  const char *rest = text + digits;

  if (digits != 5 || serial < 20000 || serial > 80000
      || (*rest != '\0' && (*rest != '.' || strspn (rest + 1, "0123456789") != strlen (rest + 1))))
    return g_strdup (text);
  LiaisonCell cell = { .type = LIAISON_CELL_DATE };
  cell.as.number = (double) (gint64) ((serial - 25569) * SECONDS_PER_DAY + 0.5);
  return liaison_cell_dup_text (&cell);
}

void
liaison_import_read_time (LiaisonImport *import,
                          LiaisonImportDraft *draft,
                          guint column,
                          const char *text)
{
  const LiaisonImportColumn *mapped = &import->mapping->columns[column];
  const LiaisonField *field = &import->mapping->kind->shape.fields[mapped->field];
  const gboolean is_start = field->flags & LIAISON_FIELD_START;
  const LiaisonImportClock clock = get_clock (import);
  g_autofree char *whole = dup_without_serial (text);
  g_auto (LiaisonImportTime) time = { 0 };
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_auto (LiaisonValue) end = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gint64 length;

  liaison_import_time_read (&clock, whole, &draft->day, &time);
  if (time.notes & LIAISON_IMPORT_TIME_NO_DAY)
    {
      blame_no_day (import, draft, column, text);
      return;
    }
  if (!read_instant (import, mapped, field, time.start, &value, &error))
    {
      if (error != NULL)
        blame_error (draft, column, mapped->field, text, error);
      return;
    }
  if (time.notes & LIAISON_IMPORT_TIME_MIDNIGHT
      && liaison_import_mapping_find (import->mapping, LIAISON_IMPORT_DAY, -1) < 0)
    liaison_import_blame (
        draft, LIAISON_SEVERITY_NOTE, (int) column, mapped->field, text,
        liaison_words_format (import->manner.words,
                              N_ ("“{text}” has no time of day: the beginning of the day is "
                                  "taken."),
                              liaison_operand_text ("text", text)),
        NULL);
  if (is_start && time.day.known)
    draft->day = import->day = time.day;
  if (is_start && time.duration != LIAISON_DURATION_UNSET)
    put_length (import, draft, column, text, time.duration);
  else if (is_start && time.end != NULL
           && read_instant (import, mapped, field, time.end, &end, NULL)
           && get_difference (import, &value.as.instant, &end.as.instant, &length))
    put_length (import, draft, column, text, length);
  liaison_import_put (draft, (guint) mapped->field, &value);
}

void
liaison_import_read_end (LiaisonImport *import,
                         LiaisonImportDraft *draft,
                         guint column,
                         const char *text)
{
  const int place = liaison_import_find_flagged (import, LIAISON_FIELD_START);
  const LiaisonField *field = place >= 0 ? &import->mapping->kind->shape.fields[place] : NULL;
  const LiaisonImportClock clock = get_clock (import);
  g_autofree char *whole = dup_without_serial (text);
  g_auto (LiaisonImportTime) time = { 0 };
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gint64 length;
  gint32 seconds;

  /* Without a start there is nothing that it could be the end of; the start has been blamed. */
  if (field == NULL || !liaison_import_is_given (draft, place))
    return;
  liaison_import_time_read (&clock, whole, &draft->day, &time);
  if (time.notes & LIAISON_IMPORT_TIME_NO_DAY)
    {
      blame_no_day (import, draft, column, text);
      return;
    }
  if (!read_instant (import, &import->mapping->columns[column], field, time.start, &value, &error))
    {
      if (error != NULL)
        blame_error (draft, column, -1, text, error);
      return;
    }
  if (!get_difference (import, LIAISON_BLOCK_AT (draft->block, field), &value.as.instant, &length))
    return;
  /* A clock time alone that is before the start is one of the next day. */
  if (length < 0 && liaison_import_clock_read (whole, &seconds, NULL))
    length += SECONDS_PER_DAY;
  put_length (import, draft, column, text, length);
}
