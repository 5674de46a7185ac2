/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include <glib/gi18n.h>

static void
choice_free (gpointer data)
{
  LiaisonColumnChoice *choice = data;

  g_free (choice->label);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, LiaisonImportRole role, int field, char *label)
{
  LiaisonColumnChoice *choice = g_new0 (LiaisonColumnChoice, 1);

  *choice = (LiaisonColumnChoice){ role, field, label, NULL };
  g_ptr_array_add (choices, choice);
}

static gboolean
has_field (const LiaisonKind *kind, const char *name)
{
  return liaison_shape_find (&kind->shape, name, NULL) != NULL;
}

/* Fields that a table shows come first, then the others in the order of the form. */
static void
add_fields (GPtrArray *choices, const LiaisonKind *kind, gboolean shown)
{
  for (guint i = 0; i < kind->shape.n_fields; i++)
    {
      const LiaisonField *field = &kind->shape.fields[i];

      if (!liaison_import_is_field (field) || ((field->flags & LIAISON_FIELD_COLUMN) != 0) != shown)
        continue;
      add_choice (choices, LIAISON_IMPORT_FIELD, (int) i, g_strdup (_ (field->label)));
    }
}

static void
add_members (GPtrArray *choices, const LiaisonKind *kind)
{
  for (guint i = 0; i < kind->shape.n_fields; i++)
    {
      const LiaisonField *field = &kind->shape.fields[i];

      if (field->type == LIAISON_FIELD_NATIONS
          || (field->type == LIAISON_FIELD_REFERENCES && (field->flags & LIAISON_FIELD_COLUMN)))
        /* Translators: A column whose heading is a name and whose cells are only marked with an x;
           the field is as “Nations”. */
        add_choice (choices, LIAISON_IMPORT_MEMBER, (int) i,
                    g_strdup_printf (_ ("Marked: %s"), _ (field->label)));
    }
}

static void
add_own (LiaisonImportWindow *self, GPtrArray *choices, const LiaisonKind *kind)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) columns = NULL;

  if (!liaison_own_columns_has (kind, NULL))
    return;
  columns =
      liaison_own_columns_list (liaison_record_get_block (liaison_document_get_exercise (document)),
                                kind, liaison_words_get_language (manner.words));
  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonOwnColumn *own = columns->pdata[i];

      add_choice (choices, LIAISON_IMPORT_OWN, -1, g_strdup (own->field.label));
      ((LiaisonColumnChoice *) choices->pdata[choices->len - 1])->own = own;
    }
}

GPtrArray *
liaison_import_window_list_choices (LiaisonImportWindow *self)
{
  const LiaisonKind *kind = self->mapping->kind;
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  add_choice (choices, LIAISON_IMPORT_IGNORE, -1, g_strdup (_ ("Not imported")));
  add_fields (choices, kind, TRUE);
  add_own (self, choices, kind);
  if (liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_START) != NULL)
    add_choice (choices, LIAISON_IMPORT_DAY, -1, g_strdup (_ ("Day of the times")));
  if (liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_LENGTH) != NULL
      && liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_END) == NULL)
    add_choice (choices, LIAISON_IMPORT_END, -1, g_strdup (_ ("End")));
  add_fields (choices, kind, FALSE);
  add_members (choices, kind);
  if (has_field (kind, "notes"))
    add_choice (choices, LIAISON_IMPORT_NOTES, -1, g_strdup (_ ("Kept in the notes")));
  /* Translators: The internal id of a record in an exported table. */
  add_choice (choices, LIAISON_IMPORT_ID, -1, g_strdup (_ ("Id of the record")));
  return choices;
}

guint
liaison_import_window_find_choice (LiaisonImportWindow *self, const LiaisonImportColumn *column)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const LiaisonColumnChoice *choice = self->choices->pdata[i];

      if (choice->role == column->role && choice->field == column->field
          && (choice->own != NULL) == (column->own != NULL)
          && (choice->own == NULL || g_str_equal (choice->own->key, column->own->key)))
        return i;
    }
  return 0;
}
