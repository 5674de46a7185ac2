/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pack templates: what a new pack begins with. They are pack records in files, see
 * resources/packs/README.md. */
#pragma once

#include "pack/order.h"

G_BEGIN_DECLS

/* The names of the templates that come with the program, in the order they are offered. Static,
 * NULL-terminated. */
const char *const *liaison_pack_template_list (void);
/* One of them as a block of a pack record with no id; NULL: there is none of that name. Transfer
 * full. */
LiaisonBlock *liaison_pack_template_find (const char *name);
/* A template from outside. Errors are those of reading a plan, with the place. Transfer full. */
LiaisonBlock *liaison_pack_template_read (const char *bytes, gsize length, GError **error);

/* An order for @audience with the contents and the paper of a template. Transfer full. */
LiaisonPackOrder *liaison_pack_order_new_for_template (const LiaisonSnapshot *plan,
                                                       const LiaisonBlock *pack,
                                                       LiaisonAudience *audience,
                                                       const char *language);

G_END_DECLS
