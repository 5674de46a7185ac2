/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button for fields that refer to a picture: takes one from a file into the plan. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

/* Puts the button at the end of @row. The picture is checked, made smaller and encoded anew in a
 * thread; attachment and reference are one step that can be undone. */
void liaison_picture_button_add (LiaisonFormRow *row);

G_END_DECLS
