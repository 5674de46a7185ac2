/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ways to save a plan share. */
#pragma once

/* Previous versions kept beside a plan. */
#define LIAISON_PLAN_BACKUPS 3
