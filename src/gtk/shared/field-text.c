/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-text.h"

#include "shared/field-entry.h"
#include "shared/field-languages.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonFieldTextRow
{
  LiaisonFormRow parent_instance;

  /* Borrowed, children */
  LiaisonFieldEntry *entry;
  LiaisonFieldLanguages *languages;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldTextRow, liaison_field_text_row, LIAISON_TYPE_FORM_ROW)

/* In an empty entry the text shines through in whatever language it has. */
static void
show_other_language (LiaisonFieldTextRow *self, const LiaisonText *text, const char *language)
{
  const char *found = NULL;
  const char *other = liaison_text_pick (text, language, &found);
  g_autofree char *placeholder = NULL;

  if (other != NULL && found != language)
    {
      placeholder = g_strdup_printf ("%s: %s", found, other);
      g_strdelimit (placeholder, "\n\r", ' ');
    }
  liaison_field_entry_set_placeholder (self->entry, placeholder);
}

static void
liaison_field_text_row_refresh (LiaisonFormRow *row)
{
  LiaisonFieldTextRow *self = LIAISON_FIELD_TEXT_ROW (row);
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  const LiaisonBlock *block = liaison_field_target_get_block (target, 0);
  const LiaisonText *text =
      *(LiaisonText *const *) LIAISON_BLOCK_AT (block, liaison_form_row_get_field (row));
  const char *language = liaison_field_languages_get_language (self->languages);
  const char *string;

  if (!liaison_field_target_get_string (target, liaison_form_row_get_index (row), language,
                                        &string))
    liaison_field_entry_set_placeholder (self->entry, liaison_form_row_tell_several ());
  else if (liaison_field_target_get_size (target) == 1)
    show_other_language (self, text, language);
  else
    liaison_field_entry_set_placeholder (self->entry, NULL);
  liaison_field_entry_show_text (self->entry, string);
  liaison_field_languages_show_text (self->languages, text);
  g_autofree char *refused = liaison_form_row_dup_refused (row, language);
  if (refused != NULL)
    liaison_field_entry_write_text (self->entry, refused);
}

static void
commit_cb (LiaisonFormRow *row)
{
  LiaisonFieldTextRow *self = LIAISON_FIELD_TEXT_ROW (row);
  const char *language = liaison_field_languages_get_language (self->languages);
  gsize limit = liaison_field_get_limit (liaison_form_row_get_field (row));
  g_autofree char *text = liaison_field_entry_dup_text (self->entry);

  if (strlen (text) > limit)
    {
      g_autofree char *error = liaison_screen_printf (
          ngettext ("This is longer than the %u byte that a plan can hold here. Shorten it.",
                    "This is longer than the %u bytes that a plan can hold here. Shorten it.",
                    (guint) limit),
          (guint) limit);
      liaison_form_row_refuse (row, language, text, error);
      return;
    }
  if (!liaison_field_target_set_string (liaison_form_row_get_target (row),
                                        liaison_form_row_get_index (row), language, text))
    {
      liaison_form_row_refuse (row, language, text, _ ("The plan does not take this here."));
      return;
    }
  liaison_form_row_forgive (row, language);
  liaison_field_entry_show_text (self->entry, text);
  liaison_form_row_refresh (row);
}

static void
written_cb (LiaisonFormRow *row)
{
  LiaisonFieldTextRow *self = LIAISON_FIELD_TEXT_ROW (row);
  liaison_form_row_forgive (row, liaison_field_languages_get_language (self->languages));
}

static void
restored_cb (LiaisonFormRow *row)
{
  written_cb (row);
  liaison_form_row_refresh (row);
}

/* Opening the list has moved the focus, so nothing is half written by now; what was refused is kept
 * for the language it was written in. */
static void
language_changed_cb (LiaisonFormRow *row)
{
  liaison_form_row_set_error (row, NULL);
  liaison_field_text_row_refresh (row);
  liaison_field_entry_start (LIAISON_FIELD_TEXT_ROW (row)->entry);
}

static void
liaison_field_text_row_build (LiaisonFormRow *row)
{
  LiaisonFieldTextRow *self = LIAISON_FIELD_TEXT_ROW (row);
  const LiaisonField *field = liaison_form_row_get_field (row);

  self->entry = liaison_field_entry_new ((field->flags & LIAISON_FIELD_LONG) != 0);
  liaison_form_row_describe (row, liaison_field_entry_get_text_widget (self->entry));
  if ((field->flags & LIAISON_FIELD_LONG) != 0)
    liaison_form_row_add_text_below (row, GTK_WIDGET (self->entry));
  else
    liaison_form_row_add_content (row, GTK_WIDGET (self->entry));
  self->languages = liaison_field_languages_new (liaison_form_row_get_session (row),
                                                 liaison_form_row_get_label (row));
  liaison_form_row_add_suffix (row, GTK_WIDGET (self->languages));
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);

  g_signal_connect_swapped (self->entry, "commit", G_CALLBACK (commit_cb), row);
  g_signal_connect_swapped (self->entry, "written", G_CALLBACK (written_cb), row);
  g_signal_connect_swapped (self->entry, "restored", G_CALLBACK (restored_cb), row);
  g_signal_connect_swapped (self->languages, "changed", G_CALLBACK (language_changed_cb), row);
}

static void
liaison_field_text_row_activated (LiaisonFormRow *row)
{
  liaison_field_entry_start (LIAISON_FIELD_TEXT_ROW (row)->entry);
}

static gboolean
liaison_field_text_row_is_editing (LiaisonFormRow *row)
{
  return liaison_field_entry_is_editing (LIAISON_FIELD_TEXT_ROW (row)->entry);
}

static void
liaison_field_text_row_class_init (LiaisonFieldTextRowClass *klass)
{
  LiaisonFormRowClass *row_class = LIAISON_FORM_ROW_CLASS (klass);

  row_class->build = liaison_field_text_row_build;
  row_class->refresh = liaison_field_text_row_refresh;
  row_class->activated = liaison_field_text_row_activated;
  row_class->is_editing = liaison_field_text_row_is_editing;
  row_class->settle = commit_cb;
}

static void
liaison_field_text_row_init (LiaisonFieldTextRow *self)
{
}
