/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include "pack/book.h"
#include "store/safe-file.h"

#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *output;
  char *audience;
  char *paper;
  int copy;
} Wishes;

static void
clear_wishes (Wishes *self)
{
  g_free (self->output);
  g_free (self->audience);
  g_free (self->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

static LiaisonPackOrder *
make_order (const Wishes *wishes, const LiaisonSnapshot *snapshot)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  const LiaisonBlock *const *packs;
  guint n;

  packs = liaison_snapshot_get (snapshot, LIAISON_KIND_PACK, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonPackData *pack = LIAISON_DATA (Pack, packs[i]);

      if (g_strcmp0 (pack->nation, wishes->audience) == 0
          || g_strcmp0 (pack->code, wishes->audience) == 0)
        return liaison_pack_order_new_for_record (&lookup, packs[i],
                                                  liaison_command_get_asked_language ());
    }
  return NULL;
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output, N_ ("Where to write the PDF"),
      N_ ("FILE") },
    { "for", 'f', 0, G_OPTION_ARG_STRING, &wishes.audience,
      N_ ("The nation that the pack is for, or the code of a pack"), N_ ("AUDIENCE") },
    { "copy", 0, 0, G_OPTION_ARG_INT, &wishes.copy, N_ ("The number of the copy"), N_ ("NUMBER") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!liaison_command_parse (&liaison_verb_pack, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2 || wishes.output == NULL || wishes.audience == NULL)
    return liaison_command_usage (&liaison_verb_pack, _ ("say which plan, for whom, and where to "
                                                         "write it with -o FILE"));
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonPackOrder) order = make_order (&wishes, snapshot);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  LiaisonFileStamp stamp;

  if (order == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonPages) pages =
      liaison_book_set (order, snapshot, NULL, MAX (wishes.copy, 0), now, NULL);
  const LiaisonPdfInfo info = { order->title, NULL, NULL, now };
  g_autoptr (LiaisonSafeFile) file = liaison_safe_file_begin (wishes.output, NULL, 0, NULL, &error);

  if (file != NULL && liaison_pages_flow (pages, NULL, NULL, NULL, &error)
      && liaison_pages_write_pdf (pages, &info, liaison_safe_file_get_stream (file), NULL, NULL,
                                  NULL, &error)
      && liaison_safe_file_commit (file, &stamp, NULL, &error))
    return LIAISON_EXIT_DONE;
  liaison_command_complain (_ ("The pack was not made."), error);
  return LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_pack = { "pack", N_ ("PLAN --for AUDIENCE -o FILE"),
                                        N_ ("Set a pack for one audience as a PDF"), run, NULL };
