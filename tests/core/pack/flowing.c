/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flowing.h"

LiaisonPages *
new_pages (const char *language)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (language, NULL);
  LiaisonPageSetup setup = { .paper = LIAISON_PAPER_A5, .margin = 30 };
  LiaisonPages *pages = liaison_pages_new (&setup, words);
  const LiaisonFurniture furniture = { .head_start = "Lantern", .book = TRUE };

  liaison_pages_set_furniture (pages, &furniture);
  return pages;
}

void
flow (LiaisonPages *pages)
{
  g_autoptr (GError) error = NULL;

  liaison_pages_flow (pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

const char *
make_text (guint words)
{
  static GString *text;

  text = text != NULL ? g_string_truncate (text, 0) : g_string_new (NULL);
  for (guint i = 0; i < words; i++)
    g_string_append (text, i % 3 == 0 ? "harbour " : i % 3 == 1 ? "of " : "lanterns ");
  return text->str;
}

const LiaisonPlacement *
get_placement (const LiaisonPages *pages, guint i)
{
  return &g_array_index (pages->placements, LiaisonPlacement, i);
}

guint
find_page (const LiaisonPages *pages, guint placement)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const LiaisonPageRecord *page = &g_array_index (pages->pages, LiaisonPageRecord, i);

      if (placement >= page->first && placement < page->first + page->n)
        return i;
    }
  return G_MAXUINT;
}
