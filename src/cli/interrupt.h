/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-C: long work stops where it leaves nothing half done, then the process ends by the signal.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From now on SIGINT, SIGTERM and SIGHUP cancel what is between begin and end, and otherwise end
 * the process at once. Call it before there are threads. */
void liaison_interrupt_init (void);

/* Long work that looks at the cancellable it is given. Borrowed. */
GCancellable *liaison_interrupt_begin (void);
/* The work has stopped or is done; if it was interrupted, this does not return. */
void liaison_interrupt_end (void);
/* The same for work whose part is worth something: gives whether it was interrupted and goes on.
 * Another interruption then ends the process, unless other work begins. */
gboolean liaison_interrupt_take (void);

G_END_DECLS
