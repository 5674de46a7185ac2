/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/release-view.h"

#include "inform/product-flow.h"
#include "shared/table-keys.h"
#include "pack/report.h"
#include "print/print-window.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

static void
receipts_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (guint i = 0; i < records->len; i++)
    {
      LiaisonId id = liaison_record_get_id (records->pdata[i]);
      g_array_append_val (ids, id);
    }
  gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_report (
      liaison_table_get_root_window (view), liaison_table_view_get_session (view),
      liaison_report_hand_receipts, (const LiaisonId *) (gconstpointer) ids->data, ids->len,
      _ ("Hand Receipts"), "hand-receipts")));
}

/* One more copy of what is selected, with the next number. */
static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  LiaisonProposal *proposal;

  if (records->len != 1)
    {
      liaison_table_refuse (view, _ ("Select one release to add a copy to it."));
      return;
    }
  const LiaisonBlock *release = liaison_record_get_block (records->pdata[0]);
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (session));
  g_autoptr (LiaisonBlock) copy = liaison_block_new (&liaison_release_copy_shape, id);
  LiaisonSlot slot = liaison_slot_item (release->id, LIAISON_FIELD (Release, copies), id);
  ((LiaisonReleaseCopyData *) copy)->number =
      liaison_release_count_copies (snapshot, LIAISON_DATA (Release, release)->item) + 1;
  ((LiaisonReleaseCopyData *) copy)->holder = LIAISON_DATA (Release, release)->recipient;
  ((LiaisonReleaseCopyData *) copy)->handed_over =
      (gint32) (g_get_real_time () / G_USEC_PER_SEC / 86400);
  proposal = liaison_proposal_new (N_ ("Add copy {number} of {record}"));
  liaison_proposal_take_operand (
      proposal, liaison_operand_integer ("number", ((LiaisonReleaseCopyData *) copy)->number));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", release->id));
  liaison_proposal_take (proposal, &liaison_release_kind, &slot, liaison_value_block (copy));
  liaison_session_commit (session, proposal, NULL);
}

/* "1–3 (1 returned)" */
static char *
tell_copies (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const LiaisonItems *copies = LIAISON_DATA (Release, block)->copies;
  gint64 lowest = G_MAXINT64, highest = 0;
  guint back = 0, n = liaison_items_get_size (copies);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonReleaseCopyData *copy =
          LIAISON_DATA (ReleaseCopy, liaison_items_get (copies, i));
      lowest = MIN (lowest, copy->number);
      highest = MAX (highest, copy->number);
      back += copy->returned != LIAISON_DATE_UNSET || copy->destroyed != LIAISON_DATE_UNSET;
    }
  if (n == 0)
    return g_strdup ("");
  return liaison_words_format (
      manner->words,
      back == 0           ? (lowest == highest ? N_ ("No. {first}") : N_ ("No. {first}–{last}"))
      : lowest == highest ? N_ ("No. {first}, back")
                          /* Translators: Numbers of copies, and how many of them have been given
                             back */
                          : N_ ("No. {first}–{last}, {back} back"),
      liaison_operand_integer ("first", lowest), liaison_operand_integer ("last", highest),
      liaison_operand_integer ("back", back));
}

static LiaisonTableColumn columns[] = {
  { "serial", N_ ("Serial"), NULL, NULL, 90, FALSE },
  { "copies", N_ ("Copies"), NULL, tell_copies, 150, FALSE, .derived = TRUE },
};

static const LiaisonTableSetup setup = {
  .icon = "mail-send-symbolic",
  .sort = "start",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

GtkWidget *
liaison_release_view_new (LiaisonSession *session)
{
  static const char *const writing[] = { "copy", NULL };
  static const GActionEntry entries[] = { { "receipts", receipts_cb }, { "copy", copy_cb } };
  g_autoptr (GMenu) menu = g_menu_new ();
  GActionMap *actions;
  LiaisonTableView *view;
  GtkWidget *box;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].field = liaison_shape_find (&liaison_release_kind.shape, columns[i].id, NULL);
  view = liaison_table_view_new_with (session, &liaison_release_kind, &setup, NULL);
  g_menu_append (menu, _ ("Print _Hand Receipts…"), "release.receipts");
  g_menu_append (menu, _ ("Add a _Numbered Copy"), "release.copy");
  actions = liaison_table_add_actions (view, "release", entries, G_N_ELEMENTS (entries));
  liaison_table_bind_writing (view, actions, writing);
  liaison_table_view_append_menu (view, G_MENU_MODEL (menu));
  box = liaison_table_box_new (view, "release",
                               _ ("What was given to whom, on whose authority, in which copies."));
  liaison_table_box_add_button (box, _ ("Hand _Receipts…"), "release.receipts",
                                _ ("Sheets to sign for the selected releases, or for all"));
  return box;
}
