/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "participants/participants-view.h"

#include "participants/language-filter.h"
#include "shared/table-view.h"

#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "screen.h"

#include <glib/gi18n.h>

/* Codes are interned. */
static LiaisonRecord *
find_nation (LiaisonDocument *document, const LiaisonBlock *block)
{
  LiaisonTable *nations = liaison_document_get_table (document, LIAISON_KIND_NATION);
  const char *code = LIAISON_DATA (Participant, block)->nation;

  for (guint i = 0; code != NULL && i < liaison_table_get_size (nations); i++)
    {
      LiaisonRecord *nation = liaison_table_get (nations, i);
      if (LIAISON_DATA (Nation, liaison_record_get_block (nation))->code == code)
        return nation;
    }
  return NULL;
}

/* Below each nation its headquarters and units, below these what they consist of. */
static const LiaisonTreeShape tree_shape = {
  .kind = &liaison_participant_kind,
  .above = &liaison_nation_kind,
  .find_above = find_nation,
};

static gboolean
is_person (const LiaisonBlock *block)
{
  return LIAISON_DATA (Participant, block)->type == LIAISON_PARTICIPANT_TYPE_PERSON;
}

static char *
tell_more (LiaisonRecordTree *tree)
{
  guint n = liaison_record_tree_count_if (tree, is_person);
  return liaison_screen_printf (ngettext ("%u person", "%u persons", n), n);
}

/* A new participant belongs to what is selected: to the nation, or under the headquarters; beside a
 * person. */
static void
prepare (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonRecord *selected = liaison_selection_get_record (liaison_session_get_selection (session));
  LiaisonParticipantData *made = (LiaisonParticipantData *) block;
  const LiaisonBlock *above = selected != NULL ? liaison_record_get_block (selected) : NULL;

  if (above != NULL && above->shape == &liaison_nation_kind.shape)
    made->nation = LIAISON_DATA (Nation, above)->code;
  if (above == NULL || above->shape != &liaison_participant_kind.shape)
    return;
  made->nation = LIAISON_DATA (Participant, above)->nation;
  made->parent = LIAISON_DATA (Participant, above)->type == LIAISON_PARTICIPANT_TYPE_PERSON
                     ? LIAISON_DATA (Participant, above)->parent
                     : above->id;
}

static const LiaisonTableSetup setup = {
  .name = "participants",
  .icon = "system-users-symbolic",
  .tree = &tree_shape,
  .tell_more = tell_more,
  .prepare = prepare,
};

GtkWidget *
liaison_participants_view_new (LiaisonSession *session)
{
  LiaisonTableView *view =
      liaison_table_view_new_with (session, &liaison_participant_kind, &setup, NULL);

  liaison_language_filter_add (view);
  return GTK_WIDGET (view);
}
