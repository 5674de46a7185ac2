/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-mapping.h"

#include "record/intern.h"

#include <string.h>

/* Units that letters count where nobody says otherwise: D-day and its kin days, H-hour and T hours,
 * W weeks, M months of 30 days (which become calendar months where the exercise has a start). */
static void
set_usual_letters (LiaisonImportLetters *letters)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters->units); i++)
    letters->units[i] = 86400;
  letters->units['H' - 'A'] = letters->units['T' - 'A'] = letters->units['L' - 'A'] = 3600;
  letters->units['W' - 'A'] = 7 * 86400;
  letters->units['M' - 'A'] = LIAISON_IMPORT_MONTH;
}

LiaisonImportMapping *
liaison_import_mapping_new (const LiaisonKind *kind, guint n_columns)
{
  LiaisonImportMapping *self = g_new0 (LiaisonImportMapping, 1);

  self->kind = kind;
  self->headings = -1;
  self->n_columns = n_columns;
  self->columns = g_new0 (LiaisonImportColumn, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].field = -1;
      self->columns[i].heading = g_strdup ("");
    }
  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    self->keys[i] = -1;
  set_usual_letters (&self->letters);
  return self;
}

LiaisonImportMapping *
liaison_import_mapping_copy (const LiaisonImportMapping *self)
{
  LiaisonImportMapping *copy = g_memdup2 (self, sizeof *self);

  copy->columns = g_memdup2 (self->columns, sizeof *self->columns * self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    copy->columns[i].heading = g_strdup (self->columns[i].heading);
  copy->zone = g_strdup (self->zone);
  return copy;
}

void
liaison_import_mapping_free (LiaisonImportMapping *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].heading);
  g_free (self->columns);
  g_free (self->zone);
  g_free (self);
}

int
liaison_import_mapping_find (const LiaisonImportMapping *self, LiaisonImportRole role, int field)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == role && (field < 0 || self->columns[i].field == field))
      return (int) i;
  return -1;
}

void
liaison_import_mapping_set_column (LiaisonImportMapping *self,
                                   guint column,
                                   LiaisonImportRole role,
                                   int field)
{
  g_return_if_fail (column < self->n_columns);
  self->columns[column].role = (guint8) role;
  self->columns[column].field =
      role == LIAISON_IMPORT_FIELD || role == LIAISON_IMPORT_MEMBER ? (gint16) field : -1;
  self->columns[column].own = NULL;
}

void
liaison_import_mapping_set_own (LiaisonImportMapping *self,
                                guint column,
                                const LiaisonOwnColumn *own)
{
  liaison_import_mapping_set_column (self, column, LIAISON_IMPORT_OWN, -1);
  self->columns[column].own = own;
}

void
liaison_import_mapping_set_zone (LiaisonImportMapping *self, const char *zone)
{
  g_free (self->zone);
  self->zone = g_strdup (zone);
}

void
liaison_import_mapping_set_letter (LiaisonImportMapping *self, char letter, gint32 unit)
{
  g_return_if_fail (g_ascii_isalpha (letter));
  self->letters.units[g_ascii_toupper (letter) - 'A'] = unit;
}

static int
find_flagged (const LiaisonImportMapping *self, LiaisonFieldFlags flag)
{
  const LiaisonField *field = liaison_shape_find_flagged (&self->kind->shape, flag);
  int place = field != NULL ? (int) (field - self->kind->shape.fields) : -1;

  return place >= 0 && liaison_import_mapping_find (self, LIAISON_IMPORT_FIELD, place) >= 0 ? place
                                                                                            : -1;
}

void
liaison_import_mapping_choose_keys (LiaisonImportMapping *self)
{
  int code = find_flagged (self, LIAISON_FIELD_CODE);
  int title = find_flagged (self, LIAISON_FIELD_TITLE);
  int start = find_flagged (self, LIAISON_FIELD_START);
  guint n = 0;

  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    self->keys[i] = -1;
  if (code >= 0)
    self->keys[n++] = (gint16) code;
  else if (title >= 0)
    self->keys[n++] = (gint16) title;
  if (code < 0 && title >= 0 && start >= 0)
    self->keys[n++] = (gint16) start;
}

/* What the program keeps for itself does not come from outside. */
gboolean
liaison_import_is_kind (const LiaisonKind *kind)
{
  switch (kind->id)
    {
    case LIAISON_KIND_EXERCISE:
    case LIAISON_KIND_ATTACHMENT:
    case LIAISON_KIND_BASELINE:
    case LIAISON_KIND_ACCEPTED_FINDING:
    case LIAISON_KIND_CONFLICT:
    case LIAISON_KIND_PACK:
      return FALSE;
    default:
      return TRUE;
    }
}

gboolean
liaison_import_is_field (const LiaisonField *field)
{
  return !(field->flags & LIAISON_FIELD_HIDDEN);
}
