/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/new-record.h"

#include "edit/serials.h"
#include "record/kinds/exercise.h"

/* One that no record has or ever had. */
static void
give_serial (LiaisonDocument *document,
             LiaisonTrail *trail,
             const LiaisonKind *kind,
             LiaisonBlock *block)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  g_autofree char *serial = liaison_serials_make_next (document, trail, kind);

  if (serial != NULL)
    *(GRefString **) LIAISON_BLOCK_AT (block, code) = g_ref_string_new (serial);
}

LiaisonBlock *
liaison_new_record (LiaisonEditor *editor, LiaisonTrail *trail, const LiaisonKind *kind)
{
  LiaisonDocument *document = liaison_editor_get_document (editor);
  const LiaisonBlock *exercise =
      liaison_record_get_block (liaison_document_get_exercise (document));
  LiaisonMarking *usual = LIAISON_DATA (Exercise, exercise)->default_marking;
  LiaisonBlock *block = liaison_block_new (&kind->shape, liaison_editor_new_id (editor));
  const LiaisonField *marking = liaison_shape_find (&kind->shape, "marking", NULL);

  if (usual != NULL && marking != NULL && marking->type == LIAISON_FIELD_MARKING)
    *(LiaisonMarking **) LIAISON_BLOCK_AT (block, marking) = liaison_marking_ref (usual);
  give_serial (document, trail, kind, block);
  return block;
}
