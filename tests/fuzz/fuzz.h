/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function a fuzz target is, whether libFuzzer calls it or the short test in replay.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns 0, or does not return where a property does not hold. */
int LLVMFuzzerTestOneInput (const guint8 *input, gsize size);

G_END_DECLS
