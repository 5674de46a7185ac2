/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings on paper. */
#include "config.h"

#include "print/print-window-private.h"

#include "exchange/listing-marking.h"
#include "pack/drawn.h"
#include "print/tellings.h"
#include "words/printed.h"

#include <glib/gi18n.h>

LiaisonPages *
liaison_print_window_set_drawing (LiaisonPrintWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonPageSetup setup = liaison_print_window_get_setup (self);
  guint way = adw_combo_row_get_selected (self->fit_row);
  const LiaisonDrawnOptions options = { .tiled = way == 2,
                                        .seen = way == 0 ? self->seen : (LiaisonBox){ 0 } };
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonPages *pages = liaison_pages_new (&setup, self->words);
  LiaisonListingPrint print = { .now = self->made };
  g_autofree char *exercise = NULL, *marking = NULL, *when = NULL;
  const char *title = self->title;
  g_autoptr (LiaisonDrawing) drawing = NULL;
  g_autofree char *filtered = NULL;
  LiaisonFurniture furniture = { 0 };

  manner.words = self->words;
  manner.zone = print.zone = liaison_tellings_get_zone (self->zone_row);
  manner.lookup = liaison_snapshot_get_lookup (snapshot);
  drawing = liaison_printable_make_drawing (self->view, &manner, &title);
  if (liaison_printable_is_filtered (self->view))
    filtered = g_strjoin (liaison_words_get_separator (self->words), title,
                          liaison_words_get (self->words, N_ ("Filtered")), NULL);
  furniture.head_end = filtered != NULL ? filtered : title;
  exercise = liaison_manner_tell_block_name (&manner, liaison_snapshot_get_exercise (snapshot));
  marking = liaison_listing_tell_drawn_marking (&manner, snapshot);
  when =
      liaison_listing_print_tell_when (&print, manner.format == LIAISON_TIME_AS_DTG, self->words);
  furniture.head_start = exercise;
  furniture.banner = marking;
  furniture.foot_start = when;
  liaison_pages_set_furniture (pages, &furniture);
  if (drawing != NULL)
    liaison_pages_add (pages, liaison_drawn_new (drawing, &manner, &options));
  liaison_pages_flow (pages, NULL, NULL, NULL, NULL);
  return pages;
}
