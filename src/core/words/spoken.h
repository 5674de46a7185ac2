/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages of a person as a reader wants them told. What tables and forms show can be read
 * back; this is for paper. */
#pragma once

#include "words/manner.h"

G_BEGIN_DECLS

/* Of SpokenLanguage items: "French (first language), English 3332". The caller's. */
char *liaison_manner_tell_spoken (const LiaisonManner *manner, const LiaisonItems *items);

G_END_DECLS
