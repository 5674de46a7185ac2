/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/pages-private.h"

#include "pack/fonts.h"
#include "pack/hyphenator.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Missing characters that are named; the rest is counted only by their package. */
#define MAX_NAMED 12

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  self->destroy (self->data);
  g_free (self);
}

LiaisonPages *
liaison_pages_new (const LiaisonPageSetup *setup, LiaisonWords *words)
{
  LiaisonPages *self = g_new0 (LiaisonPages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->setup = *setup;
  liaison_page_setup_get_size (setup, &self->width, &self->height);
  self->setup.margin = CLAMP (setup->margin, 0, MIN (self->width, self->height) / 4);
  self->words = liaison_words_ref (words);
  self->type_factor = 1;
  self->matters = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_matter_free);
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  self->placements = g_array_new (FALSE, FALSE, sizeof (LiaisonPlacement));
  self->pages = g_array_new (FALSE, FALSE, sizeof (LiaisonPageRecord));
  return self;
}

LiaisonPages *
liaison_pages_ref (LiaisonPages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_pages_unref (LiaisonPages *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->matters);
  g_array_unref (self->placements);
  g_array_unref (self->pages);
  g_clear_pointer (&self->typesetter, liaison_typesetter_unref);
  g_clear_pointer (&self->missing, g_array_unref);
  g_ptr_array_unref (self->kept);
  liaison_words_unref (self->words);
  g_free (self->banner);
  g_free (self->head_start);
  g_free (self->head_end);
  g_free (self->foot_start);
  g_free (self->watermark);
  g_clear_pointer (&self->blank, liaison_matter_free);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}

void
liaison_pages_set_furniture (LiaisonPages *self, const LiaisonFurniture *furniture)
{
  g_clear_pointer (&self->banner, g_free);
  g_clear_pointer (&self->head_start, g_free);
  g_clear_pointer (&self->head_end, g_free);
  g_clear_pointer (&self->foot_start, g_free);
  self->banner = g_strdup (furniture->banner);
  self->head_start = g_strdup (furniture->head_start);
  self->head_end = g_strdup (furniture->head_end);
  self->foot_start = g_strdup (furniture->foot_start);
  self->book = furniture->book;
  self->sections = furniture->book || furniture->sections;
}

void
liaison_pages_set_room (LiaisonPages *self, LiaisonComposingRoom *room)
{
  self->room = room;
}

void
liaison_pages_set_watermark (LiaisonPages *self, const char *text)
{
  g_free (self->watermark);
  self->watermark = g_strdup (text);
}

void
liaison_pages_set_banner (LiaisonPages *self, LiaisonBannerFunc func, gpointer data)
{
  self->banner_func = func;
  self->banner_data = data;
}

void
liaison_pages_set_blank (LiaisonPages *self, LiaisonMatter *matter)
{
  g_clear_pointer (&self->blank, liaison_matter_free);
  self->blank = matter;
}

void
liaison_pages_set_type_factor (LiaisonPages *self, double factor)
{
  self->type_factor = factor;
}

void
liaison_pages_add (LiaisonPages *self, LiaisonMatter *matter)
{
  g_ptr_array_add (self->matters, matter);
}

guint
liaison_pages_count_matter (const LiaisonPages *self)
{
  return self->matters->len;
}

void
liaison_pages_mark_matter (LiaisonPages *self,
                           guint from,
                           const LiaisonBlock *record,
                           const GPtrArray *records)
{
  for (guint i = from; i < self->matters->len; i++)
    {
      LiaisonMatter *matter = self->matters->pdata[i];

      if (matter->record == NULL)
        matter->record = record;
      if (matter->records == NULL)
        matter->records = records;
    }
}

void
liaison_pages_keep (LiaisonPages *self, gpointer data, GDestroyNotify destroy)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept){ data, destroy };
  g_ptr_array_add (self->kept, kept);
}

guint
liaison_pages_get_n (const LiaisonPages *self)
{
  return self->pages->len;
}

void
liaison_pages_get_size (const LiaisonPages *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

void
liaison_pages_print (const LiaisonPages *self, guint number, LiaisonPress *press)
{
  const LiaisonPageRecord *page = &g_array_index (self->pages, LiaisonPageRecord, number);

  if (self->setup.binding > 0)
    cairo_translate (press->cr,
                     liaison_furniture_is_outer_at_end (self, number)
                             == !liaison_words_is_right_to_left (self->words)
                         ? self->setup.binding / 2
                         : -self->setup.binding / 2,
                     0);
  liaison_furniture_draw (self, number, press);
  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const LiaisonPlacement *placement = &g_array_index (self->placements, LiaisonPlacement, i);

      if (placement->matter->outline != NULL)
        press->heading = placement->matter->outline;
      placement->matter->klass->draw (placement->matter, placement, press);
    }
}

void
liaison_pages_draw (const LiaisonPages *self, guint number, cairo_t *cr)
{
  LiaisonPress press = { cr, FALSE };

  g_return_if_fail (number < self->pages->len);
  cairo_save (cr);
  liaison_pages_print (self, number, &press);
  cairo_restore (cr);
}

char *
liaison_pages_tell_missing (const LiaisonPages *self)
{
  const GArray *missing = self->missing;
  g_autoptr (GString) named = g_string_new (NULL);
  g_autoptr (GPtrArray) packages = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (missing == NULL || missing->len == 0)
    return NULL;
  for (guint i = 0; i < missing->len; i++)
    {
      gunichar c = g_array_index (missing, gunichar, i);
      const char *package = liaison_fonts_find_package (c);

      if (i < MAX_NAMED)
        g_string_append_printf (named, "%sU+%04X", i > 0 ? " " : "", c);
      if (!g_ptr_array_find_with_equal_func (packages, package, g_str_equal, NULL))
        g_ptr_array_add (packages, (gpointer) package);
    }
  if (missing->len > MAX_NAMED)
    g_string_append (named, " …");
  list = liaison_words_format_list (self->words, (const char *const *) packages->pdata,
                                    packages->len, LIAISON_LIST_AND);
  return liaison_words_format (
      self->words,
      /* Translators: {characters} are numbers such as U+30C6, {packages} are names of packages of
         the operating system. */
      N_ ("No font here has these characters: {characters}. Install {packages} to print them."),
      liaison_operand_text ("characters", named->str), liaison_operand_text ("packages", list));
}

char *
liaison_pages_tell_patterns (const LiaisonPages *self)
{
  const char *language = liaison_words_get_language (self->words);
  const char *package = liaison_hyphenator_find_package (language);
  g_autofree char *name = NULL;

  if (package == NULL || liaison_typesetter_parts_words (self->typesetter))
    return NULL;
  name = liaison_words_dup_language (self->words, language);
  return liaison_words_format (
      self->words,
      /* Translators: {language} is such as “French”, {package} a package of the operating system.
       */
      N_ ("Words are not hyphenated in this language: {language}. Install {package} for that."),
      liaison_operand_text ("language", name), liaison_operand_text ("package", package));
}
