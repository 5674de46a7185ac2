/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the Windows code pages. */
#pragma once

#include "exchange/encoding.h"

G_BEGIN_DECLS

#define LIAISON_N_CODE_PAGES 9

/* From 1250 on: what bytes 0x80 to 0xff stand for; 0: nothing. */
extern const guint16 liaison_code_pages[LIAISON_N_CODE_PAGES][128];

G_END_DECLS
