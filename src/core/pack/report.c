/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/report.h"

#include "exchange/listing-marking.h"
#include "pack/listing-pages.h"
#include "pack/matter.h"

#include <glib/gi18n-lib.h>

LiaisonPages *
liaison_report_begin (const LiaisonReport *report,
                      const char *title,
                      const LiaisonBlock *const *blocks,
                      guint n)
{
  LiaisonPages *pages = liaison_pages_new (&report->setup, report->manner.words);
  const LiaisonListingPrint print = { .now = report->now, .zone = report->manner.zone };
  g_autofree char *exercise = liaison_manner_tell_block_name (
      &report->manner, liaison_snapshot_get_exercise (report->snapshot));
  g_autofree char *marking = liaison_listing_tell_marking (&report->manner, blocks, n);
  g_autofree char *when = liaison_listing_print_tell_when (
      &print, report->manner.format == LIAISON_TIME_AS_DTG, report->manner.words);
  const LiaisonFurniture furniture = { marking, exercise, title, when };

  liaison_pages_set_furniture (pages, &furniture);
  return pages;
}

void
liaison_report_add_paragraph (LiaisonPages *pages, const char *text, gboolean keep)
{
  LiaisonMatter *matter;

  if (text == NULL || *text == '\0')
    return;
  matter = liaison_matter_new_paragraph (text, &liaison_type_body);
  matter->keep_with_next = keep;
  liaison_pages_add (pages, matter);
}

void
liaison_report_add_note (LiaisonPages *pages, const char *text)
{
  if (text != NULL && *text != '\0')
    liaison_pages_add (pages, liaison_matter_new_paragraph (text, &liaison_type_note));
}

void
liaison_report_add_heading (LiaisonPages *pages, const char *text, guint level, gboolean page)
{
  static const LiaisonTypeStyle *const styles[] = { &liaison_type_title, &liaison_type_title,
                                                    &liaison_type_heading,
                                                    &liaison_type_subheading };
  LiaisonMatter *matter =
      liaison_matter_new_heading (text, styles[MIN (level, G_N_ELEMENTS (styles) - 1)], level);

  matter->new_page = page;
  liaison_pages_add (pages, matter);
}

const char *
liaison_report_say (const LiaisonReport *report, const char *msgid)
{
  return liaison_words_get (report->manner.words, msgid);
}

char *
liaison_report_tell (const LiaisonReport *report, const LiaisonBlock *block, const char *field)
{
  const LiaisonField *row = liaison_shape_find (block->shape, field, NULL);

  return row != NULL && liaison_block_field_is_set (block, row)
             ? liaison_manner_tell_field (&report->manner, block, row)
             : NULL;
}
