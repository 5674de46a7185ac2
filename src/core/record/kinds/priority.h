/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How urgent something is. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_PRIORITY_UNSET,
  LIAISON_PRIORITY_LOW,
  LIAISON_PRIORITY_NORMAL,
  LIAISON_PRIORITY_HIGH,
  LIAISON_PRIORITY_URGENT,
} LiaisonPriority;
extern const LiaisonChoices liaison_priorities;

G_END_DECLS
