/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-maker.h"

#include <stdlib.h>
#include <string.h>

struct _LiaisonTableMaker
{
  LiaisonSession *session;
  LiaisonBlock *first;      /* what the session makes; its serial is the first one free */
  const LiaisonField *code; /* NULL: records of this kind get no serials */
  char *stem;               /* "EV-" */
  guint number;
  int digits;
};

/* Takes the first free serial apart, so that the others can follow it without a look through the
 * table each. */
static void
read_serial (LiaisonTableMaker *self, const LiaisonKind *kind)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  const char *serial, *digits;

  if (code == NULL || code->type != LIAISON_FIELD_STRING
      || !liaison_block_field_is_set (self->first, code))
    return;
  serial = *(const char *const *) LIAISON_BLOCK_AT (self->first, code);
  digits = serial + strlen (serial);
  while (digits > serial && g_ascii_isdigit (digits[-1]))
    digits--;
  if (*digits == '\0')
    return;
  self->code = code;
  self->stem = g_strndup (serial, (gsize) (digits - serial));
  self->number = (guint) strtoul (digits, NULL, 10);
  self->digits = (int) strlen (digits);
}

LiaisonTableMaker *
liaison_table_maker_new (LiaisonSession *session, const LiaisonKind *kind)
{
  LiaisonTableMaker *self = g_new0 (LiaisonTableMaker, 1);

  self->session = g_object_ref (session);
  self->first = liaison_session_new_block (session, kind);
  read_serial (self, kind);
  return self;
}

void
liaison_table_maker_free (LiaisonTableMaker *self)
{
  liaison_block_unref (self->first);
  g_object_unref (self->session);
  g_free (self->stem);
  g_free (self);
}

static void
number (LiaisonTableMaker *self, LiaisonBlock *block)
{
  GRefString **serial;
  g_autofree char *text = NULL;

  if (self->code == NULL)
    return;
  serial = LIAISON_BLOCK_AT (block, self->code);
  text = g_strdup_printf ("%s%0*u", self->stem, self->digits, self->number++);
  g_clear_pointer (serial, g_ref_string_release);
  *serial = g_ref_string_new (text);
}

LiaisonBlock *
liaison_table_maker_make (LiaisonTableMaker *self)
{
  return liaison_table_maker_duplicate (self, self->first);
}

LiaisonBlock *
liaison_table_maker_duplicate (LiaisonTableMaker *self, const LiaisonBlock *block)
{
  LiaisonEditor *editor = liaison_session_get_editor (self->session);
  LiaisonBlock *copy = liaison_block_copy_as (block, liaison_editor_new_id (editor));

  number (self, copy);
  return copy;
}
