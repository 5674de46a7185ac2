/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scheme has where its file says nothing. */
#pragma once

#include "words/marking-scheme.h"

#define LIAISON_MARKING_USUAL_BANNER        "{level} REL {nations}"
#define LIAISON_MARKING_USUAL_BANNER_ALONE  "{level}"
#define LIAISON_MARKING_USUAL_PORTION       "({short} REL {nations})"
#define LIAISON_MARKING_USUAL_PORTION_ALONE "({short})"
#define LIAISON_MARKING_USUAL_SEPARATOR     ", "
