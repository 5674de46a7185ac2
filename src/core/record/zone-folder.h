/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The system's time-zone folder: $TZDIR, or /usr/share/zoneinfo. */
#pragma once

#include "record/zone-data.h"

G_BEGIN_DECLS

/* The zone of this valid name, or NULL when the folder has none. Blocks on a small file; cache what
 * it gives. */
LiaisonZoneData *liaison_zone_folder_read (const char *name);

G_END_DECLS
