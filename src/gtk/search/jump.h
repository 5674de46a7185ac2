/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going to anything: records, areas and commands by a few letters; and the search through every text in every language. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_JUMP_ANYTHING, /* Ctrl+K: names of records, areas, commands */
  LIAISON_JUMP_TEXT,     /* Ctrl+F: every field of every record, in every language */
} LiaisonJumpScope;

/* Shows the dialog over @window, or brings it up with the other scope. */
void liaison_jump_present (LiaisonWindow *window, LiaisonJumpScope scope);

G_END_DECLS
