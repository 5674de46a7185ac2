/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet does not tell and has to be asked. */
#include "config.h"

#include "exchange/import-guess.h"

#include "exchange/import-private.h"

#include <string.h>

static gboolean
holds_times (const LiaisonImportMapping *mapping, const LiaisonImportColumn *column)
{
  if (column->role == LIAISON_IMPORT_DAY || column->role == LIAISON_IMPORT_END)
    return TRUE;
  if (column->role == LIAISON_IMPORT_OWN)
    return column->own->field.type == LIAISON_FIELD_INSTANT
           || column->own->field.type == LIAISON_FIELD_DATE;
  return column->role == LIAISON_IMPORT_FIELD
         && (mapping->kind->shape.fields[column->field].type == LIAISON_FIELD_INSTANT
             || mapping->kind->shape.fields[column->field].type == LIAISON_FIELD_DATE);
}

/* Whether the month comes first in the dates of the sheet, as far as one can see: TRUE in *@open
 * where one cannot. */
gboolean
liaison_import_find_date_order (const LiaisonSheet *sheet,
                                const LiaisonImportMapping *mapping,
                                gboolean *open)
{
  guint day_first = 0, month_first = 0, either = 0;

  for (guint c = 0; c < mapping->n_columns; c++)
    for (guint i = mapping->first;
         i < liaison_sheet_get_n_rows (sheet) && holds_times (mapping, &mapping->columns[c]); i++)
      {
        const LiaisonCell *cell = liaison_sheet_find (sheet, i, c);
        int order = cell != NULL && cell->type == LIAISON_CELL_TEXT
                        ? liaison_import_date_order (cell->as.text)
                        : G_MAXINT;

        day_first += order == -1;
        month_first += order == 1;
        either += order == 0;
      }
  *open = either > 0 && (day_first == 0) == (month_first == 0);
  return month_first > day_first;
}

/* A zone letter or name right behind a clock time or in a date-time group. */
static gboolean
says_zone (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 6 || digits == 8)
    return g_ascii_isalpha (text[digits])
           && (g_ascii_toupper (text[digits]) != 'J' || text[digits + 1] == '\0');
  return strstr (text, "UTC") != NULL || strchr (text, '[') != NULL
         || (g_ascii_isupper (text[strlen (text) - 1]) && strlen (text) > 2
             && g_ascii_isdigit (text[strlen (text) - 2]));
}

static void
ask_cell (const LiaisonCell *cell,
          gboolean zoned,
          LiaisonImportQuestions *questions,
          guint *letters)
{
  char letter;

  if (!zoned && (cell->type == LIAISON_CELL_DATE || cell->type == LIAISON_CELL_TIME))
    questions->zone = TRUE;
  if (cell->type != LIAISON_CELL_TEXT)
    return;
  letter = liaison_import_letter_find (cell->as.text);
  /* D-day counts days, everywhere. */
  if (letter != 0 && letter != 'D')
    *letters |= 1u << (letter - 'A');
  if (!zoned && !says_zone (cell->as.text) && strpbrk (cell->as.text, "0123456789") != NULL)
    questions->zone = TRUE;
}

void
liaison_import_ask (const LiaisonSheet *sheet,
                    const LiaisonImportMapping *mapping,
                    LiaisonImportQuestions *questions)
{
  guint letters = 0, n = 0;

  *questions = (LiaisonImportQuestions){ 0 };
  for (guint c = 0; c < mapping->n_columns; c++)
    for (guint i = mapping->first;
         i < liaison_sheet_get_n_rows (sheet) && holds_times (mapping, &mapping->columns[c]); i++)
      {
        const LiaisonCell *cell = liaison_sheet_find (sheet, i, c);

        if (cell != NULL)
          ask_cell (cell, mapping->columns[c].zone != NULL, questions, &letters);
      }
  liaison_import_find_date_order (sheet, mapping, &questions->date_order);
  for (guint i = 0; i < 26; i++)
    if (letters >> i & 1)
      questions->letters[n++] = (char) ('A' + i);
}
